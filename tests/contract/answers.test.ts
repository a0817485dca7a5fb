import { describe, expect, it } from "vitest";
import type { Fault } from "../../sandbox/kombo/fault";
import { ada, larkspur, northwind } from "../unit/sandbox/helpers";
import { bothClients, type Made } from "./both";
import { applicants, candidates, integration, key, type Pair, sync, tag, tags, users } from "./calls";

const clients = bothClients();

async function sameValue(pair: Pair, made?: Made): Promise<unknown> {
  const { ours, theirs } = await clients.make(pair, made);
  expect(theirs.answer).toMatchObject({ ok: true });
  expect(ours.answer).toMatchObject({ ok: true });
  const value = ours.answer.ok && ours.answer.value;
  expect(value).toEqual(theirs.answer.ok && theirs.answer.value);
  return value;
}

const write = (operation: "add" | "remove") => tag({ operation, candidateId: ada.komboId, tag: "Excellent Fit" });

describe("both clients read the same out of the same answer", () => {
  it.each<[string, Pair, number]>([
    ["candidates by ATS id", candidates({ remote_ids: northwind.people.map((one) => one.remoteId) }), 2],
    ["candidates by Kombo id", candidates({ ids: [ada.komboId] }), 1],
    ["candidates by e-mail in another case", candidates({ email: ada.emails[0]!.toUpperCase() }), 1],
    ["applications", applicants([ada.applicationRemoteId]), 1],
    ["users", users("RITA.recruiter@example.com"), 1],
  ])("%s", async (_name, pair, atLeast) => {
    expect(((await sameValue(pair)) as unknown[]).length).toBeGreaterThanOrEqual(atLeast);
  });

  it("key, integration and sync", async () => {
    expect(await sameValue(key)).toBe("SandboxEnvironment000000");
    expect(await sameValue(integration(northwind.id))).toMatchObject({ status: "ACTIVE" });
    await sameValue(sync);
  });

  it("every page of five thousand tags, and the deleted ones", async () => {
    const made = { integrationId: larkspur.id };
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = (await sameValue(tags({ cursor }), made)) as { next: string | null };
      cursor = page.next ?? undefined;
      pages += 1;
    } while (cursor);
    expect(pages).toBe(20);
    const company = clients.sandbox.control.company(larkspur.id);
    company.deleteTag(larkspur.tags[0]!);
    company.sync();
    const changes = await sameValue(tags({ updatedAfter: new Date("2026-02-01") }), made);
    expect(changes).toMatchObject({ results: [{ name: null }] });
  });

  it("a write with and without warnings", async () => {
    for (const operation of ["add", "remove"] as const) {
      expect(await sameValue(write(operation))).toEqual({ warnings: [], unreadable: false });
      clients.sandbox.control.set({
        all: { warnings: ["The tag was stored with its default colour.", "Lower-cased."] },
      });
      expect(await sameValue(write(operation))).toMatchObject({ warnings: [expect.any(String), "Lower-cased."] });
      clients.sandbox.control.set({ all: { warnings: [] } });
    }
  });
});

describe("both clients find the same code in the same error", () => {
  const codes = [
    "PLATFORM.RATE_LIMIT_EXCEEDED",
    "PLATFORM.INPUT_INVALID",
    "INTEGRATION.PERMISSION_MISSING",
    "REMOTE.SERVICE_UNAVAILABLE",
    "ATS.SOMETHING_NEW",
    null,
  ];
  const calls: [string, Pair][] = [
    ["key", key],
    ["integration", integration(northwind.id)],
    ["sync", sync],
    ["candidates", candidates({ ids: [ada.komboId] })],
    ["applications", applicants(["1"])],
    ["tags", tags()],
    ["users", users("a@example.com")],
    ["add", write("add")],
    ["remove", write("remove")],
  ];

  it.each(calls)("%s", async (name, pair) => {
    const general = ["key", "integration", "sync"].includes(name);
    for (const code of codes) {
      const fault: Fault = { code, ...(code === "ATS.SOMETHING_NEW" && { status: 422 }) };
      clients.sandbox.control.faults.set([{ fault }]);
      const { ours, theirs } = await clients.make(pair);
      // A code that is not in its list for this call, the SDK refuses to read; we keep it as it came.
      const listed = code !== "ATS.SOMETHING_NEW" && (!general || code === null || code.startsWith("PLATFORM."));
      if (listed) expect(theirs.answer).toMatchObject({ ok: false, code });
      expect(ours.answer).toMatchObject({ ok: false, failure: { code } });
    }
  });
});

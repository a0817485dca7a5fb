import { afterEach, describe, expect, it, vi } from "vitest";
import { API_KEY } from "../../../sandbox/data";
import type { Fault } from "../../../sandbox/kombo/fault";
import { checkApiKey, getIntegration } from "../../../src/kombo/check";
import type { Access } from "../../../src/kombo/client";
import { probe } from "../../../src/kombo/probe";
import { findApplicants, findCandidates, findUsers, listTags } from "../../../src/kombo/read";
import { write } from "../../../src/kombo/write";
import { ada, larkspur, northwind, sandboxForTests } from "../sandbox/helpers";

const sandbox = sandboxForTests();

const access = (over: Partial<Access> = {}): Access => ({
  apiKey: API_KEY,
  apiOrigin: sandbox.it.httpUrl,
  serverUrl: `${sandbox.it.httpUrl}/v1`,
  integrationId: northwind.id,
  ...over,
});

const add = (tag = "Excellent Fit") =>
  write(access(), { operation: "add", candidateId: ada.komboId, tag, connector: "greenhouse", onBehalfOf: null });

describe("reading", () => {
  it("finds a candidate by the ATS's id and keeps only what is needed", async () => {
    const answer = await findCandidates(access(), { remote_ids: [ada.remoteId] });
    expect(answer).toMatchObject({
      ok: true,
      value: [{ id: ada.komboId, remoteId: ada.remoteId, name: "Ada Example" }],
    });
    const keys = Object.keys((answer.ok && answer.value[0]) || {}).sort();
    expect(keys).toEqual(["emails", "id", "name", "remoteId", "remoteUrl", "tags"]);
  });

  it("finds by e-mail in any case, by Kombo id and by application id", async () => {
    const byEmail = await findCandidates(access(), { email: (ada.emails[0] ?? "").toUpperCase() });
    const byKombo = await findCandidates(access(), { ids: [ada.komboId] });
    const byApplication = await findApplicants(access(), [ada.applicationRemoteId]);
    for (const answer of [byEmail, byKombo, byApplication]) {
      expect(answer).toMatchObject({ ok: true, value: [{ id: ada.komboId }] });
    }
  });

  it("gives an empty list, not everybody, for an id nobody has", async () => {
    expect(await findCandidates(access(), { remote_ids: ["999999999"] })).toMatchObject({ ok: true, value: [] });
  });

  it("pages through five thousand tags", async () => {
    const lever = access({ integrationId: larkspur.id });
    const names: (string | null)[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const answer = await listTags(lever, { cursor });
      if (!answer.ok) throw new Error(answer.failure.kind);
      names.push(...answer.value.results.map((tag) => tag.name));
      cursor = answer.value.next ?? undefined;
      pages += 1;
    } while (cursor);
    expect(pages).toBe(20);
    expect(new Set(names).size).toBe(5000);
  });

  it("leaves an odd record out instead of failing the list", async () => {
    sandbox.it.control.faults.set([{ match: { pathIncludes: "/ats/tags" }, fault: { body: "odd-record" } }]);
    const answer = await listTags(access(), {});
    expect(answer.ok && answer.value.results.length).toBe(northwind.tags.length - 1);
  });

  it("resolves a user by e-mail, and nobody for a stranger", async () => {
    expect(await findUsers(access(), "nobody@example.test")).toMatchObject({ ok: true, value: [] });
  });
});

describe("writing", () => {
  it("adds a tag with the limits of the answer's headers", async () => {
    expect(await add()).toMatchObject({ ok: true, value: { warnings: [], unreadable: false }, limit: 30 });
    expect(sandbox.it.control.tagsOf(ada.komboId)).toContain("Excellent Fit");
  });

  it("sends On-Behalf-Of to Greenhouse only", async () => {
    const common = { operation: "add", candidateId: ada.komboId, tag: "A", onBehalfOf: "77" } as const;
    await write(access(), { ...common, connector: "greenhouse" });
    await write(access(), { ...common, connector: "lever", tag: "B" });
    const bodies = sandbox.it.control.log.requests.filter((one) => one.method === "POST").map((one) => one.body);
    expect(bodies).toEqual([
      { tag: { name: "A" }, remote_fields: { greenhouse: { post_headers: { "On-Behalf-Of": "77" } } } },
      { tag: { name: "B" } },
    ]);
  });

  it.each<[string, Fault, object]>([
    [
      "a JSON body of another shape is done, with a warning",
      { body: "wrong-shape" },
      { ok: true, value: { unreadable: true } },
    ],
    ["half a JSON body is done, with a warning", { body: "half-json" }, { ok: true, value: { unreadable: true } }],
    [
      "a web page is not Kombo's word",
      { body: "html", status: 200 },
      { ok: false, failure: { kind: "unreadable" }, answered: false },
    ],
    ["a body that ends early", { body: "cut" }, { ok: false, failure: { kind: "offline" }, answered: false }],
    ["a reset connection", { reset: true }, { ok: false, failure: { kind: "offline" }, answered: false }],
    [
      "a busy server",
      { status: 429, code: "PLATFORM.RATE_LIMIT_EXCEEDED", headers: { "Retry-After": "7" } },
      { ok: false, failure: { kind: "busy", retryAfterMs: 7000 }, answered: true },
    ],
    [
      "a gateway without a body of Kombo's",
      { status: 503 },
      { ok: false, failure: { kind: "ats-unreachable" }, answered: false },
    ],
    [
      "the code decides, not the status",
      { status: 500, code: "INTEGRATION.PERMISSION_MISSING" },
      { ok: false, failure: { kind: "permission-missing" } },
    ],
    [
      "a task that timed out may still happen",
      { status: 504, code: "PLATFORM.TASK_TIMED_OUT" },
      { ok: false, failure: { kind: "timed-out" }, answered: false },
    ],
    [
      "a code nobody knows",
      { status: 400, code: "ATS.SOMETHING_NEW" },
      { ok: false, failure: { kind: "unknown", code: "ATS.SOMETHING_NEW" } },
    ],
    [
      "an error without a code",
      { status: 500, code: null },
      { ok: false, failure: { kind: "unknown", code: null }, answered: false },
    ],
  ])("%s", async (_what, fault, expected) => {
    sandbox.it.control.faults.set([{ match: { method: "POST" }, times: 1, fault }]);
    expect(await add()).toMatchObject(expected);
  });

  it("takes a candidate Kombo does not know for gone", async () => {
    const answer = await write(access(), {
      operation: "add",
      candidateId: "NobodyAtAll0000000000000",
      tag: "A",
      connector: "greenhouse",
      onBehalfOf: null,
    });
    expect(answer).toMatchObject({ ok: false, failure: { kind: "candidate-gone" } });
  });
});

describe("checking", () => {
  it("knows a good key from a wrong one", async () => {
    expect(await checkApiKey(access())).toMatchObject({ ok: true });
    expect(await checkApiKey(access({ apiKey: "ks_dev_wrong" }))).toMatchObject({
      ok: false,
      failure: { kind: "key-invalid" },
    });
  });

  it("reads what an integration can do", async () => {
    expect(await getIntegration(access(), northwind.id)).toMatchObject({
      ok: true,
      value: { organisation: "Northwind Example", status: "ACTIVE", setupStatus: "COMPLETED" },
    });
  });

  it("notices that only candidates created through Kombo are synced", async () => {
    expect(await probe(access())).toEqual({ onlyCreated: false, failure: null });
    sandbox.it.control.set({ all: { onlyCreated: true } });
    expect(await probe(access())).toEqual({ onlyCreated: true, failure: null });
  });
});

describe("a line that breaks under a request", () => {
  const browser = { onLine: true };
  const online = (before: boolean) => {
    browser.onLine = before;
    vi.stubGlobal("navigator", browser);
  };
  /** The browser notices the lost network together with the request's failure. */
  const losing = () => {
    vi.stubGlobal("fetch", async () => {
      browser.onLine = false;
      throw new TypeError("Failed to fetch");
    });
  };
  afterEach(() => vi.unstubAllGlobals());

  it("may have carried the write, although the browser is offline by then", async () => {
    online(true);
    losing();
    expect(await add()).toMatchObject({ ok: false, answered: false, failure: { kind: "offline" } });
  });

  it("carried nothing when there was no network to begin with", async () => {
    online(false);
    losing();
    expect(await add()).toMatchObject({ ok: false, answered: true, failure: { kind: "offline" } });
  });
});

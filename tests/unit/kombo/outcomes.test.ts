import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { API_KEY } from "../../../sandbox/data";
import { ERROR_BODIES, type ErrorBody } from "../../../sandbox/kombo/error-bodies";
import type { Fault } from "../../../sandbox/kombo/fault";
import type { Answer } from "../../../src/kombo/answer";
import { checkApiKey, getIntegration, triggerSync } from "../../../src/kombo/check";
import type { Access } from "../../../src/kombo/client";
import { findApplicants, findCandidates, findUsers, listTags } from "../../../src/kombo/read";
import { write } from "../../../src/kombo/write";
import { ada, northwind, sandboxForTests } from "../sandbox/helpers";

const sandbox = sandboxForTests();
beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

const access = (): Access => ({
  apiKey: API_KEY,
  apiOrigin: sandbox.it.httpUrl,
  serverUrl: `${sandbox.it.httpUrl}/v1`,
  integrationId: northwind.id,
});
const write1 = (operation: "add" | "remove") => () =>
  write(access(), { operation, candidateId: ada.komboId, tag: "New to all", connector: "lever", onBehalfOf: null });
const add = write1("add");

const READS: Record<string, () => Promise<Answer<unknown>>> = {
  key: () => checkApiKey(access()),
  integration: () => getIntegration(access(), northwind.id),
  candidates: () => findCandidates(access(), { ids: [ada.komboId] }),
  applications: () => findApplicants(access(), [ada.applicationRemoteId]),
  tags: () => listTags(access(), {}),
  users: () => findUsers(access(), "rita.recruiter@example.com"),
};
const WRITES: Record<string, () => Promise<Answer<unknown>>> = {
  add,
  remove: write1("remove"),
  sync: () => triggerSync(access()),
};

const order = (fault: Fault) => sandbox.it.control.faults.set([{ fault }]);

describe("an error without a usable code", () => {
  const said = Object.keys(ERROR_BODIES).filter((name) => name !== "error-foreign") as ErrorBody[];

  it.each(said)("%s is decided by the status, as every other body", async (body) => {
    for (const [status, kind, answered] of [
      [401, "key-invalid", true],
      [404, "candidate-gone", true],
      [408, "timed-out", false],
      [429, "busy", true],
      [500, "unknown", false],
      [503, "ats-unreachable", false],
      [200, "unknown", false],
    ] as const) {
      order({ body, status });
      expect(await add()).toMatchObject({ ok: false, failure: { kind, code: null }, answered });
    }
  });

  it("of a gateway counts by its status too", async () => {
    order({ body: "error-foreign", status: 503 });
    expect(await add()).toMatchObject({ ok: false, failure: { kind: "ats-unreachable" } });
  });
});

describe("a redirect", () => {
  const calls = Object.entries({ ...READS, ...WRITES });

  it.each(calls)("of %s is a failure of its own, and nothing reaches the other host", async (_name, send) => {
    for (const status of [301, 302, 303, 307, 308]) {
      order({ redirectTo: "recorder", status });
      expect(await send()).toMatchObject({ ok: false, failure: { kind: "redirected" }, answered: false });
    }
    expect(sandbox.it.control.recorder.arrivals).toEqual([]);
  });
});

describe("a 2xx to a write", () => {
  it.each<[string, Fault]>([
    ["204", { status: 204 }],
    ["205", { status: 205 }],
    ["empty 200", { body: "empty" }],
    ["empty 202", { body: "empty", status: 202 }],
    ["JSON of another shape", { body: "wrong-shape", status: 201 }],
    ["half a JSON text", { body: "half-json" }],
  ])("%s is done, with a warning", async (_what, fault) => {
    order(fault);
    expect(await add()).toMatchObject({ ok: true, value: { unreadable: true, warnings: [] } });
  });

  it.each([null, [], "Done", 7, { status: "error" }, { tags: ["new to all"] }, { error: { code: "ATS.JOB_CLOSED" } }])(
    "is done whatever stands in data: %j",
    async (data) => {
      order({ data });
      expect(await add()).toMatchObject({ ok: true, value: { unreadable: false } });
    },
  );

  it.each([200, 201, 202])("a web page with %i in its place is no success", async (status) => {
    order({ body: "html", status });
    expect(await add()).toMatchObject({ ok: false, failure: { kind: "unreadable" }, answered: false });
  });
});

describe("a look-up that is answered with somebody else", () => {
  const lookUps: Record<string, () => Promise<Answer<{ id?: string }[]>>> = {
    "ATS id": () => findCandidates(access(), { remote_ids: [ada.remoteId] }),
    "Kombo id": () => findCandidates(access(), { ids: [ada.komboId] }),
    "e-mail": () => findCandidates(access(), { email: ada.emails[0]! }),
    "application id": () => findApplicants(access(), [ada.applicationRemoteId]),
  };

  it.each(Object.entries(lookUps))("by %s finds nobody", async (_by, find) => {
    order({ body: "other-candidate" });
    expect(await find()).toMatchObject({ ok: true, value: [] });
    expect(console.warn).toHaveBeenCalledTimes(1);
  });

  it.each(Object.entries(lookUps))("by %s finds the one asked for among others", async (_by, find) => {
    order({ body: "extra-candidate" });
    const answer = await find();
    expect(answer.ok && answer.value.map(({ id }) => id)).toEqual([ada.komboId]);
  });

  it("by several ids leaves out who has none of them", async () => {
    const [, ben] = northwind.people;
    order({ body: "extra-candidate" });
    const answer = await findCandidates(access(), { remote_ids: [ada.remoteId, ben!.remoteId] });
    expect(answer.ok && answer.value.map(({ remoteId }) => remoteId).sort()).toEqual(
      [ada.remoteId, ben!.remoteId].sort(),
    );
  });

  it("takes an address in any case, and any of a candidate's addresses", async () => {
    for (const person of northwind.people.filter((one) => one.synced)) {
      for (const email of person.emails) {
        const answer = await findCandidates(access(), { email: email.toUpperCase() });
        expect(answer.ok && answer.value.map(({ id }) => id)).toContain(person.komboId);
      }
    }
  });

  it("a comma in an id, which Kombo takes for two ids, finds neither", async () => {
    const [, ben] = northwind.people;
    const both = `${ada.remoteId},${ben!.remoteId}`;
    expect(await findCandidates(access(), { remote_ids: [both] })).toMatchObject({ ok: true, value: [] });
  });

  it("an integration's details of another one are not believed", async () => {
    const truth = await getIntegration(access(), northwind.id);
    expect(truth.ok).toBe(true);
    order({ data: { id: "lever:SomebodyElse000000000000", status: "ACTIVE" } });
    expect(await getIntegration(access(), northwind.id)).toMatchObject({ ok: false, failure: { kind: "unreadable" } });
  });

  it("another user than the one asked for is nobody", async () => {
    const user = { remote_id: "9002", email: "hal.manager@example.com", first_name: "Hal", last_name: "Manager" };
    for (const wrong of [user, { ...user, email: null }, { ...user, email: "" }]) {
      order({ data: { next: null, results: [wrong] } });
      expect(await findUsers(access(), "rita.recruiter@example.com")).toMatchObject({ ok: true, value: [] });
    }
  });
});

describe("a list with bad records", () => {
  it.each(["candidates", "applications", "tags", "users"])("keeps the good ones of %s", async (name) => {
    order({ body: "half-right" });
    expect(await READS[name]!()).toMatchObject({ ok: true });
  });

  it("never tells what the bad record held", async () => {
    order({ body: "odd-record" });
    await listTags(access(), {});
    const told = JSON.stringify(vi.mocked(console.warn).mock.calls);
    for (const tag of northwind.tags) expect(told).not.toContain(tag);
  });
});

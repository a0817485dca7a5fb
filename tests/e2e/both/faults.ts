import { expect } from "@playwright/test";
import type { Person } from "../../../sandbox/data";
import type { Fault } from "../../../sandbox/kombo/fault";
import type { Job } from "../../../src/domain/job";
import { until } from "../../harness/until";
import type { FaultApp, FaultTest } from "../support/fault-app";
import { northwind } from "../support/shared-app";

const ada = northwind.people[0]!;
const TAG = "Excellent Fit";

/** The write requests for this candidate, answered or not. */
function sends(app: FaultApp, person: Person = ada) {
  return app.control.log.requests.filter(
    ({ method, candidateId }) => method !== "GET" && candidateId === person.komboId,
  );
}

/** The candidate has their initial tags and these, each once; no other candidate was written to. */
function carriesOnly(app: FaultApp, person: Person, ...tags: string[]): void {
  expect(app.tagsOf(person)).toEqual([...person.tags, ...tags]);
  const strays = app.control.log.writes.filter(({ candidateId }) => candidateId !== person.komboId);
  expect(strays).toEqual([]);
}

interface Case {
  what: string;
  fault: Fault;
  /** How many requests it takes until the job is done. */
  sends: number;
  expect?: Partial<Job>;
}

const ENDS_WELL: readonly Case[] = [
  { what: "a reset connection", fault: { reset: true }, sends: 2, expect: { unanswered: true } },
  { what: "a reset after the write happened", fault: { reset: true, applyBefore: true }, sends: 2 },
  { what: "a body that ends in the middle", fault: { body: "cut" }, sends: 2, expect: { unanswered: true } },
  { what: "half a JSON text", fault: { body: "half-json" }, sends: 1, expect: { unreadable: true } },
  { what: "JSON of another shape", fault: { body: "wrong-shape" }, sends: 1, expect: { unreadable: true } },
  { what: "a web page instead of JSON", fault: { body: "html" }, sends: 2, expect: { unanswered: true } },
  { what: "a proxy's error page", fault: { body: "html", status: 502 }, sends: 2 },
  { what: "a bare 503", fault: { status: 503 }, sends: 2 },
  {
    what: "an ATS out of service",
    fault: { code: "REMOTE.SERVICE_UNAVAILABLE" },
    sends: 2,
    expect: { unanswered: false },
  },
  {
    what: "a task that timed out and was done all the same",
    fault: { code: "PLATFORM.TASK_TIMED_OUT", applyBefore: true },
    sends: 2,
    expect: { unanswered: true },
  },
];

const HOUR = 60 * 60_000;

/** What a network, a service and a clock do, and what becomes of the tags. */
export function faultTests(test: FaultTest): void {
  for (const one of ENDS_WELL) {
    test(`${one.what}: done once, after ${one.sends} request(s)`, async ({ app }) => {
      app.control.faults.set([{ match: { method: "POST" }, times: 1, fault: one.fault }]);
      const [id] = await app.extensionPage.add(northwind, ada, TAG);
      const job = await app.extensionPage.job(id!);
      const unnoticed = one.fault.reset && app.repeatsResets;
      expect(job).toMatchObject({ state: "done", failure: null, ...(unnoticed ? {} : one.expect) });
      expect(sends(app)).toHaveLength(one.sends);
      carriesOnly(app, ada, TAG);
    });
  }

  test("an unknown error code fails with Kombo's message, does not block other jobs, and can be retried", async ({
    app,
  }) => {
    const [, ben] = northwind.people as [Person, Person];
    const fault = { code: "REMOTE.NOBODY_KNOWS_THIS", status: 422, message: "The moon is in the way." };
    app.control.faults.set([{ match: { candidateId: ada.komboId }, fault }]);
    const [poisoned, behind] = await app.extensionPage.add(northwind, ada, TAG, "Freelance");
    const [other] = await app.extensionPage.add(northwind, ben, TAG);
    expect(await app.extensionPage.job(poisoned!)).toMatchObject({
      state: "failed",
      unanswered: false,
      failure: { kind: "unknown", code: fault.code, message: fault.message, logUrl: expect.stringMatching(/^https:/) },
    });
    expect(await app.extensionPage.job(behind!)).toMatchObject({ state: "failed" });
    expect(await app.extensionPage.job(other!)).toMatchObject({ state: "done" });
    expect(sends(app)).toHaveLength(2);

    app.control.faults.set([]);
    expect(await app.extensionPage.request("jobs.retry", { jobId: poisoned! })).toEqual({ ok: true });
    expect(await app.extensionPage.job(poisoned!, ({ state }) => state === "done")).toMatchObject({ failure: null });
    expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG]);
  });

  test("an invalid record in a list is skipped, the others are kept", async ({ app }) => {
    app.control.faults.set([{ match: { pathIncludes: "/ats/tags" }, fault: { body: "odd-record" } }]);
    expect(await app.extensionPage.request("tags.refresh", { integrationId: northwind.id })).toEqual({ failure: null });
    const lists = (await app.extensionPage.read("tags")) as { integrationId: string; names: string[] }[];
    const names = lists.find((list) => list.integrationId === northwind.id)?.names;
    expect(names).toEqual(northwind.tags.slice(1));
  });

  test("many 429 with Retry-After: no retry comes too early, and all tags arrive", async ({ app }) => {
    const people = northwind.people.filter((person) => person.synced);
    const fault = { code: "PLATFORM.RATE_LIMIT_EXCEEDED", headers: { "Retry-After": "1" } };
    app.control.faults.set([{ match: { method: "POST" }, times: people.length, fault }]);
    const ids = (await Promise.all(people.map((person) => app.extensionPage.add(northwind, person, TAG)))).flat();
    for (const id of ids) expect(await app.extensionPage.job(id)).toMatchObject({ state: "done", unanswered: false });
    for (const person of people) {
      expect(app.tagsOf(person)).toEqual([...person.tags, TAG]);
      const tries = sends(app, person);
      for (const [at, again] of tries.slice(1).entries()) {
        expect(again.at - (tries[at]?.answeredAt ?? 0)).toBeGreaterThanOrEqual(1000);
      }
    }
  });

  test("the network fails and returns: the job says so, and the tag arrives without any action", async ({ app }) => {
    await app.proxy.cut();
    const [id] = await app.extensionPage.add(northwind, ada, TAG);
    const waiting = await app.extensionPage.job(id!, ({ state, failure }) => state === "queued" && failure !== null);
    expect(waiting.failure?.kind).toBe("offline");
    expect(app.control.log.writes).toEqual([]);
    await app.proxy.restore();
    expect(await app.extensionPage.job(id!)).toMatchObject({ state: "done" });
    carriesOnly(app, ada, TAG);
  });

  test("the browser goes offline and online again: the tag arrives without any action", async ({ app }) => {
    await app.goOffline(true);
    const [id] = await app.extensionPage.add(northwind, ada, TAG);
    const waiting = await app.extensionPage.job(id!, ({ state, failure }) => state === "queued" && failure !== null);
    expect(waiting.failure?.kind).toBe("offline");
    await app.goOffline(false);
    expect(await app.extensionPage.job(id!)).toMatchObject({ state: "done" });
    carriesOnly(app, ada, TAG);
  });

  test("an expired key puts the queue on hold after one refusal; a new key resumes it", async ({ app }) => {
    const [first, ...others] = northwind.people.filter((person) => person.synced) as [Person, ...Person[]];
    await app.extensionPage.job((await app.extensionPage.add(northwind, first, TAG))[0]!);
    app.control.set({ global: { keyExpired: true } });
    const ids: string[] = [];
    const refused = () => app.control.log.requests.filter(({ status }) => status === 401).length;
    for (const person of others.slice(0, 3)) ids.push(...(await app.extensionPage.add(northwind, person, TAG)));
    await until("the queue to be held", async () => (await app.extensionPage.holds()).length > 0);
    await until("what was on its way to be back", async () =>
      (await app.extensionPage.jobs()).every(({ state }) => state !== "sending"),
    );
    const before = refused();
    for (const person of others.slice(3)) ids.push(...(await app.extensionPage.add(northwind, person, TAG)));
    const allWait = async () =>
      (await app.extensionPage.jobs()).filter((job) => job.state === "queued").length === ids.length;
    await until("everything to wait", allWait);
    expect(await app.extensionPage.holds()).toMatchObject([{ scope: "key", failure: { kind: "key-invalid" } }]);
    expect(refused()).toBe(before);

    app.control.set({ global: { keyExpired: false } });
    await app.connectAll();
    for (const id of ids) expect(await app.extensionPage.job(id)).toMatchObject({ state: "done" });
    for (const person of others) expect(app.tagsOf(person)).toEqual([...person.tags, TAG]);
    expect(await app.extensionPage.holds()).toEqual([]);
  });

  test("the clock is set back before a retry: the retry is not delayed by it", async ({ app }) => {
    const fault = { status: 503, headers: { "Retry-After": "2" } };
    app.control.faults.set([{ match: { method: "POST" }, times: 1, fault }]);
    const [id] = await app.extensionPage.add(northwind, ada, TAG);
    await app.extensionPage.job(id!, ({ state, failure }) => state === "queued" && failure !== null);
    await app.background.shiftClock(-5 * HOUR);
    expect(await app.extensionPage.job(id!)).toMatchObject({ state: "done" });
    carriesOnly(app, ada, TAG);
  });

  test("the clock jumps ahead before a retry: due jobs are sent, jobs a day old ask first", async ({ app }) => {
    const [, ben, cleo] = northwind.people as [Person, Person, Person];
    const fault = { status: 503, headers: { "Retry-After": "1800" } };
    const once = (person: Person) => ({ match: { candidateId: person.komboId }, times: 1, fault });
    app.control.faults.set([once(ada), once(ben)]);
    const [id] = await app.extensionPage.add(northwind, ada, TAG);
    await app.extensionPage.job(id!, ({ failure }) => failure !== null);
    await app.background.shiftClock(HOUR);
    const [other] = await app.extensionPage.add(northwind, ben, TAG);
    expect(await app.extensionPage.job(id!)).toMatchObject({ state: "done" });
    expect(await app.extensionPage.job(other!, ({ failure }) => failure !== null)).toMatchObject({ state: "queued" });

    await app.background.shiftClock(25 * HOUR);
    const [third] = await app.extensionPage.add(northwind, cleo, TAG);
    expect(await app.extensionPage.job(other!)).toMatchObject({ state: "failed", failure: { kind: "too-old" } });
    expect(await app.extensionPage.job(third!)).toMatchObject({ state: "done" });
    expect(app.tagsOf(ben)).toEqual(ben.tags);
    expect(await app.extensionPage.request("jobs.retry", { jobId: other! })).toEqual({ ok: true });
    expect(await app.extensionPage.job(other!, ({ state }) => state === "done")).toMatchObject({ failure: null });
    expect(app.tagsOf(ben)).toEqual([...ben.tags, TAG]);
  });

  test("two windows tag one candidate at once: each tag is written once, one after the other", async ({ app }) => {
    app.control.set({ all: { writeMs: 100 } });
    const second = await app.openExtensionWindow();
    const [one, two] = await Promise.all([
      app.extensionPage.add(northwind, ada, TAG, "Freelance"),
      second.add(northwind, ada, TAG, "Career Fair"),
    ]);
    expect(one[0]).toBe(two[0]);
    for (const id of [...one, ...two]) expect(await app.extensionPage.job(id)).toMatchObject({ state: "done" });
    expect([...app.tagsOf(ada)].sort()).toEqual([...ada.tags, TAG, "Freelance", "Career Fair"].sort());
    const writes = sends(app);
    expect(writes).toHaveLength(3);
    for (const [at, next] of writes.slice(1).entries()) {
      expect(next.at).toBeGreaterThanOrEqual(writes[at]?.answeredAt ?? Number.POSITIVE_INFINITY);
    }
  });

  test("a Kombo ID that is no longer valid is looked up again, and the tag goes to the new ID", async ({ app }) => {
    const now = app.control.company(northwind.id).reissue(ada.komboId);
    const ids = await app.extensionPage.add(northwind, ada, TAG, "Freelance");
    for (const id of ids)
      expect(await app.extensionPage.job(id)).toMatchObject({ state: "done", target: { candidateId: now } });
    expect(app.control.tagsOf(now)).toEqual([...ada.tags, TAG, "Freelance"]);
    expect(sends(app)).toHaveLength(1);
  });

  test("if the new look-up finds somebody else, the job fails and nothing is written", async ({ app }) => {
    const [, other] = northwind.people as [Person, Person];
    app.control.company(northwind.id).reissue(ada.komboId);
    // The ATS has given the ID to somebody else.
    const [id] = await app.extensionPage.add(northwind, { ...ada, remoteId: other.remoteId }, TAG);
    expect(await app.extensionPage.job(id!)).toMatchObject({ state: "failed", failure: { kind: "candidate-gone" } });
    expect(app.control.log.writes).toEqual([]);
  });
}

import type { Person } from "../../sandbox/data";
import type { Fault } from "../../sandbox/kombo/fault";
import type { Job } from "../../src/domain/job";
import { Inside } from "./support/inside";
import { expect, northwind, type Office, test } from "./support/office";
import { until } from "./support/until";

const ada = northwind.people[0]!;
const TAG = "Excellent Fit";

/** Requests that wrote for this person, answered or not. */
function sends(office: Office, person: Person = ada) {
  return office.control.log.requests.filter(
    ({ method, candidateId }) => method !== "GET" && candidateId === person.komboId,
  );
}

/** The person carries what they had and these tags, each once; nobody else carries anything new. */
function carriesOnly(office: Office, person: Person, ...tags: string[]): void {
  expect(office.tagsOf(person)).toEqual([...person.tags, ...tags]);
  const strays = office.control.log.writes.filter(({ candidateId }) => candidateId !== person.komboId);
  expect(strays).toEqual([]);
}

interface Case {
  what: string;
  fault: Fault;
  /** Sends it takes until the job is done. */
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

for (const one of ENDS_WELL) {
  test(`${one.what}: done once, after ${one.sends} sends`, async ({ office }) => {
    office.control.faults.set([{ match: { method: "POST" }, times: 1, fault: one.fault }]);
    const [id] = await office.inside.add(northwind, ada, TAG);
    const job = await office.inside.job(id!);
    expect(job).toMatchObject({ state: "done", failure: null, ...one.expect });
    expect(sends(office)).toHaveLength(one.sends);
    carriesOnly(office, ada, TAG);
  });
}

test("an unknown error code: failed with Kombo's words, others go on, and a person's retry brings it there", async ({
  office,
}) => {
  const [, ben] = northwind.people as [Person, Person];
  const fault = { code: "REMOTE.NOBODY_KNOWS_THIS", status: 422, message: "The moon is in the way." };
  office.control.faults.set([{ match: { candidateId: ada.komboId }, fault }]);
  const [poisoned, behind] = await office.inside.add(northwind, ada, TAG, "Freelance");
  const [other] = await office.inside.add(northwind, ben, TAG);
  expect(await office.inside.job(poisoned!)).toMatchObject({
    state: "failed",
    unanswered: false,
    failure: { kind: "unknown", code: fault.code, message: fault.message, logUrl: expect.stringMatching(/^https:/) },
  });
  expect(await office.inside.job(behind!)).toMatchObject({ state: "failed" });
  expect(await office.inside.job(other!)).toMatchObject({ state: "done" });
  expect(sends(office)).toHaveLength(2);

  office.control.faults.set([]);
  expect(await office.inside.ask("jobs.retry", { jobId: poisoned! })).toEqual({ ok: true });
  expect(await office.inside.job(poisoned!, ({ state }) => state === "done")).toMatchObject({ failure: null });
  expect(office.tagsOf(ada)).toEqual([...ada.tags, TAG]);
});

test("an odd record in a list is skipped, the others are there", async ({ office }) => {
  office.control.faults.set([{ match: { pathIncludes: "/ats/tags" }, fault: { body: "odd-record" } }]);
  expect(await office.inside.ask("tags.refresh", { integrationId: northwind.id })).toEqual({ failure: null });
  const lists = (await office.inside.read("tags")) as { integrationId: string; names: string[] }[];
  const names = lists.find((list) => list.integrationId === northwind.id)?.names;
  expect(names).toEqual(northwind.tags.slice(1));
});

test("a storm of 429 with Retry-After: nobody is asked before the time, all arrive", async ({ office }) => {
  const people = northwind.people.filter((person) => person.synced);
  const fault = { code: "PLATFORM.RATE_LIMIT_EXCEEDED", headers: { "Retry-After": "1" } };
  office.control.faults.set([{ match: { method: "POST" }, times: people.length, fault }]);
  const ids = (await Promise.all(people.map((person) => office.inside.add(northwind, person, TAG)))).flat();
  for (const id of ids) expect(await office.inside.job(id)).toMatchObject({ state: "done", unanswered: false });
  for (const person of people) {
    expect(office.tagsOf(person)).toEqual([...person.tags, TAG]);
    const tries = sends(office, person);
    for (const [at, again] of tries.slice(1).entries()) {
      expect(again.at - (tries[at]?.answeredAt ?? 0)).toBeGreaterThanOrEqual(1000);
    }
  }
});

test("the network goes away and comes back: what waits says so, and arrives by itself", async ({ office }) => {
  await office.line.cut();
  const [id] = await office.inside.add(northwind, ada, TAG);
  const waiting = await office.inside.job(id!, ({ state, failure }) => state === "queued" && failure !== null);
  expect(waiting.failure?.kind).toBe("offline");
  expect(office.control.log.writes).toEqual([]);
  await office.line.mend();
  expect(await office.inside.job(id!)).toMatchObject({ state: "done" });
  carriesOnly(office, ada, TAG);
});

test("the browser itself is offline: nothing may have happened, and coming online is enough", async ({ office }) => {
  await office.browser.context.setOffline(true);
  const [id] = await office.inside.add(northwind, ada, TAG);
  const waiting = await office.inside.job(id!, ({ state, failure }) => state === "queued" && failure !== null);
  expect(waiting.failure?.kind).toBe("offline");
  await office.browser.context.setOffline(false);
  expect(await office.inside.job(id!)).toMatchObject({ state: "done" });
  carriesOnly(office, ada, TAG);
});

test("a key that ends in the middle holds everything once; a new key in the options lets it go", async ({ office }) => {
  const [first, ...others] = northwind.people.filter((person) => person.synced) as [Person, ...Person[]];
  await office.inside.job((await office.inside.add(northwind, first, TAG))[0]!);
  office.control.set({ global: { keyExpired: true } });
  const ids: string[] = [];
  const refused = () => office.control.log.requests.filter(({ status }) => status === 401).length;
  for (const person of others.slice(0, 3)) ids.push(...(await office.inside.add(northwind, person, TAG)));
  await until("the queue to be held", async () => (await office.inside.holds()).length > 0);
  await until("what was on its way to be back", async () =>
    (await office.inside.jobs()).every(({ state }) => state !== "sending"),
  );
  const before = refused();
  for (const person of others.slice(3)) ids.push(...(await office.inside.add(northwind, person, TAG)));
  const allWait = async () =>
    (await office.inside.jobs()).filter((job) => job.state === "queued").length === ids.length;
  await until("everything to wait", allWait);
  expect(await office.inside.holds()).toMatchObject([{ scope: "key", failure: { kind: "key-invalid" } }]);
  expect(refused()).toBe(before);

  office.control.set({ global: { keyExpired: false } });
  await office.connect(northwind);
  for (const id of ids) expect(await office.inside.job(id)).toMatchObject({ state: "done" });
  for (const person of others) expect(office.tagsOf(person)).toEqual([...person.tags, TAG]);
  expect(await office.inside.holds()).toEqual([]);
});

const HOUR = 60 * 60_000;

test("the clock is set back during a wait: the tag does not wait for the old time to come again", async ({
  office,
}) => {
  const fault = { status: 503, headers: { "Retry-After": "2" } };
  office.control.faults.set([{ match: { method: "POST" }, times: 1, fault }]);
  const [id] = await office.inside.add(northwind, ada, TAG);
  await office.inside.job(id!, ({ state, failure }) => state === "queued" && failure !== null);
  await office.background.shiftClock(-5 * HOUR);
  expect(await office.inside.job(id!)).toMatchObject({ state: "done" });
  carriesOnly(office, ada, TAG);
});

test("the clock jumps ahead during a wait: what is due goes, what became a day old asks first", async ({ office }) => {
  const [, ben, cleo] = northwind.people as [Person, Person, Person];
  const fault = { status: 503, headers: { "Retry-After": "1800" } };
  const once = (person: Person) => ({ match: { candidateId: person.komboId }, times: 1, fault });
  office.control.faults.set([once(ada), once(ben)]);
  const [id] = await office.inside.add(northwind, ada, TAG);
  await office.inside.job(id!, ({ failure }) => failure !== null);
  await office.background.shiftClock(HOUR);
  const [other] = await office.inside.add(northwind, ben, TAG);
  expect(await office.inside.job(id!)).toMatchObject({ state: "done" });
  expect(await office.inside.job(other!, ({ failure }) => failure !== null)).toMatchObject({ state: "queued" });

  await office.background.shiftClock(25 * HOUR);
  const [third] = await office.inside.add(northwind, cleo, TAG);
  expect(await office.inside.job(other!)).toMatchObject({ state: "failed", failure: { kind: "too-old" } });
  expect(await office.inside.job(third!)).toMatchObject({ state: "done" });
  expect(office.tagsOf(ben)).toEqual(ben.tags);
  expect(await office.inside.ask("jobs.retry", { jobId: other! })).toEqual({ ok: true });
  expect(await office.inside.job(other!, ({ state }) => state === "done")).toMatchObject({ failure: null });
  expect(office.tagsOf(ben)).toEqual([...ben.tags, TAG]);
});

test("two windows add to the same candidate at once: each tag once, one after the other", async ({ office }) => {
  office.control.set({ all: { writeMs: 100 } });
  const second = await Inside.openInWindow(office.browser.context, office.browser.extensionId);
  const [one, two] = await Promise.all([
    office.inside.add(northwind, ada, TAG, "Freelance"),
    second.add(northwind, ada, TAG, "Career Fair"),
  ]);
  expect(one[0]).toBe(two[0]);
  for (const id of [...one, ...two]) expect(await office.inside.job(id)).toMatchObject({ state: "done" });
  expect([...office.tagsOf(ada)].sort()).toEqual([...ada.tags, TAG, "Freelance", "Career Fair"].sort());
  const writes = sends(office);
  expect(writes).toHaveLength(3);
  for (const [at, next] of writes.slice(1).entries()) {
    expect(next.at).toBeGreaterThanOrEqual(writes[at]?.answeredAt ?? Number.POSITIVE_INFINITY);
  }
});

test("a Kombo id that is not valid any more: resolved once more by name, sent to the new one", async ({ office }) => {
  const now = office.control.company(northwind.id).reissue(ada.komboId);
  const ids = await office.inside.add(northwind, ada, TAG, "Freelance");
  for (const id of ids)
    expect(await office.inside.job(id)).toMatchObject({ state: "done", target: { candidateId: now } });
  expect(office.control.tagsOf(now)).toEqual([...ada.tags, TAG, "Freelance"]);
  expect(sends(office)).toHaveLength(1);
});

test("somebody else comes back for the id: failed, and nothing is written", async ({ office }) => {
  const [, other] = northwind.people as [Person, Person];
  office.control.company(northwind.id).reissue(ada.komboId);
  // The ATS gave the number to somebody else.
  const [id] = await office.inside.add(northwind, { ...ada, remoteId: other.remoteId }, TAG);
  expect(await office.inside.job(id!)).toMatchObject({ state: "failed", failure: { kind: "candidate-gone" } });
  expect(office.control.log.writes).toEqual([]);
});

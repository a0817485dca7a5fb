import { beforeEach, expect, it } from "vitest";
import { carriedTags, jobsOf } from "../../../src/domain/outbox/carried-tags";
import { newAddJobs, newRemoveJobs } from "../../../src/domain/outbox/new-jobs";
import { World } from "../outbox/fake-worker";
import { failure, GREENHOUSE } from "../outbox/make";
import { shown } from "../popup/made";

// Batches and tags by hand for the same people, one after the other and at the same time.

const FAIR = "Fair";
const OK = { ok: true, warnings: [], unreadable: false, limit: 10, remaining: 9 } as const;
const REFUSED = { ok: false, failure: failure("unknown"), answered: true, limit: 10, remaining: 9 } as const;

let world: World;
beforeEach(async () => {
  world = await World.open();
  world.answers = () => OK;
});

const person = (at: number, tags: readonly string[] = []) => ({
  row: at,
  integrationId: GREENHOUSE,
  candidate: { id: `c${at}`, remoteId: String(at), name: `Person ${at}`, tags },
  reference: null,
  asOf: world.now,
  tags: [{ name: FAIR, create: false }],
});

async function start(count: number, { id = "b", operation = "add" as "add" | "remove", carrying = 0 } = {}) {
  const asked = { integrationIds: [GREENHOUSE], tags: [FAIR], people: count, jobs: count, rows: count, skipped: [] };
  await world.batches.create({ ...asked, id, operation });
  const people = Array.from({ length: count }, (_, at) => person(at + 1, at < carrying ? [FAIR] : []));
  for (let from = 0; from < count; from += 500) await world.batches.add(id, from, people.slice(from, from + 500));
  await world.batches.move(id, "start");
}

const seen = (at: number, tags: readonly string[]) =>
  shown({
    candidate: { id: `c${at}`, remoteId: String(at), name: `Person ${at}`, tags },
    integrationId: GREENHOUSE,
    asOf: world.now,
  });

const addByHand = (at: number, tags: readonly string[] = []) =>
  world.outbox.append((before) =>
    newAddJobs(seen(at, tags), [{ name: FAIR, create: false }], before, `add ${world.now}`, world.now),
  );

const removeByHand = (at: number, tags: readonly string[] = [FAIR]) =>
  world.outbox.append((before) => newRemoveJobs(seen(at, tags), FAIR, before, `remove ${world.now}`, world.now));

/** What Quicktag takes the person to carry, by all that was done. */
async function carried(at: number, ...batches: string[]): Promise<string[]> {
  const jobs = [...(await world.outbox.all())];
  for (const id of batches) jobs.push(...(await world.batch(id)).jobs);
  const over = jobsOf(jobs, GREENHOUSE, { id: `c${at}`, remoteId: String(at) }).filter(({ state }) => state === "done");
  return carriedTags([], world.now, over, world.now).map(({ name }) => name);
}

const sentTo = (at: number) => world.sent.filter(({ target }) => target.candidateId === `c${at}`);

it.each([0, 5, 19])(
  "what came later counts, though it has fewer jobs: undo where %i of 20 had the tag",
  async (carrying) => {
    await start(20, { carrying });
    await world.dispatcher.run();
    world.now += 60_000;
    await world.batches.undo("b");
    await world.dispatcher.run();
    expect(await carried(20, "b", "undo-b")).toEqual([]);
  },
);

it("what a second batch took off is not carried, and can be added and taken off by hand", async () => {
  await start(20);
  await world.dispatcher.run();
  world.now += 60_000;
  await start(1, { id: "b2", operation: "remove", carrying: 1 });
  await world.dispatcher.run();
  expect(await carried(1, "b", "b2")).toEqual([]);
  world.now += 1000;
  const [added] = await addByHand(1);
  expect(added).toMatchObject({ alreadyPresent: false });
  await world.dispatcher.run();
  world.now += 1000;
  expect(await removeByHand(1, [])).toHaveLength(1);
  await world.dispatcher.run();
  expect(sentTo(1).map(({ operation }) => operation)).toEqual(["add", "remove", "add", "remove"]);
});

it("a tag asked for by hand while a long batch is taken back is not taken back with it", async () => {
  await start(1500);
  await world.dispatcher.run();
  const undoing = world.batches.undo("b");
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  world.now += 1000;
  await addByHand(1500);
  await undoing;
  await world.dispatcher.run();
  expect(sentTo(1500).at(-1)).toMatchObject({ operation: "add" });
});

it("a row that was undone by itself is not removed again with its batch", async () => {
  await start(3);
  await world.dispatcher.run();
  const [first] = (await world.batch("b")).jobs;
  expect(await world.outbox.undo(first?.id ?? "")).toBe(true);
  expect(await world.outbox.undo(first?.id ?? "")).toBe(false);
  await world.dispatcher.run();
  await world.batches.undo("b");
  await world.dispatcher.run();
  expect(sentTo(1).filter(({ operation }) => operation === "remove")).toHaveLength(1);
  expect(world.sent.filter(({ operation }) => operation === "remove")).toHaveLength(3);
});

it("undoing a batch removes nothing from people whose add was never sent", async () => {
  await start(60);
  world.answers = ({ row = 0 }) => (row <= 8 ? OK : "never");
  void world.dispatcher.run();
  await world.settled(() => world.requests.length >= 5);
  for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  await world.batches.undo("b");
  world.answers = () => OK;
  for (const { answer } of [...world.requests]) answer(OK);
  await world.dispatcher.run();
  const adds = new Set(world.sent.flatMap(({ operation, target }) => (operation === "add" ? target.candidateId : [])));
  const removals = world.sent.filter(({ operation }) => operation === "remove");
  expect(removals.length).toBeGreaterThan(0);
  expect(removals.filter(({ target }) => !adds.has(target.candidateId))).toEqual([]);
});

it("clearing keeps a batch of which something failed, and says how many entries went", async () => {
  await start(6);
  world.answers = ({ row }) => (row === 2 ? REFUSED : OK);
  await world.dispatcher.run();
  world.now += 1000;
  expect(await world.batches.prune(0, { keepFailed: true })).toBe(0);
  expect((await world.batch("b")).jobs).toHaveLength(6);
  world.answers = () => OK;
  await world.batches.retry("b", null);
  await world.dispatcher.run();
  world.now += 1000;
  expect(await world.batches.prune(0, { keepFailed: true })).toBe(6);
});

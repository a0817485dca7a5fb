import { beforeEach, expect, it } from "vitest";
import { isLive, isUnreadable } from "../../../src/domain/job";
import { migrateJob } from "../../../src/storage/migrate";
import { recorded, storesOf } from "../storage/recorded";
import { OK, World } from "./fake-worker";
import { draft, HOUR, job, START } from "./make";

let world: World;
beforeEach(async () => {
  world = await World.open();
  world.answers = () => OK;
});

const paused = { ...job({ seq: 5 }), id: "paused", state: "paused" };
const renaming = { ...job({ seq: 6 }), id: "renaming", operation: "rename" };
const half = { id: "half" };
const oddNumber = { ...job(), id: "odd", seq: "a word" };

it("sends nothing of what it cannot read, keeps it as it is and shows it", async () => {
  const entries = [paused, renaming, half, oddNumber];
  await world.leave(...entries);
  await world.outbox.append([draft({ tag: "Readable" })]);
  await world.dispatcher.run();
  expect(world.sent.map(({ tag }) => tag)).toEqual(["Readable"]);
  for (const entry of entries) expect(await world.stored(entry.id)).toEqual(entry);
  expect((await world.outbox.all()).filter(isUnreadable)).toHaveLength(entries.length);
});

it("counts on from the last number that is one", async () => {
  await world.leave(paused, oddNumber, half);
  const [next] = await world.outbox.append([draft()]);
  expect(next!.seq).toBe(START);
  const far = START + 1000;
  await world.leave({ ...job({ seq: far }), id: "far" });
  const [later] = await world.outbox.append([draft({ tag: "B" })]);
  expect(later!.seq).toBe(far + 1);
});

it("neither retries nor undoes it, and discards it when told", async () => {
  await world.leave(paused, renaming, half);
  for (const { id } of [paused, renaming, half]) {
    expect(await world.outbox.retry(id)).toBeNull();
    expect(await world.outbox.undo(id)).toBe(false);
    expect(await world.outbox.discard(id)).not.toBeNull();
    expect(await world.stored(id)).toBeUndefined();
  }
  expect(world.changes).toBeGreaterThanOrEqual(3);
});

it("takes an add in doubt whose removal was discarded unread", async () => {
  const add = job({ state: "done", seq: 1 });
  await world.leave(add, { ...job({ seq: 2 }), id: "removal", state: "paused", operation: "remove", undoes: add.id });
  await world.outbox.discard("removal");
  expect(await world.outbox.get(add.id)).toMatchObject({ outcomeUnknown: true });
});

it("does not replace it when the same tag is asked for again", async () => {
  await world.leave({ ...renaming, state: "failed" });
  const [fresh] = await world.outbox.append([draft()]);
  expect(fresh!.id).not.toBe(renaming.id);
  expect(await world.stored(renaming.id)).toEqual({ ...renaming, state: "failed" });
});

it("keeps it as it is when a person has seen it", async () => {
  await world.leave(paused, half);
  await world.outbox.markSeen([paused.id, half.id]);
  expect(await world.stored(paused.id)).toEqual(paused);
  expect(await world.stored(half.id)).toEqual(half);
});

it("keeps it when the history is cleared and when old jobs are pruned", async () => {
  const undated = { ...job({ state: "done" }), id: "undated", updatedAt: undefined };
  await world.leave(paused, half, undated);
  world.now = START + 1000 * 24 * HOUR;
  await world.outbox.prune(1);
  expect(await world.outbox.all()).toHaveLength(3);
  await world.outbox.clearHistory();
  expect((await world.outbox.all()).map(({ id }) => id).sort()).toEqual(["half", "paused"]);
});

it("works off what 1.0.0 left waiting, each job once and in order", async () => {
  const jobs = (storesOf(recorded()).jobs?.values ?? []).map((one) => migrateJob(one) as ReturnType<typeof job>);
  await world.leave(...jobs);
  const waiting = jobs.filter(isLive);
  world.now = Math.max(...waiting.map(({ updatedAt }) => updatedAt)) + HOUR;
  await world.dispatcher.run();
  const after = await world.outbox.all();
  expect(after.filter(isLive)).toEqual([]);
  expect(world.sent.map(({ id }) => id).sort()).toEqual(waiting.map(({ id }) => id).sort());
  expect(world.violations).toEqual([]);
  for (const { id, operation, target, tag } of waiting) {
    expect(after.find((one) => one.id === id)).toMatchObject({ operation, target, tag, state: "done" });
  }
  const untouched = jobs.filter((one) => !isLive(one));
  expect(after).toEqual(expect.arrayContaining(untouched));
});

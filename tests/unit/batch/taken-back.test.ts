import { beforeEach, expect, it } from "vitest";
import { reportLines } from "../../../src/domain/batch/report";
import { World } from "../outbox/fake-worker";
import { draft, failure, GREENHOUSE, HOUR } from "../outbox/make";

let world: World;
beforeEach(async () => {
  world = await World.open();
});

const OK = { ok: true, warnings: [], unreadable: false, limit: 10, remaining: 9 } as const;
const REFUSED = { ok: false, failure: failure("unknown"), answered: true, limit: 10, remaining: 9 } as const;

const person = (at: number, tags: readonly string[] = [], asOf = world.now) => ({
  row: at,
  integrationId: GREENHOUSE,
  candidate: { id: `c${at}`, remoteId: String(at), name: `Person ${at}`, tags: [...tags] },
  reference: null,
  asOf,
  tags: [{ name: "Fair", create: false }],
});

/** Writes a batch for so many people and starts it. */
async function start(count: number): Promise<string> {
  const asked = { operation: "add", integrationIds: [GREENHOUSE], tags: ["Fair"], people: count, jobs: count } as const;
  await world.batches.create({ ...asked, rows: count, skipped: [], id: "b" });
  await world.batches.add(
    "b",
    0,
    Array.from({ length: count }, (_, at) => person(at + 1)),
  );
  expect(await world.batches.move("b", "start")).toBe(true);
  return "b";
}

const outcomes = async (id: string) => {
  const { batch, jobs } = await world.batch(id);
  return reportLines(batch!, jobs).map(({ outcome }) => outcome);
};

/** Answers what is open, and all that follows, with success. */
async function answerAll(): Promise<void> {
  world.answers = () => OK;
  for (const { answer } of [...world.requests]) answer(OK);
  await world.dispatcher.run();
}

it("a retry in a batch that was cancelled sends what failed, and nothing of what was called off", async () => {
  const id = await start(40);
  world.answers = ({ row }) => (row === 2 ? REFUSED : (row ?? 0) < 5 ? OK : "never");
  void world.dispatcher.run();
  await world.settled(() => world.requests.length > 0 && world.sent.length >= 8);
  expect(await world.batches.move(id, "cancel")).toBe(true);
  await answerAll();
  const calledOff = (await outcomes(id)).filter((one) => one === "cancelled").length;
  expect(calledOff).toBeGreaterThan(20);

  world.sent = [];
  expect(await world.batches.retry(id, "unknown")).toBe(true);
  await world.dispatcher.run();
  expect(world.sent.map(({ row }) => row)).toEqual([2]);
  expect((await outcomes(id)).filter((one) => one === "cancelled")).toHaveLength(calledOff);
});

it("what was taken back is not asked for again by a retry, which nothing could take back", async () => {
  const id = await start(6);
  world.answers = ({ row }) => (row === 2 ? REFUSED : OK);
  await world.dispatcher.run();
  expect(await world.batches.undo(id)).toBe(true);
  world.answers = () => OK;
  await world.dispatcher.run();
  world.sent = [];
  await world.batches.retry(id, null);
  await world.dispatcher.run();
  expect(world.sent).toEqual([]);
});

it("a tag of long ago that Kombo no longer shows was added by the batch, and is taken back with it", async () => {
  await world.outbox.append([draft({ tag: "Fair", candidate: "c1" })]);
  world.answers = () => OK;
  await world.dispatcher.run();
  // Somebody took it off in the ATS; Kombo's copy, read now, knows.
  world.now += 10 * 24 * HOUR;
  const id = await start(1);
  await world.dispatcher.run();
  expect(await outcomes(id)).toEqual(["done"]);
  world.sent = [];
  expect(await world.batches.undo(id)).toBe(true);
  await world.dispatcher.run();
  expect(world.sent.map(({ operation }) => operation)).toEqual(["remove"]);
});

it("a tag by hand that Kombo's copy cannot show yet stays, however long the batch waited", async () => {
  await world.outbox.append([draft({ tag: "Fair", candidate: "c1" })]);
  world.answers = () => OK;
  await world.dispatcher.run();
  world.now += HOUR;
  const id = await start(1);
  await world.batches.move(id, "pause");
  world.now += 30 * HOUR;
  await world.batches.move(id, "start");
  await world.dispatcher.run();
  world.sent = [];
  await world.batches.undo(id);
  await world.dispatcher.run();
  expect(world.sent).toEqual([]);
});

it("a batch that waited for days does not go by what people carried before the wait", async () => {
  const id = await start(2);
  await world.batches.move(id, "pause");
  world.now += 72 * HOUR;
  await world.batches.move(id, "start");
  const asked: (true | undefined)[] = [];
  world.answers = (job) => {
    asked.push(job.presenceUnknown);
    return OK;
  };
  await world.dispatcher.run();
  expect(asked).toEqual([true, true]);
});

it("pressed twice at once, undo asks for each removal once", async () => {
  const id = await start(3);
  world.answers = () => OK;
  await world.dispatcher.run();
  world.sent = [];
  const both = await Promise.all([world.batches.undo(id), world.batches.undo(id)]);
  await world.dispatcher.run();
  expect(both).toEqual([true, true]);
  expect(world.sent).toHaveLength(3);
});

it("taken back in the middle of a send that then fails, nothing is removed", async () => {
  const id = await start(1);
  world.answers = () => "never";
  void world.dispatcher.run();
  await world.settled(() => world.requests.length > 0);
  expect(await world.batches.undo(id)).toBe(true);
  const [open] = world.requests;
  world.answers = () => OK;
  open!.answer(REFUSED);
  await world.dispatcher.run();
  expect(world.sent.map(({ operation }) => operation)).toEqual(["add"]);
});

it("taken back in the middle of a send that has no answer, the removal waits for what may still arrive", async () => {
  const id = await start(1);
  world.answers = () => "never";
  void world.dispatcher.run();
  await world.settled(() => world.requests.length > 0);
  expect(await world.batches.undo(id)).toBe(true);
  const [open] = world.requests;
  world.answers = () => OK;
  open!.answer({ ...REFUSED, failure: failure("timed-out"), answered: false });
  await world.dispatcher.run();
  expect(world.sent.map(({ operation }) => operation)).toEqual(["add"]);
  world.now += HOUR;
  await world.dispatcher.run();
  expect(world.sent.map(({ operation }) => operation)).toEqual(["add", "remove"]);
});

it("a tag that was asked for by hand while the batch's waited stays when the batch is taken back", async () => {
  const id = await start(3);
  world.answers = () => "never";
  void world.dispatcher.run();
  await world.settled(() => world.requests.length > 0);
  // The batch's own job is handed over already.
  await world.outbox.append(() => [draft({ tag: "Fair", candidate: "c3" })]);
  await answerAll();
  world.sent = [];
  expect(await world.batches.undo(id)).toBe(true);
  await world.dispatcher.run();
  expect(world.sent.map(({ operation, target }) => [operation, target.candidateId])).toEqual([
    ["remove", "c1"],
    ["remove", "c2"],
  ]);
});

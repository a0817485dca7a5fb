import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { batchWidth } from "../../../src/domain/batch/batch";
import type { FailureKind } from "../../../src/domain/failure";
import type { Job } from "../../../src/domain/job";
import { OK, refusal, World } from "../outbox/fake-worker";
import { draft, HOUR } from "../outbox/make";
import { persons, startBatch } from "../outbox/make-batch";

// What concerns a whole batch, or all of it that waits, is met once.

let world: World;
beforeEach(async () => {
  world = await World.open();
});

const TAG_REFUSALS: readonly FailureKind[] = [
  "tag-unwritable",
  "tag-not-allowed",
  "tag-format",
  "tag-forbidden",
  "tag-not-yours",
];

/** Starts a batch in which each person gets the tags. */
const start = (count: number, tags: readonly string[] = ["Fair"]): Promise<void> =>
  startBatch(world, persons(count, world.now, { tags: tags.map((name) => ({ name, create: false })) }));

/** Waits until nothing is written down any more. */
async function atRest(): Promise<void> {
  let written = 0;
  world.onTransaction = () => {
    written += 1;
  };
  for (let last = -1; last !== written; ) {
    last = written;
    for (let turn = 0; turn < 60; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
  world.onTransaction = null;
}

const statesOf = async (which: (job: Job) => boolean = () => true) =>
  new Set((await world.batch("b")).jobs.filter(which).map(({ state }) => state));

describe("a rule that comes up against a tag midway", () => {
  it.each(TAG_REFUSALS)("stops a batch of that tag alone once, for all that is left (%s)", async (kind) => {
    await start(150);
    world.answers = () => (world.sent.length > 40 ? refusal(kind) : OK);
    await world.dispatcher.run();
    const { batch, jobs } = await world.batch("b");
    expect(batch).toMatchObject({ state: "stopped", failure: { kind } });
    expect(jobs.filter(({ state }) => state === "done")).toHaveLength(40);
    expect(jobs.filter(({ state }) => state === "queued")).toHaveLength(110);
    // What was under way when the first was refused.
    expect(world.sent.length - 40).toBeLessThanOrEqual(2 * batchWidth(10));
    expect(world.outcomes.filter(({ state }) => state === "failed")).toEqual([]);

    world.answers = () => OK;
    await world.batches.move("b", "start");
    await world.dispatcher.run();
    expect(await statesOf()).toEqual(new Set(["done"]));
  });

  it("fails that tag alone where a batch has others, with hardly a send more, and a retry brings it back", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 80 }),
        fc.nat({ max: 60 }),
        fc.constantFrom(...TAG_REFUSALS),
        async (count, before, kind) => {
          world = await World.open();
          await start(count, ["Fair", "Lead", "Go"]);
          let answered = 0;
          world.answers = ({ tag }) => {
            answered += 1;
            return tag === "Lead" && answered > before ? refusal(kind) : OK;
          };
          await world.dispatcher.run();
          expect((await world.batch("b")).batch).toMatchObject({ state: "over" });
          expect(await statesOf(({ tag }) => tag !== "Lead")).toEqual(new Set(["done"]));
          const { jobs } = await world.batch("b");
          const failed = jobs.filter(({ state }) => state === "failed");
          expect(failed.every(({ failure }) => failure?.kind === kind)).toBe(true);
          const refused = failed.filter(({ attempts }) => attempts > 0);
          // Under way, or claimed ahead, when the first was refused.
          expect(refused.length).toBeLessThanOrEqual(2 * batchWidth(10) + 16);

          world.answers = () => OK;
          await world.batches.retry("b", kind);
          await world.dispatcher.run();
          expect(await statesOf()).toEqual(new Set(["done"]));
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe("a computer that slept", () => {
  it("sends nothing of a batch unasked that was asked for more than a day ago, claimed ahead or not", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 12, max: 80 }),
        fc.nat({ max: 20 }),
        fc.integer({ min: 1, max: 72 }),
        async (count, before, hours) => {
          world = await World.open();
          await start(count);
          world.answers = () => (world.sent.length <= before ? OK : "never");
          void world.dispatcher.run();
          // Its places are taken by what is under way, and more is claimed.
          await world.settled(() => world.requests.length > 0 && world.sent.length > Math.min(before, count - 1));
          await atRest();
          const underWay = world.sent.length;

          world.now += hours * HOUR;
          world.answers = () => OK;
          for (const { answer } of [...world.requests]) answer(OK);
          await world.dispatcher.run();
          const { batch, jobs } = await world.batch("b");
          if (hours <= 24) {
            expect(new Set(jobs.map(({ state }) => state))).toEqual(new Set(["done"]));
            return;
          }
          expect(world.sent).toHaveLength(underWay);
          const waiting = jobs.filter(({ state }) => state === "queued");
          expect(jobs.filter(({ state }) => state === "done")).toHaveLength(underWay);
          expect(waiting).toHaveLength(count - underWay);
          expect(waiting.every(({ attempts, unanswered }) => attempts === 0 && !unanswered)).toBe(true);
          if (waiting.length === 0) return;
          expect(batch?.state).toBe("too-old");

          await world.batches.move("b", "start");
          await world.dispatcher.run();
          expect(await statesOf()).toEqual(new Set(["done"]));
          expect(new Set(world.sent.map(({ id }) => id)).size).toBe(count);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it("asks about what is by hand as it does about what was claimed ahead", async () => {
    await start(40);
    world.answers = () => "never";
    void world.dispatcher.run();
    await world.settled(() => world.requests.length === batchWidth(4));
    await world.outbox.append([draft({ tag: "By hand", candidate: "c40" })]);
    world.now += 25 * HOUR;
    world.answers = () => OK;
    for (const { answer } of [...world.requests]) answer(OK);
    await world.dispatcher.run();
    expect(world.sent.map(({ tag }) => tag)).not.toContain("By hand");
    expect((await world.batch("b")).batch?.state).toBe("too-old");
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { OK, refusal, World } from "../outbox/fake-worker";
import { GREENHOUSE, HOUR, LEVER } from "../outbox/make";
import { person, persons, startBatch } from "../outbox/make-batch";

// A click that wakes the worker comes beside the clearing of the worker's start.

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};

it("a retry or an undo beside clearing is carried out whole, or refused", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("retry", "undo"),
      fc.constantFrom({ days: 1, hours: 30 }, { days: 30, hours: 24 * 31 }, { days: 0, hours: 3 }),
      fc.integer({ min: 10, max: 300 }),
      fc.nat({ max: 60 }),
      async (wish, { days, hours }, count, delay) => {
        const world = await World.open();
        await startBatch(world, persons(count, world.now));
        world.answers = (job) => (Number(job.target.remoteId) % 3 ? OK : refusal("unknown"));
        await world.dispatcher.run();
        const failed = Math.floor(count / 3);
        world.now += hours * HOUR;
        world.answers = () => OK;
        await world.restart();
        const before = world.sent.length;
        const clearing = world.batches.prune(days, { keepFailed: days === 0 });
        await turns(delay);
        const done = await (wish === "retry" ? world.batches.retry("b", null) : world.batches.undo("b"));
        await clearing;
        await world.dispatcher.run();
        const sent = world.sent.slice(before);
        if (!done) expect(sent).toEqual([]);
        else if (wish === "retry") expect(sent).toHaveLength(failed);
        else expect(sent.map(({ operation }) => operation)).toEqual(Array(count - failed).fill("remove"));
        const { jobs } = await world.batch("b");
        expect(jobs.filter(({ state }) => state === "queued" || state === "sending")).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

it("a batch that is being written down while the worker starts is not forgotten as one left behind", async () => {
  const world = await World.open();
  const creating = startBatch(world, persons(50, world.now));
  await Promise.all([creating, world.batches.recover()]);
  world.answers = () => OK;
  await world.dispatcher.run();
  expect(world.sent).toHaveLength(50);
});

it("a rule against new tags fails only what is new; a system of the same batch that has the tag goes on", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(["Fair"], ["Fair", "Lead"]),
      fc.integer({ min: 1, max: 40 }),
      async (tags, count) => {
        const world = await World.open();
        const people = Array.from({ length: count * 2 }, (_, at) =>
          person(at + 1, world.now, {
            integrationId: at % 2 === 0 ? LEVER : GREENHOUSE,
            tags: tags.map((name) => ({ name, create: name === "Fair" && at % 2 === 0 })),
          }),
        );
        await startBatch(world, people);
        // Switched off when it had begun.
        world.answers = ({ createsTag }) => (createsTag ? refusal("tag-not-yours") : OK);
        await world.dispatcher.run();
        const after = (await world.batch("b")).jobs;
        for (const { createsTag, state } of after) expect(state).toBe(createsTag ? "failed" : "done");
        expect(after).toHaveLength(people.length * tags.length);
      },
    ),
    { numRuns: 20 },
  );
}, 120_000);

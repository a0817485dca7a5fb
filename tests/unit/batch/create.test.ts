import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { addToBatch, beginBatch, createBatch } from "../../../src/background/batch/create";
import { moveBatch } from "../../../src/background/batch/move";
import type { AtsReference } from "../../../src/domain/candidate";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/domain/settings";
import { NO_TAG_RULES } from "../../../src/domain/tag-rules/rules";
import { World } from "../outbox/fake-worker";
import { failure, GREENHOUSE, HOUR } from "../outbox/make";

let world: World;
beforeEach(async () => {
  world = await World.open();
});

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  integrations: [{ id: GREENHOUSE, connector: "greenhouse", label: "" }],
};
const OK = { ok: true, warnings: [], unreadable: false, limit: 10, remaining: 9 } as const;

const asked = (count: number, tag = "Fair") => ({
  id: "made-by-the-page",
  operation: "add" as const,
  integrationIds: [GREENHOUSE],
  tags: [tag],
  people: count,
  jobs: count,
  rows: count,
  skipped: [],
});

const people = (count: number, tag = "Fair", from = 0) =>
  Array.from({ length: count }, (_, at) => ({
    row: from + at + 1,
    integrationId: GREENHOUSE,
    candidate: { id: `c${from + at}`, remoteId: String(from + at), name: `Person ${from + at}`, tags: [] },
    reference: null,
    asOf: world.now,
    tags: [{ name: tag, create: false }],
  }));

const id = "made-by-the-page";

async function write(count: number, settings = SETTINGS, noted: readonly string[] = []) {
  const created = await createBatch(world.batches, { batch: asked(count), newTags: [], noted }, settings);
  if (created.refused !== null || created.begun) return created;
  const added = await addToBatch(world.batches, { id, from: 0, people: people(count) }, null);
  return added.ok ? beginBatch(world.batches, { id, noted }, settings, null) : added;
}

it("a batch whose start had no answer is not made a second time, however often it is asked for", async () => {
  world.answers = () => OK;
  expect(await write(5)).toEqual({ ok: true, refused: null });
  await world.dispatcher.run();
  expect(await beginBatch(world.batches, { id, noted: [] }, SETTINGS, null)).toEqual({ ok: true, refused: null });
  expect(await write(5)).toEqual({ refused: null, begun: true });
  await world.dispatcher.run();
  expect(world.sent).toHaveLength(5);
  expect((await world.batch(id)).jobs).toHaveLength(5);
});

it("what was written down half-way gives way to a new beginning", async () => {
  await createBatch(world.batches, { batch: asked(9), newTags: [], noted: [] }, SETTINGS);
  await addToBatch(world.batches, { id, from: 0, people: people(9) }, null);
  expect(await write(3)).toEqual({ ok: true, refused: null });
  expect((await world.batch(id)).jobs).toHaveLength(3);
});

it("does not begin with fewer jobs than it should have", async () => {
  await createBatch(world.batches, { batch: asked(5), newTags: [], noted: [] }, SETTINGS);
  await addToBatch(world.batches, { id, from: 0, people: people(4) }, null);
  expect(await beginBatch(world.batches, { id, noted: [] }, SETTINGS, null)).toEqual({ ok: false, refused: null });
});

it("counts the people itself, whatever is claimed", async () => {
  const settings = { ...SETTINGS, batchLimit: 3 };
  await createBatch(world.batches, { batch: { ...asked(5), people: 1 }, newTags: [], noted: [] }, settings);
  await addToBatch(world.batches, { id, from: 0, people: people(5) }, null);
  expect(await beginBatch(world.batches, { id, noted: [] }, settings, null)).toEqual({
    ok: false,
    refused: "too-many",
  });
  await world.dispatcher.run();
  expect(world.sent).toEqual([]);
  expect(await world.batch(id)).toEqual({ batch: undefined, jobs: [] });
});

it("the company's limit, lowered since it was written down, holds when it begins, and there is no way round that", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), async (count, limit) => {
      world = await World.open();
      world.answers = () => OK;
      await createBatch(world.batches, { batch: asked(count), newTags: [], noted: [] }, SETTINGS);
      await addToBatch(world.batches, { id, from: 0, people: people(count) }, null);
      expect(await moveBatch(world.batches, { id, move: "start" })).toBe(false);
      await world.dispatcher.run();
      expect(world.sent).toEqual([]);
      const begun = await beginBatch(world.batches, { id, noted: [] }, { ...SETTINGS, batchLimit: limit }, null);
      await world.dispatcher.run();
      const isAllowed = count <= limit;
      expect(begun).toEqual(isAllowed ? { ok: true, refused: null } : { ok: false, refused: "too-many" });
      expect(world.sent).toHaveLength(isAllowed ? count : 0);
    }),
    { numRuns: 20 },
  );
}, 60_000);

it("where people are found by the page only, it takes whom a page listed and nobody else, whenever that was switched", async () => {
  const lookups = fc.uniqueArray(fc.nat({ max: 30 }).map(String), { minLength: 1, maxLength: 12 });
  const way = fc.constantFrom("listed", "typed", "email", "kombo");
  await fc.assert(
    fc.asyncProperty(
      lookups,
      fc.array(way, { minLength: 1, maxLength: 6 }),
      fc.nat({ max: 2 }),
      async (ids, ways, from) => {
        world = await World.open();
        const listed = new Set(ids.map((one) => `candidate\n${one}`));
        const asOf = (step: number) => (step >= from ? listed : null);
        const some = people(ways.length).map((one, at) => ({ ...one, reference: referenceOf(ways[at]!, ids) }));
        await createBatch(world.batches, { batch: asked(some.length), newTags: [], noted: [] }, SETTINGS);
        const added = await addToBatch(world.batches, { id, from: 0, people: some }, asOf(1));
        const begun = added.ok ? await beginBatch(world.batches, { id, noted: [] }, SETTINGS, asOf(2)) : added;
        const expected = ways.every((one) => one === "listed") ? null : "by-hand-off";
        expect(begun).toEqual({ ok: expected === null, refused: expected });
        world.answers = () => OK;
        await world.dispatcher.run();
        expect(world.sent).toHaveLength(expected === null ? ways.length : 0);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

/** How a row is named that came this way. */
function referenceOf(way: "listed" | "typed" | "email" | "kombo", listed: readonly string[]): AtsReference | null {
  if (way === "kombo") return { ats: null, tenant: null, lookups: [] };
  if (way === "email") return { ats: null, tenant: null, lookups: [{ by: "email", value: "ada@example.com" }] };
  const value = way === "listed" ? listed[0]! : `not ${listed[0]}`;
  return { ats: "greenhouse", tenant: null, lookups: [{ by: "candidate", value }] };
}

it("says it where the company's rules change between two steps, and sends nothing", async () => {
  const against: Settings = { ...SETTINGS, tagRules: { ...NO_TAG_RULES, forbiddenWords: ["Fair"] } };
  const steps = [
    () => createBatch(world.batches, { batch: asked(2), newTags: [], noted: [] }, settings),
    () => addToBatch(world.batches, { id, from: 0, people: people(2) }, null),
    () => beginBatch(world.batches, { id, noted: [] }, settings, null),
  ];
  let settings = SETTINGS;
  for (const changedBefore of [0, 1, 2]) {
    settings = SETTINGS;
    world.rules = { ...SETTINGS, requester: null };
    const refusals = [];
    for (const [at, step] of steps.entries()) {
      if (at === changedBefore) {
        settings = against;
        world.rules = { ...against, requester: null };
      }
      const { refused } = await step();
      if (refused !== null) refusals.push([at, refused]);
      if (refused !== null) break;
    }
    expect(refusals).toEqual([[changedBefore, "tag-rules"]]);
    await world.dispatcher.run();
    expect(world.sent).toEqual([]);
    await world.batches.forget(id);
  }
});

it("begins only once the company's note on a tag was shown", async () => {
  const settings = { ...SETTINGS, tagNotes: [{ tag: "fair", note: "Tell them first." }] };
  expect(await write(2, settings)).toMatchObject({ refused: "noted" });
  expect(await write(2, settings, ["fair"])).toEqual({ ok: true, refused: null });
  await createBatch(world.batches, { batch: { ...asked(1), id: "late" }, newTags: [], noted: [] }, SETTINGS);
  await addToBatch(world.batches, { id: "late", from: 0, people: people(1) }, null);
  expect(await beginBatch(world.batches, { id: "late", noted: [] }, settings, null)).toMatchObject({
    refused: "noted",
  });
});

it.each(["paused", "too-old"] as const)(
  "what is asked for again in a batch that is %s waits with the rest",
  async (state) => {
    world.answers = ({ row = 0 }) =>
      row <= 3
        ? { ok: false, failure: failure("unknown"), answered: true, limit: 10, remaining: 9 }
        : world.sent.length < 12
          ? OK
          : "never";
    await write(40);
    void world.dispatcher.run();
    await world.settled(() => world.requests.length > 0 && world.sent.length >= 12);
    if (state === "paused") await world.batches.move(id, "pause");
    else {
      await world.restart();
      world.now += 25 * HOUR;
      await world.dispatcher.run();
    }
    world.answers = () => OK;
    for (const { answer } of [...world.requests]) answer(OK);
    await world.dispatcher.run();
    expect((await world.batch(id)).batch?.state).toBe(state);
    const sent = world.sent.length;
    expect(await world.batches.retry(id, null)).toBe(true);
    await world.dispatcher.run();
    expect(world.sent).toHaveLength(sent);
    expect((await world.batch(id)).batch?.state).toBe(state);
    await world.batches.move(id, "start");
    await world.dispatcher.run();
    expect((await world.batch(id)).jobs.map((job) => job.state)).toEqual(Array(40).fill("done"));
  },
);

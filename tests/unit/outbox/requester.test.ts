import { beforeEach, expect, it, vi } from "vitest";
import { isRequestedBy, type Requester } from "../../../src/domain/requester";
import { World } from "./fake-worker";
import { draft, failure } from "./make";
import { persons, startBatch } from "./make-batch";

const ADA: Requester = { id: "https://id.example.com ada", name: "ada@example.com" };
const BEN: Requester = { id: "https://id.example.com ben", name: "ben@example.com" };

let world: World;
vi.mock("../../../src/storage/db", async (original) => ({
  ...(await original<typeof import("../../../src/storage/db")>()),
  withDb: (work: Parameters<World["outbox"]["parts"]["withDb"]>[0]) => world.outbox.parts.withDb(work),
}));
const { returnTo } = await import("../../../src/background/outbox/return-to");

const OK = { ok: true, warnings: [], unreadable: false, limit: 10, remaining: 9 } as const;
const OTHER = { ok: false, failure: failure("other-user"), answered: true, limit: 10, remaining: 9 } as const;
/** Whose tag reached the ATS, in order. */
let reached: (readonly [tag: string, as: string | undefined])[];

/** As the sender does it: what somebody else asked for does not leave. */
const sends = () => {
  world.answers = (job) => {
    if (!isRequestedBy(job, world.rules.requester)) return OTHER;
    reached.push([job.tag, world.rules.requester?.name]);
    return OK;
  };
};

/** This person signs in: what is theirs goes on, and everything is tried. */
async function signIn(who: Requester): Promise<void> {
  world.rules = { ...world.rules, requester: who };
  await returnTo(who, world.outbox, world.batches);
  await world.dispatcher.run();
}

beforeEach(async () => {
  world = await World.open();
  reached = [];
  sends();
});

const asks = async (tag: string) => (await world.outbox.append([draft({ tag })]))[0]!;
const stored = async (id: string) => world.outbox.get(id);

it("what one person asked for waits and asks once another is signed in, and goes on by itself when they are back", async () => {
  world.rules = { ...world.rules, requester: ADA };
  const { id } = await asks("Fair");
  await signIn(BEN);
  expect(await stored(id)).toMatchObject({ state: "failed", failure: { kind: "other-user" }, requestedBy: ADA });
  await asks("Referral");
  await world.dispatcher.run();
  expect(reached).toEqual([["Referral", BEN.name]]);
  await signIn(ADA);
  expect(await stored(id)).toMatchObject({ state: "done" });
  expect(reached).toEqual([
    ["Referral", BEN.name],
    ["Fair", ADA.name],
  ]);
});

it("the other one may have it sent in their own name, or remove it", async () => {
  world.rules = { ...world.rules, requester: ADA };
  const [one, two] = [await asks("Fair"), await asks("Referral")];
  await signIn(BEN);
  await world.outbox.retry(one.id);
  await world.outbox.discard(two.id);
  await world.dispatcher.run();
  expect(await stored(one.id)).toMatchObject({ state: "done", requestedBy: BEN });
  expect(await stored(two.id)).toMatchObject({ state: "cancelled" });
  await signIn(ADA);
  expect(reached).toEqual([["Fair", BEN.name]]);
});

it("who asks for the same tag, or takes it back, does so in their own name", async () => {
  world.rules = { ...world.rules, requester: ADA };
  const first = await asks("Fair");
  world.rules = { ...world.rules, requester: BEN };
  expect((await asks("Fair")).id).toBe(first.id);
  await world.dispatcher.run();
  await signIn(ADA);
  expect(await world.outbox.undo(first.id)).toBe(true);
  await world.dispatcher.run();
  expect(reached).toEqual([
    ["Fair", BEN.name],
    ["Fair", ADA.name],
  ]);
});

it("without a sign-in everything is as before, and what was asked for then asks after one", async () => {
  await asks("Fair");
  await world.dispatcher.run();
  const { id } = await asks("Referral");
  await signIn(ADA);
  expect(reached).toEqual([["Fair", undefined]]);
  expect(await stored(id)).toMatchObject({ state: "failed", failure: { kind: "other-user" } });
});

/** A batch of one person's, half of it sent. */
async function halfABatch(): Promise<string> {
  world.rules = { ...world.rules, requester: ADA };
  await startBatch(world, persons(60, world.now), "batch");
  const send = world.answers!;
  world.answers = (job) => {
    const answer = send(job);
    if (reached.length >= 30) world.rules = { ...world.rules, requester: BEN };
    return answer;
  };
  await world.dispatcher.run();
  return "batch";
}

it("a batch stands still once another person is signed in, and goes on when the first is back; none is lost or sent twice", async () => {
  const id = await halfABatch();
  expect((await world.batch(id)).batch).toMatchObject({ state: "stopped", failure: { kind: "other-user" } });
  expect(new Set(reached.map(([, as]) => as))).toEqual(new Set([ADA.name]));
  const before = reached.length;
  expect(before).toBeLessThan(60);
  sends();
  await signIn(BEN);
  expect(reached).toHaveLength(before);
  await signIn(ADA);
  expect(reached.map(([, as]) => as)).toEqual(Array(60).fill(ADA.name));
  expect((await world.batch(id)).batch).toMatchObject({ state: "over" });
});

it("or the other one has the rest of it sent in their own name", async () => {
  const id = await halfABatch();
  const before = reached.length;
  sends();
  await signIn(BEN);
  await world.batches.move(id, "start");
  await world.dispatcher.run();
  expect(reached.slice(before).map(([, as]) => as)).toEqual(Array(60 - before).fill(BEN.name));
  expect((await world.batch(id)).batch).toMatchObject({ state: "over", requestedBy: BEN });
});

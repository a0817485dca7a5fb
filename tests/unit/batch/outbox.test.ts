import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { BATCH_STATES, type Batch, batchWidth, undoBatchId } from "../../../src/domain/batch/batch";
import { reportLines } from "../../../src/domain/batch/report";
import type { Job } from "../../../src/domain/job";
import { World } from "../outbox/fake-worker";
import { draft, failure, GREENHOUSE, HOUR, LEVER } from "../outbox/make";

let world: World;
beforeEach(async () => {
  world = await World.open();
});

const OK = { ok: true, warnings: [], unreadable: false, limit: 10, remaining: 9 } as const;
const refused = (kind: Parameters<typeof failure>[0]) =>
  ({ ok: false, failure: failure(kind), answered: true, limit: 10, remaining: 9 }) as const;

const person = (at: number, tags: readonly string[] = []) => ({
  row: at,
  integrationId: GREENHOUSE,
  candidate: { id: `c${at}`, remoteId: String(at), name: `Person ${at}`, tags: [...tags] },
  reference: null,
  asOf: world.now,
  tags: [{ name: "Fair", create: false }],
});

/** Writes a batch for so many people and starts it. */
async function start(count: number, part: Partial<Batch> = {}): Promise<string> {
  const id = part.id ?? `batch-${count}`;
  const asked = { operation: "add", integrationIds: [GREENHOUSE], tags: ["Fair"], people: count, jobs: count } as const;
  await world.batches.create({ ...asked, rows: count, skipped: [], id, ...part });
  const people = Array.from({ length: count }, (_, at) => person(at + 1));
  for (let at = 0; at < count; at += 50) await world.batches.add(id, at, people.slice(at, at + 50));
  expect(await world.batches.move(id, "start")).toBe(true);
  return id;
}

const lines = async (id: string, undone?: ReadonlySet<string>) => {
  const { batch, jobs } = await world.batch(id);
  return reportLines(batch!, jobs, undone);
};
const outcomes = async (id: string) => (await lines(id)).map(({ outcome }) => outcome);

/** Lets what was begun go on. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Every request that is open, or is still begun, is answered. */
async function answerAll(): Promise<void> {
  world.answers = () => OK;
  for (const { answer } of [...world.requests]) answer(OK);
  await world.dispatcher.run();
}

describe("a batch", () => {
  it("sends every job once, and the outbox never holds more than a few of them", async () => {
    const id = await start(120);
    let most = 0;
    world.answers = () => {
      void world.outbox.liveJobs().then((live) => {
        most = Math.max(most, live.length);
      });
      return OK;
    };
    await world.dispatcher.run();
    expect(world.sent.map(({ target }) => target.candidateId)).toHaveLength(120);
    expect(new Set(world.sent.map(({ target }) => target.candidateId)).size).toBe(120);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(3 * batchWidth(10));
    expect(await outcomes(id)).toEqual(Array(120).fill("done"));
    expect((await world.batch(id)).batch).toMatchObject({ state: "over" });
    expect(await world.outbox.all()).toEqual([]);
  });

  it("leaves two places free, and a tag by hand takes one at once", async () => {
    await start(40);
    world.answers = null;
    void world.dispatcher.run();
    await world.request();
    await world.settled(() => world.requests.length === batchWidth(4));
    await turns();
    expect(world.requests.length).toBe(batchWidth(4));
    world.requests[0]!.answer(OK);
    await world.settled(() => world.requests.length === batchWidth(10));
    await world.outbox.append([draft({ tag: "By hand", candidate: "c40" })]);
    void world.dispatcher.run();
    const byHand = await world.request("By hand");
    expect(world.requests.length).toBe(batchWidth(10) + 1);
    byHand.answer(OK);
  });

  it("sends the next one before the answer of the last is on disk, and claims it before it is sent", async () => {
    await start(60);
    world.answers = null;
    void world.dispatcher.run();
    await world.request();
    world.requests[0]!.answer(OK);
    await world.settled(() => world.requests.length === batchWidth(10));
    await turns();
    for (let round = 0; round < 20; round++) {
      let ended = 0;
      world.onTransaction = (moment) => {
        if (moment === "after") ended += 1;
      };
      const known = world.sent.length;
      world.requests[0]!.answer(OK);
      await world.settled(() => world.sent.length > known);
      const { id } = world.sent.at(-1)!;
      expect(ended).toBe(0);
      expect(await world.stored(id)).toMatchObject({ state: "sending", attempts: 1 });
      world.onTransaction = null;
      await turns();
      expect(world.requests.length).toBe(batchWidth(10));
    }
    await answerAll();
    expect(new Set(world.sent.map(({ id }) => id)).size).toBe(60);
  });

  it("claimed ahead and paused it waits as if nothing had been begun", async () => {
    const id = await start(60);
    world.answers = null;
    void world.dispatcher.run();
    await world.request();
    world.requests[0]!.answer(OK);
    await world.settled(() => world.requests.length === batchWidth(10));
    await turns();
    expect((await world.outbox.liveJobs()).filter(({ state }) => state === "sending").length).toBeGreaterThan(
      batchWidth(10),
    );
    await world.batches.move(id, "pause");
    await answerAll();
    const { jobs } = await world.batch(id);
    const waiting = jobs.filter(({ state }) => state === "queued");
    expect(waiting).toHaveLength(60 - world.sent.length);
    expect(waiting.every(({ attempts, unanswered }) => attempts === 0 && !unanswered)).toBe(true);
    expect(await world.outbox.liveJobs()).toEqual([]);
  });

  it("does nothing before it is started, and is forgotten if it never is", async () => {
    const asked = { operation: "add", integrationIds: [GREENHOUSE], tags: ["Fair"], people: 1, jobs: 1 } as const;
    await world.batches.create({ ...asked, rows: 1, skipped: [], id: "b" });
    await world.batches.add("b", 0, [person(1)]);
    await world.dispatcher.run();
    expect(world.sent).toEqual([]);
    await world.restart();
    await world.batches.recover();
    expect(await world.batch("b")).toEqual({ batch: undefined, jobs: [] });
    expect(await world.batches.add("b", 1, [person(2)])).toBe(false);
  });

  it("pauses, goes on and is cancelled; what is left is called off", async () => {
    const id = await start(30);
    void world.dispatcher.run();
    await world.request();
    expect(await world.batches.move(id, "pause")).toBe(true);
    await answerAll();
    const sent = world.sent.length;
    expect(sent).toBeLessThan(30);
    expect(await world.outbox.liveJobs()).toEqual([]);
    await world.restart();
    await world.dispatcher.run();
    expect(world.sent).toHaveLength(sent);

    world.answers = () => (world.sent.length < 12 ? OK : "never");
    expect(await world.batches.move(id, "start")).toBe(true);
    void world.dispatcher.run();
    await world.settled(() => world.requests.length > 0 && world.sent.length >= 12);
    expect(await world.batches.move(id, "cancel")).toBe(true);
    await answerAll();
    const all = await outcomes(id);
    expect(all.filter((one) => one === "done")).toHaveLength(world.sent.length);
    expect(all.filter((one) => one === "cancelled")).toHaveLength(30 - world.sent.length);
  });

  it("stops once for a refusal that concerns all, and goes on when it is mended", async () => {
    const id = await start(50);
    world.answers = () => refused("permission-missing");
    await world.dispatcher.run();
    expect((await world.batch(id)).batch).toMatchObject({ state: "stopped", failure: { kind: "permission-missing" } });
    // What was begun before the first answer, and what its headers made room for.
    expect(world.sent.length).toBeLessThanOrEqual(batchWidth(4) + batchWidth(10));
    expect(await outcomes(id)).toEqual(Array(50).fill("waiting"));
    world.answers = () => OK;
    await world.batches.move(id, "start");
    await world.dispatcher.run();
    expect(await outcomes(id)).toEqual(Array(50).fill("done"));
  });

  it("holds once for a key that is refused, and goes on with a new one", async () => {
    const id = await start(50);
    world.answers = (job) => (world.sent.length > 20 ? refused("key-invalid") : job && OK);
    await world.dispatcher.run();
    expect(world.holds).toHaveLength(1);
    const sent = world.sent.length;
    await world.restart();
    await world.dispatcher.run();
    expect(world.sent).toHaveLength(sent);
    world.answers = () => OK;
    await world.outbox.resume("key");
    await world.dispatcher.run();
    expect(await outcomes(id)).toEqual(Array(50).fill("done"));
  });

  it("asks once when it waited for more than a day, handed over or not", async () => {
    const id = await start(50);
    void world.dispatcher.run();
    await world.request();
    await world.restart();
    world.now += 25 * HOUR;
    world.answers = () => OK;
    await world.dispatcher.run();
    expect((await world.batch(id)).batch).toMatchObject({ state: "too-old" });
    expect(await outcomes(id)).toEqual(Array(50).fill("waiting"));
    await world.batches.move(id, "start");
    await world.dispatcher.run();
    expect(await outcomes(id)).toEqual(Array(50).fill("done"));
  });

  it("retries all that failed for one reason", async () => {
    const id = await start(20);
    world.answers = ({ row = 0 }) =>
      row % 4 === 0 ? refused("candidate-gone") : row % 5 === 0 ? refused("unknown") : OK;
    await world.dispatcher.run();
    const all = await lines(id);
    expect(all.filter(({ outcome }) => outcome === "failed").map(({ row }) => row)).toEqual([
      4, 5, 8, 10, 12, 15, 16, 20,
    ]);
    world.answers = () => OK;
    expect(await world.batches.retry(id, "unknown")).toBe(true);
    await world.dispatcher.run();
    expect((await lines(id)).filter(({ outcome }) => outcome === "failed").map(({ row }) => row)).toEqual([
      4, 8, 12, 16, 20,
    ]);
    expect(await world.batches.retry(id, null)).toBe(true);
    await world.dispatcher.run();
    expect(await outcomes(id)).toEqual(Array(20).fill("done"));
  });

  it("retries what failed of a cancelled batch, and leaves what was called off", async () => {
    const id = await start(60);
    world.answers = ({ row = 0 }) => (row < 5 ? refused("unknown") : world.sent.length < 20 ? OK : "never");
    void world.dispatcher.run();
    await world.settled(() => world.requests.length > 0 && world.sent.length >= 20);
    await world.batches.move(id, "cancel");
    await answerAll();
    const before = await outcomes(id);
    expect(before.slice(0, 4)).toEqual(Array(4).fill("failed"));
    expect(await world.batches.retry(id, "unknown")).toBe(true);
    await world.dispatcher.run();
    expect(await outcomes(id)).toEqual(before.map((one) => (one === "failed" ? "done" : one)));
  });

  it("is taken back in the middle: what is on its way is removed, what waits is never sent", async () => {
    const id = await start(40);
    const carries = new Set<string>();
    world.answers = (job) => {
      if (job.operation === "add") carries.add(job.target.candidateId);
      else carries.delete(job.target.candidateId);
      return world.sent.length < 10 ? OK : "never";
    };
    void world.dispatcher.run();
    await world.settled(() => world.requests.length > 0 && world.sent.length >= 10);
    expect(await world.batches.undo(id)).toBe(true);
    const note = world.answers;
    world.answers = (job) => {
      note(job);
      return OK;
    };
    for (const { answer } of [...world.requests]) answer(OK);
    await world.dispatcher.run();
    expect([...carries]).toEqual([]);
    expect(await world.batches.retry(id, null)).toBe(false);
  });

  it("is taken back exactly: what somebody carried before, or got by hand, stays", async () => {
    await world.outbox.append([draft({ tag: "fair", candidate: "c2" })]);
    world.answers = () => OK;
    await world.dispatcher.run();
    const id = "mixed";
    const asked = { operation: "add", integrationIds: [GREENHOUSE], tags: ["Fair"], people: 4, jobs: 4 } as const;
    await world.batches.create({ ...asked, rows: 4, skipped: [], id });
    await world.batches.add(id, 0, [person(1, ["FAIR"]), person(2), person(3), person(4)]);
    await world.batches.move(id, "start");
    world.answers = ({ row }) => (row === 4 ? refused("unknown") : OK);
    await world.dispatcher.run();
    expect(await outcomes(id)).toEqual(["carried-before", "carried-before", "done", "failed"]);

    world.sent = [];
    world.answers = () => OK;
    expect(await world.batches.undo(id)).toBe(true);
    expect(await world.batches.undo(id)).toBe(false);
    await world.dispatcher.run();
    expect(world.sent.map(({ operation, target }) => [operation, target.candidateId])).toEqual([["remove", "c3"]]);
    expect((await world.batch(undoBatchId(id))).batch).toMatchObject({ state: "over", jobs: 1, undoes: id });
  });

  it("gives way to what a person asks for by hand against it", async () => {
    const id = await start(30, { operation: "remove" });
    await world.outbox.append(() => [draft({ tag: "Fair", candidate: "c20" })]);
    world.answers = () => OK;
    await world.dispatcher.run();
    const ofTwenty = world.sent.filter(({ target }) => target.candidateId === "c20");
    expect(ofTwenty.map(({ operation }) => operation)).toEqual(["add"]);
    expect((await outcomes(id)).filter((one) => one === "cancelled")).toHaveLength(1);
  });

  it("of two integrations goes on with the one that is not held", async () => {
    const people = [1, 2, 3, 4].map((at) => ({ ...person(at), integrationId: at % 2 ? GREENHOUSE : LEVER }));
    const asked = { operation: "add", tags: ["Fair"], people: 4, jobs: 4, rows: 4, skipped: [] } as const;
    await world.batches.create({ ...asked, id: "two", integrationIds: [GREENHOUSE, LEVER] });
    await world.batches.add("two", 0, people);
    await world.batches.move("two", "start");
    world.answers = ({ target }) => (target.integrationId === LEVER ? refused("ats-login-invalid") : OK);
    await world.dispatcher.run();
    expect(await outcomes("two")).toEqual(["done", "waiting", "done", "waiting"]);
  });

  it("is forgotten with its jobs once it is over for long enough", async () => {
    const id = await start(600);
    world.answers = () => OK;
    await world.dispatcher.run();
    await world.batches.prune(30);
    expect((await world.batch(id)).jobs).toHaveLength(600);
    world.now += 31 * 24 * HOUR;
    await world.batches.prune(30);
    expect(await world.batch(id)).toEqual({ batch: undefined, jobs: [] });
  });
});

it("whatever dies, pauses and fails on the way, each row ends once, nobody else is written to, undo takes back just that", async () => {
  type Fate = "ok" | "busy" | "unknown" | "no-answer";
  const step = fc.record({
    kill: fc.nat({ max: 60 }),
    next: fc.constantFrom("pause", "start", "key", "nothing"),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.constantFrom<Fate>("ok", "ok", "ok", "busy", "unknown", "no-answer"), {
        minLength: 1,
        maxLength: 40,
      }),
      fc.array(step, { maxLength: 5 }),
      async (count, some, steps) => {
        const fates: Fate[] = [...some, "ok"];
        world = await World.open();
        const carries = new Set<string>();
        let answered = 0;
        world.answers = (job: Job) => {
          const fate = world.isDead() ? "no-answer" : (fates[answered++ % fates.length] as Fate);
          // A write that nobody answers may have happened.
          if (fate === "ok" || fate === "no-answer") {
            if (job.operation === "add") carries.add(job.target.candidateId);
            else carries.delete(job.target.candidateId);
          }
          if (answered > 2000) return OK;
          if (fate === "no-answer") return { ...refused("offline"), answered: false };
          return fate === "ok" ? OK : refused(fate);
        };
        const id = await start(count);
        for (const { kill, next } of steps) {
          let left = kill;
          world.onTransaction = () => {
            left -= 1;
            if (left === 0) world.die();
          };
          await world.runOrDie();
          world.onTransaction = null;
          await world.restart();
          await world.batches.recover();
          if (next === "pause" || next === "start") await world.batches.move(id, next);
          if (next === "key") await world.outbox.resume("key");
        }
        await world.batches.move(id, "start");
        await finish();
        const report = await lines(id);
        expect(report.map(({ row }) => row)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
        expect(report.every(({ outcome }) => ["done", "failed", "unknown"].includes(outcome))).toBe(true);
        // The report is what the ATS has.
        for (const { job, outcome } of report) {
          if (outcome === "done") expect(carries.has(job!.target.candidateId)).toBe(true);
          if (outcome === "failed") expect(carries.has(job!.target.candidateId)).toBe(false);
        }
        expect(world.violations).toEqual([]);
        expect(await world.outbox.all()).toEqual([]);

        fates.splice(0, fates.length, "ok");
        await world.batches.undo(id);
        await finish();
        expect([...carries]).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );

  async function finish(): Promise<void> {
    for (let rounds = 0; rounds < 200; rounds++) {
      await world.dispatcher.run();
      const next = world.nextTime();
      if ((await world.outbox.liveJobs()).length === 0 || next === null) return;
      await world.goTo(next);
    }
  }
}, 60_000);

it("names every state it can be in", () => expect(new Set(BATCH_STATES).size).toBe(BATCH_STATES.length));

import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FailureKind } from "../../../src/domain/failure";
import { MAX_LIMITED_ATTEMPTS, SLOW_RETRY_MS, TOO_OLD_MS } from "../../../src/domain/outbox/backoff";
import { OK, refusal, until, World } from "./fake-worker";
import { draft, failure, GREENHOUSE, HOUR, LEVER, START } from "./make";

let world: World;
beforeEach(async () => {
  world = await World.open();
});

const ask = (...parts: Parameters<typeof draft>[0][]) => world.outbox.append(parts.map((part) => draft(part)));
const tags = () => world.sent.map(({ tag }) => tag);

/** Sends everything, refusing each tag the way it is told; anything else is applied. */
function answer(refusals: Record<string, FailureKind>): void {
  world.answers = ({ tag }) => (refusals[tag] ? refusal(refusals[tag]) : OK);
}

describe("sending", () => {
  it("sends in order, one at a time per candidate, in parallel across candidates", async () => {
    await ask({ tag: "A1", candidate: "a" }, { tag: "A2", candidate: "a" }, { tag: "B1", candidate: "b" });
    const run = world.dispatcher.run();
    const first = await world.request("A1");
    await world.request("B1");
    expect(tags()).toEqual(["A1", "B1"]);
    first.answer(OK);
    (await world.request("A2")).answer(OK);
    (await world.request("B1")).answer(OK);
    await run;
    expect(await world.states()).toEqual({ A1: "done", A2: "done", B1: "done" });
    expect(world.outcomes.map(({ tag }) => tag)).toEqual(["A1", "A2", "B1"]);
  });

  it("has each job on disk as sending, and the alarm set, before its request goes out", async () => {
    await ask({ tag: "A" });
    void world.dispatcher.run();
    await world.request();
    expect(await world.states()).toEqual({ A: "sending" });
    expect(world.alarmAtSend).toEqual([true]);
  });

  it("keeps the worker alive while something is open, and not longer", async () => {
    await ask({ tag: "A" });
    const run = world.dispatcher.run();
    const request = await world.request();
    expect(world.held).toBe(1);
    request.answer(OK);
    await run;
    expect(world.held).toBe(0);
    expect(world.nextTime()).toBeNull();
  });

  it("uses the room the answers name", async () => {
    await ask(...Array.from({ length: 30 }, (_, i) => ({ tag: `T${i}`, candidate: `c${i}` })));
    void world.dispatcher.run();
    const request = await until(() => (world.requests.length === 4 ? world.requests[0] : undefined));
    request.answer(OK);
    await until(() => world.requests.length === 10 || undefined);
    world.requests[0]!.answer(refusal("busy"));
    for (const open of world.requests.slice(0, 5)) open.answer(OK);
    await until(async () => (await world.states()).T5 === "done" || undefined);
    expect(world.requests.length).toBeLessThanOrEqual(5);
  });

  it("takes up what is asked for while it runs", async () => {
    await ask({ tag: "A" });
    const run = world.dispatcher.run();
    const request = await world.request();
    await ask({ tag: "B", candidate: "b" });
    void world.dispatcher.run();
    (await world.request("B")).answer(OK);
    request.answer(OK);
    await run;
    expect(await world.states()).toEqual({ A: "done", B: "done" });
  });

  it("keeps warnings, and a success whose body could not be read", async () => {
    world.answers = () => ({ ...OK, ok: true, warnings: ["lower-cased"], unreadable: true });
    await ask({});
    await world.dispatcher.run();
    expect((await world.outbox.all())[0]).toMatchObject({
      state: "done",
      warnings: ["lower-cased"],
      unreadable: true,
    });
  });

  it("does not send twice though two drains run", async () => {
    world.answers = () => OK;
    // Each with a outbox of its own, so that what they remember goes stale, and both past their start.
    const { dispatcher, outbox } = world;
    await dispatcher.run();
    await world.start();
    await world.dispatcher.run();
    await Promise.all([outbox.liveJobs(), world.outbox.liveJobs()]);
    await ask(...Array.from({ length: 20 }, (_, i) => ({ tag: `T${i}`, candidate: `c${i % 5}` })));
    outbox.invalidate();
    await Promise.all([dispatcher.run(), world.dispatcher.run()]);
    await until(async () => Object.values(await world.states()).every((state) => state === "done") || undefined);
    expect(new Set(tags()).size).toBe(20);
    expect(tags()).toHaveLength(20);
    expect(world.violations).toEqual([]);
  });

  it("does not send what was taken back at the last moment", async () => {
    const [job] = await ask({ tag: "A" });
    const { claim } = world.outbox;
    world.outbox.claim = async function (this: typeof world.outbox, id: string) {
      await this.undo(job!.id);
      return claim.call(this, id);
    };
    await world.dispatcher.run();
    expect(world.sent).toEqual([]);
    expect(await world.states()).toEqual({ A: "cancelled" });
    expect(world.held).toBe(0);
  });
});

describe("failures", () => {
  it("lets a poisoned job fail alone and tells once", async () => {
    await ask({ tag: "bad" }, { tag: "good" }, { tag: "other", candidate: "b" });
    answer({ bad: "input-refused" });
    await world.dispatcher.run();
    expect(await world.states()).toEqual({ bad: "failed", good: "done", other: "done" });
    expect(world.outcomes.filter(({ tag }) => tag === "bad")).toHaveLength(1);
    expect(tags().filter((tag) => tag === "bad")).toHaveLength(1);
  });

  it("waits and tries again, and only its own candidate waits with it", async () => {
    await ask({ tag: "down" }, { tag: "behind" }, { tag: "other", candidate: "b" });
    answer({ down: "ats-unreachable" });
    await world.dispatcher.run();
    expect(await world.states()).toEqual({ down: "queued", behind: "queued", other: "done" });
    answer({});
    await world.goTo(world.nextTime()!);
    expect(await world.states()).toEqual({ down: "done", behind: "done", other: "done" });
    expect(world.outcomes).toHaveLength(3);
  });

  it("has an alarm of at least 30 s besides the short timer", async () => {
    await ask({ tag: "down" });
    answer({ down: "busy" });
    await world.dispatcher.run();
    expect(world.nextTime()! - world.now).toBeLessThan(30_000);
    expect(world.alarmAt! - world.now).toBeGreaterThanOrEqual(30_000);
  });

  it("honours Retry-After", async () => {
    await ask({});
    world.answers = () =>
      ({ ...refusal("busy"), failure: { ...refusalFailure("busy"), retryAfterMs: 20_000 } }) as never;
    await world.dispatcher.run();
    expect((await world.outbox.all())[0]!.nextTryAt).toBe(START + 21_000);
  });

  it("gives up after a few tries where the table says few", async () => {
    await ask({ tag: "slow" });
    world.answers = () => refusal("timed-out", false);
    await world.dispatcher.run();
    for (let next = world.nextTime(); next !== null; next = world.nextTime()) await world.goTo(next);
    expect(world.sent).toHaveLength(MAX_LIMITED_ATTEMPTS);
    expect((await world.outbox.all())[0]).toMatchObject({ state: "failed", unanswered: true });
  });

  it("goes on slowly while Kombo copies the ATS", async () => {
    await ask({ tag: "A" });
    answer({ A: "setup-syncing" });
    await world.dispatcher.run();
    expect((await world.outbox.all())[0]!.nextTryAt).toBe(START + SLOW_RETRY_MS);
  });

  it("stops trying after a day and asks; asked again it goes on", async () => {
    await ask({ tag: "A" });
    answer({ A: "offline" });
    await world.dispatcher.run();
    for (let next = world.nextTime(); next !== null; next = world.nextTime()) await world.goTo(next);
    const [failed] = await world.outbox.all();
    expect(failed).toMatchObject({ state: "failed", failure: { kind: "too-old" } });
    expect(failed!.updatedAt - START).toBeGreaterThan(TOO_OLD_MS);
    expect(failed!.updatedAt - START).toBeLessThan(TOO_OLD_MS + HOUR);
    answer({});
    await world.outbox.retry(failed!.id);
    await world.dispatcher.run();
    expect(await world.states()).toEqual({ A: "done" });
  });

  it("tries at once when the clock was set back", async () => {
    await ask({ tag: "A" });
    answer({ A: "setup-syncing" });
    await world.dispatcher.run();
    answer({});
    await world.goTo(START - 100 * HOUR);
    expect(await world.states()).toEqual({ A: "done" });
  });

  it("calls a sender that throws a failure nobody knows the result of", async () => {
    await ask({ tag: "A" });
    world.answers = () => {
      throw new Error("bug");
    };
    await world.dispatcher.run();
    expect((await world.outbox.all())[0]).toMatchObject({
      state: "failed",
      unanswered: true,
      failure: { kind: "internal" },
    });
  });
});

describe("a outbox that cannot be written", () => {
  const failing = (times: number) => {
    const put = vi.spyOn(IDBObjectStore.prototype, "put");
    for (let i = 0; i < times; i++) {
      put.mockImplementationOnce(() => {
        throw new DOMException("full", "QuotaExceededError");
      });
    }
    return put;
  };
  const onward = async () => world.goTo(await until(() => world.nextShortTime() ?? undefined));

  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    return () => vi.restoreAllMocks();
  });

  it("before sending: nothing goes out until it can be", async () => {
    await ask({ tag: "A" });
    world.answers = () => OK;
    failing(1);
    void world.dispatcher.run();
    const retryAt = await until(() => world.nextShortTime() ?? undefined);
    expect(world.sent).toEqual([]);
    await world.goTo(retryAt);
    expect(await world.states()).toEqual({ A: "done" });
  });

  it("after the answer: the answer is kept and written later, not asked for again", async () => {
    await ask({ tag: "A" });
    void world.dispatcher.run();
    const request = await world.request();
    failing(1);
    request.answer(OK);
    await onward();
    expect(await world.states()).toEqual({ A: "done" });
    expect(world.sent).toHaveLength(1);
  });

  it("for long after the answer: sent again in the end, not certain", async () => {
    await ask({ tag: "A" });
    void world.dispatcher.run();
    const request = await world.request();
    failing(3);
    request.answer(OK);
    world.answers = () => OK;
    for (let i = 0; i < 3; i++) await onwardWithoutWaiting();
    await until(async () => (await world.states()).A === "done" || undefined);
    expect((await world.outbox.all())[0]).toMatchObject({ state: "done", unanswered: true, attempts: 2 });
  });

  async function onwardWithoutWaiting(): Promise<void> {
    const next = await until(() => world.nextShortTime() ?? undefined);
    void world.goTo(next);
  }
});

it("has the alarm before something asked for is on disk, and still has one for what waits longer", async () => {
  await ask({ tag: "A" });
  world.answers = () => ({ ...refusal("busy"), failure: failure("busy", HOUR / 2) });
  await world.dispatcher.run();
  const due = (await world.outbox.all())[0]!.nextTryAt;
  while (world.alarmAt! < due) await world.goTo(world.alarmAt!);
  // The disk refuses what is asked for next, so nothing new is there when the alarm rings.
  world.dispatcher.prepare();
  expect(world.alarmAt).toBeLessThan(due);
  await world.dispatcher.run();
  for (let rings = 0; rings < 3 && world.alarmAt! < due; rings++) await world.goTo(world.alarmAt!);
  expect(world.alarmAt).toBe(due);
});

it("forgets neither of two jobs whose answers could not be written down at the same time", async () => {
  await ask({ tag: "A", candidate: "a" }, { tag: "B", candidate: "b" });
  void world.dispatcher.run();
  const [a, b] = [await world.request("A"), await world.request("B")];
  const finish = vi.spyOn(world.outbox, "finish").mockRejectedValue(new Error("no room"));
  /** Waits until this many writings have failed and the pause after the last one has begun. */
  const failed = async (count: number) => {
    await until(() => finish.mock.calls.length === count || undefined);
    await new Promise((resolve) => setImmediate(resolve));
  };
  a.answer(OK);
  await failed(1);
  world.now += 1;
  b.answer(OK);
  await failed(2);
  for (const [tries, time] of [5000, 5001, 10_000, 10_001].entries()) {
    void world.goTo(START + time);
    await failed(3 + tries);
  }
  // There is room again. B's last pause ends while the recovery that A asked for is on its way back.
  finish.mockRestore();
  world.answers = () => OK;
  world.onTransaction = (moment) => {
    if (moment === "before") return;
    world.onTransaction = null;
    void world.goTo(START + 15_001);
  };
  void world.goTo(START + 15_000);
  await until(async () => Object.values(await world.states()).every((state) => state === "done") || undefined);
  expect(world.violations).toEqual([]);
});

it("keeps an alarm until what became too old is told of", async () => {
  await ask({ tag: "A" });
  world.now = START + TOO_OLD_MS + 1;
  const alarms: (number | null)[] = [];
  world.onTransaction = () => alarms.push(world.alarmAt);
  await world.dispatcher.run();
  expect(await world.states()).toEqual({ A: "failed" });
  expect(alarms).not.toContain(null);
  expect(world.alarmAt).toBeNull();
});

describe("holds", () => {
  it("stands still until mended, says so once and burns through nothing", async () => {
    await ask(...Array.from({ length: 12 }, (_, i) => ({ tag: `T${i}`, candidate: `c${i}` })));
    world.answers = () => refusal("key-invalid");
    await world.dispatcher.run();
    expect(world.holds).toHaveLength(1);
    expect(world.sent.length).toBeLessThanOrEqual(10);
    expect(world.outcomes).toEqual([]);
    expect(world.nextTime()).toBeNull();
    await world.goTo(START + 30 * HOUR);
    expect(world.sent.length).toBeLessThanOrEqual(10);
    world.answers = () => OK;
    await world.outbox.resume("key");
    await world.dispatcher.run();
    expect(new Set(Object.values(await world.states()))).toEqual(new Set(["done"]));
  });

  it("holds one integration and leaves the others running", async () => {
    await ask({ tag: "A" }, { tag: "B", integration: LEVER }, { tag: "C", candidate: "c" });
    world.answers = ({ target }) => (target.integrationId === GREENHOUSE ? refusal("ats-login-invalid") : OK);
    await world.dispatcher.run();
    expect(await world.states()).toEqual({ A: "queued", B: "done", C: "queued" });
    expect(world.holds.map(({ scope }) => scope)).toEqual([GREENHOUSE]);
  });
});

describe("a candidate whose id Kombo refuses", () => {
  it("is looked up once more, with everything that waits behind", async () => {
    await ask({ tag: "A", candidate: "old" }, { tag: "B", candidate: "old" });
    world.answers = ({ target }) => (target.candidateId === "old" ? refusal("candidate-gone") : OK);
    world.resolveAgain = async () => ({ candidateId: "new" });
    await world.dispatcher.run();
    expect(world.sent.map(({ tag, target }) => [tag, target.candidateId])).toEqual([
      ["A", "old"],
      ["A", "new"],
      ["B", "new"],
    ]);
    expect(await world.states()).toEqual({ A: "done", B: "done" });
  });

  it("fails when it is refused again, or nobody like it is found", async () => {
    await ask({ tag: "A", candidate: "old" }, { tag: "B", candidate: "gone" });
    world.answers = () => refusal("candidate-gone");
    world.resolveAgain = async (target) =>
      target.candidateId === "old" ? { candidateId: "new" } : { failure: refusalFailure("candidate-gone") };
    await world.dispatcher.run();
    expect(await world.states()).toEqual({ A: "failed", B: "failed" });
    expect(tags().sort()).toEqual(["A", "A", "B"]);
  });

  it("waits when the look-up itself found no connection", async () => {
    await ask({ tag: "A", candidate: "old" });
    world.answers = () => refusal("candidate-gone");
    world.resolveAgain = async () => ({ failure: refusalFailure("offline") });
    await world.dispatcher.run();
    expect(await world.states()).toEqual({ A: "queued" });
  });
});

describe("undo while it is being sent", () => {
  it("waits for the answer, then removes", async () => {
    const [job] = await ask({ tag: "A" });
    const run = world.dispatcher.run();
    const request = await world.request();
    expect(await world.outbox.undo(job!.id)).toBe(true);
    request.answer(OK);
    const removal = await until(() => world.requests.find((open) => open.job.operation === "remove"));
    removal.answer(OK);
    await run;
    expect(world.sent.map(({ operation }) => operation)).toEqual(["add", "remove"]);
  });

  it("removes without sending the add again when nobody knows, after a while", async () => {
    const [job] = await ask({ tag: "A" });
    const run = world.dispatcher.run();
    const request = await world.request();
    await world.outbox.undo(job!.id);
    request.answer(refusal("timed-out", false));
    await run;
    world.answers = () => OK;
    for (let next = world.nextTime(); next !== null; next = world.nextTime()) await world.goTo(next);
    expect(world.sent.map(({ operation }) => operation)).toEqual(["add", "remove"]);
    expect((await world.outbox.all()).map(({ state, unanswered }) => [state, unanswered])).toEqual([
      ["cancelled", true],
      ["done", true],
    ]);
  });
});

describe("a worker that dies", () => {
  it("before sending: the next one sends", async () => {
    await ask({ tag: "A" });
    await world.restart();
    world.answers = () => OK;
    await world.dispatcher.run();
    expect(await world.states()).toEqual({ A: "done" });
    expect((await world.outbox.all())[0]!.unanswered).toBe(false);
  });

  it("while the answer is pending: sent again, not certain", async () => {
    await ask({ tag: "A" });
    void world.dispatcher.run();
    await world.request();
    await world.restart();
    expect(world.alarmAt).not.toBeNull();
    world.answers = () => OK;
    await world.dispatcher.run();
    expect((await world.outbox.all())[0]).toMatchObject({ state: "done", unanswered: true, attempts: 2 });
    expect(world.outcomes).toHaveLength(1);
  });

  it("during a retry wait: the alarm brings the next one", async () => {
    await ask({ tag: "A" });
    answer({ A: "offline" });
    await world.dispatcher.run();
    await world.restart();
    answer({});
    await world.goTo(world.alarmAt!);
    expect(await world.states()).toEqual({ A: "done" });
  });

  it("whose answer comes late all the same spoils nothing", async () => {
    await ask({ tag: "A" });
    const old = world.dispatcher.run();
    const late = await world.request();
    await world.start();
    void world.dispatcher.run();
    const second = await until(() => world.requests[1]);
    late.answer(refusal("input-refused"));
    await old;
    expect(await world.states()).toEqual({ A: "sending" });
    second.answer(OK);
    await until(async () => (await world.states()).A === "done" || undefined);
    expect((await world.outbox.all())[0]).toMatchObject({ state: "done", failure: null });
  });
});

function refusalFailure(kind: FailureKind) {
  const answered = refusal(kind);
  if (answered.ok) throw new Error("not a refusal");
  return answered.failure;
}

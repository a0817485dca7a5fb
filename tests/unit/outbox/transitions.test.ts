import { describe, expect, it } from "vitest";
import type { FailureKind } from "../../../src/domain/failure";
import { JOB_STATES, type Job, type JobState } from "../../../src/domain/job";
import {
  IllegalTransition,
  type JobEvent,
  makeDue,
  mayTransition,
  resume,
  transition,
} from "../../../src/domain/outbox/transitions";
import { failure, HOUR, job, START } from "./make";

const STATES: readonly JobState[] = JOB_STATES;
const busy = failure("busy");
const LATER = START + HOUR;

const EVENTS: Record<JobEvent["kind"], JobEvent> = {
  claim: { kind: "claim" },
  succeed: { kind: "succeed", warnings: ["lower-cased"], unreadable: true },
  retryLater: { kind: "retryLater", failure: busy, answered: false, nextTryAt: LATER + 5 },
  fail: { kind: "fail", failure: busy, answered: false },
  release: { kind: "release" },
  interrupt: { kind: "interrupt" },
  expire: { kind: "expire", failure: failure("too-old") },
  cancel: { kind: "cancel" },
  retry: { kind: "retry", seq: 99 },
};

/** Written out by hand on purpose: the table of the code must not check itself. */
const LEGAL: Record<string, JobState> = {
  "queued claim": "sending",
  "queued expire": "failed",
  "queued cancel": "cancelled",
  "sending succeed": "done",
  "sending retryLater": "queued",
  "sending fail": "failed",
  "sending release": "queued",
  "sending interrupt": "queued",
  "failed retry": "queued",
  "failed cancel": "cancelled",
};

const PAIRS = STATES.flatMap((state) => Object.values(EVENTS).map((event) => ({ state, event, type: event.kind })));

describe("every state with every event", () => {
  it.each(PAIRS)("$state, $type", ({ state, event }) => {
    const before = job({ state });
    const expected = LEGAL[`${state} ${event.kind}`];
    expect(mayTransition(before, event.kind)).toBe(expected !== undefined);
    if (expected === undefined) expect(() => transition(before, event, LATER)).toThrow(IllegalTransition);
    else expect(transition(before, event, LATER)).toMatchObject({ state: expected, updatedAt: LATER });
  });
});

describe("what a move changes", () => {
  const sending = (part: Partial<Job> = {}) => job({ state: "sending", attempts: 2, ...part });

  it("counts the sends", () => {
    expect(transition(job({ attempts: 2 }), EVENTS.claim, LATER).attempts).toBe(3);
  });

  it("keeps Kombo's warnings and forgets the earlier failure on success", () => {
    const done = transition(sending({ failure: busy }), EVENTS.succeed, LATER);
    expect(done).toMatchObject({ failure: null, warnings: ["lower-cased"], unreadable: true });
  });

  it("is unanswered after a send without answer, and stays so", () => {
    const unanswered = transition(sending(), EVENTS.retryLater, LATER);
    expect(unanswered).toMatchObject({ unanswered: true, failure: busy, nextTryAt: LATER + 5 });
    const again = transition(transition(unanswered, EVENTS.claim, LATER), EVENTS.succeed, LATER);
    expect(again.unanswered).toBe(true);
    expect(transition(sending(), { kind: "fail", failure: busy, answered: true }, LATER).unanswered).toBe(false);
    expect(transition(sending(), EVENTS.interrupt, LATER)).toMatchObject({ unanswered: true, nextTryAt: LATER });
  });

  it("counts the few tries apart from all others, anew after a retry", () => {
    const wait = (kind: FailureKind) => ({ ...EVENTS.retryLater, failure: failure(kind) }) as JobEvent;
    const timedOut = transition(sending({ limitedAttempts: 1 }), wait("timed-out"), LATER);
    expect(timedOut.limitedAttempts).toBe(2);
    expect(transition(transition(timedOut, EVENTS.claim, LATER), wait("busy"), LATER).limitedAttempts).toBe(2);
    expect(transition(job({ state: "failed", limitedAttempts: 4 }), EVENTS.retry, LATER).limitedAttempts).toBe(0);
  });

  it("puts a retried job at the end, young again", () => {
    const failed = job({ state: "failed", attempts: 5, failure: busy, seq: 3 });
    expect(transition(failed, EVENTS.retry, LATER)).toMatchObject({
      seq: 99,
      attempts: 0,
      failure: null,
      nextTryAt: LATER,
      requestedAt: LATER,
      createdAt: START,
    });
  });

  it("does not change the job it was given", () => {
    const before = job();
    const copy = structuredClone(before);
    transition(before, EVENTS.claim, LATER);
    expect(before).toEqual(copy);
  });

  it("takes times from the future back when the clock was set back", () => {
    const before = job({ createdAt: LATER, requestedAt: LATER });
    expect(transition(before, EVENTS.claim, START)).toMatchObject({ createdAt: START, requestedAt: START });
  });

  it("makes a waiting job due at once; released, it counts as asked for now", () => {
    const waiting = job({ nextTryAt: LATER + HOUR });
    expect(makeDue(waiting, LATER)).toMatchObject({ nextTryAt: LATER });
    expect(makeDue(waiting, LATER).requestedAt).toBeUndefined();
    expect(resume(waiting, LATER)).toMatchObject({ nextTryAt: LATER, requestedAt: LATER });
  });
});

import { describe, expect, it } from "vitest";
import type { FailureKind } from "../../../src/domain/failure";
import { type Job, type JobState, MOVES } from "../../../src/domain/job";
import {
  EVENT_MOVES,
  hurry,
  IllegalMove,
  type JobEvent,
  mayMove,
  release,
  transition,
} from "../../../src/domain/queue/moves";
import { failure, HOUR, job, START } from "./make";

const STATES = Object.keys(MOVES) as JobState[];
const busy = failure("busy");
const LATER = START + HOUR;

const EVENTS: Record<JobEvent["type"], JobEvent> = {
  claim: { type: "claim" },
  succeed: { type: "succeed", warnings: ["lower-cased"], unreadable: true },
  wait: { type: "wait", failure: busy, answered: false, nextTryAt: LATER + 5 },
  fail: { type: "fail", failure: busy, answered: false },
  lose: { type: "lose" },
  expire: { type: "expire", failure: failure("too-old") },
  withdraw: { type: "withdraw" },
  retry: { type: "retry", seq: 99 },
};

/** Written out by hand on purpose: the table of the code must not check itself. */
const LEGAL: Record<string, JobState> = {
  "queued claim": "sending",
  "queued expire": "failed",
  "queued withdraw": "withdrawn",
  "sending succeed": "done",
  "sending wait": "queued",
  "sending fail": "failed",
  "sending lose": "queued",
  "failed retry": "queued",
  "failed withdraw": "withdrawn",
};

const PAIRS = STATES.flatMap((state) => Object.values(EVENTS).map((event) => ({ state, event, type: event.type })));

describe("every state with every event", () => {
  it.each(PAIRS)("$state, $type", ({ state, event }) => {
    const before = job({ state });
    const expected = LEGAL[`${state} ${event.type}`];
    expect(mayMove(before, event.type)).toBe(expected !== undefined);
    if (expected === undefined) expect(() => transition(before, event, LATER)).toThrow(IllegalMove);
    else expect(transition(before, event, LATER)).toMatchObject({ state: expected, updatedAt: LATER });
  });

  it("uses no move the shared table forbids, and each it allows", () => {
    const used = Object.values(EVENT_MOVES).flatMap(({ from, to }) => from.map((state) => `${state} ${to}`));
    const allowed = STATES.flatMap((state) => MOVES[state].map((to) => `${state} ${to}`));
    expect(new Set(used)).toEqual(new Set(allowed));
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

  it("is uncertain after a send without answer, and stays so", () => {
    const unanswered = transition(sending(), EVENTS.wait, LATER);
    expect(unanswered).toMatchObject({ uncertain: true, failure: busy, nextTryAt: LATER + 5 });
    const again = transition(transition(unanswered, EVENTS.claim, LATER), EVENTS.succeed, LATER);
    expect(again.uncertain).toBe(true);
    expect(transition(sending(), { type: "fail", failure: busy, answered: true }, LATER).uncertain).toBe(false);
    expect(transition(sending(), EVENTS.lose, LATER)).toMatchObject({ uncertain: true, nextTryAt: LATER });
  });

  it("counts the few tries apart from all others, anew after a retry", () => {
    const wait = (kind: FailureKind) => ({ ...EVENTS.wait, failure: failure(kind) }) as JobEvent;
    const timedOut = transition(sending({ fewTries: 1 }), wait("timed-out"), LATER);
    expect(timedOut.fewTries).toBe(2);
    expect(transition(transition(timedOut, EVENTS.claim, LATER), wait("busy"), LATER).fewTries).toBe(2);
    expect(transition(job({ state: "failed", fewTries: 4 }), EVENTS.retry, LATER).fewTries).toBe(0);
  });

  it("puts a retried job at the end, young again", () => {
    const failed = job({ state: "failed", attempts: 5, failure: busy, seq: 3 });
    expect(transition(failed, EVENTS.retry, LATER)).toMatchObject({
      seq: 99,
      attempts: 0,
      failure: null,
      nextTryAt: LATER,
      askedAt: LATER,
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
    const before = job({ createdAt: LATER, askedAt: LATER });
    expect(transition(before, EVENTS.claim, START)).toMatchObject({ createdAt: START, askedAt: START });
  });

  it("makes a waiting job due at once; released, it counts as asked for now", () => {
    const waiting = job({ nextTryAt: LATER + HOUR });
    expect(hurry(waiting, LATER)).toMatchObject({ nextTryAt: LATER });
    expect(hurry(waiting, LATER).askedAt).toBeUndefined();
    expect(release(waiting, LATER)).toMatchObject({ nextTryAt: LATER, askedAt: LATER });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Concurrency,
  type ConcurrencySignal,
  INITIAL_CONCURRENCY,
  nextConcurrency,
} from "../../../src/domain/outbox/concurrency";
import { START } from "./make";

const answer = (limit: number | null, remaining: number | null, othersOpen: number): ConcurrencySignal => ({
  busy: false,
  limit,
  remaining,
  othersOpen,
});
const busy: ConcurrencySignal = { busy: true, limit: null, remaining: null, othersOpen: 3 };
const at = (current: number, part: Partial<Concurrency> = {}): Concurrency => ({
  ...INITIAL_CONCURRENCY,
  limit: 10,
  current,
  ...part,
});

describe("nextConcurrency", () => {
  it("uses the whole limit as soon as an answer names it", () => {
    expect(nextConcurrency(INITIAL_CONCURRENCY, answer(10, 6, 3), START).current).toBe(10);
  });

  it("goes down to a limit lower than the first guess", () => {
    expect(nextConcurrency(INITIAL_CONCURRENCY, answer(2, 0, 3), START).current).toBe(2);
  });

  it("leaves room for what others have open", () => {
    // Ten allowed, two left, four ours: others have four open.
    expect(nextConcurrency(at(10), answer(10, 2, 3), START).current).toBe(6);
  });

  it("stays modest without headers", () => {
    expect(nextConcurrency(INITIAL_CONCURRENCY, answer(null, null, 3), START).current).toBe(
      INITIAL_CONCURRENCY.current,
    );
  });

  it("halves on 429, once for a burst, never to nothing", () => {
    const once = nextConcurrency(at(10), busy, START);
    expect(once.current).toBe(5);
    expect(nextConcurrency(once, busy, START + 200).current).toBe(5);
    expect(nextConcurrency(once, busy, START + 2000).current).toBe(2);
    expect(nextConcurrency(at(1), busy, START).current).toBe(1);
  });

  it("grows back by one per round of answers after a 429", () => {
    let state = nextConcurrency(at(10), busy, START);
    for (let i = 0; i < 4; i++) state = nextConcurrency(state, answer(10, 9, 4), START);
    expect(state.current).toBe(5);
    state = nextConcurrency(state, answer(10, 9, 4), START);
    expect(state.current).toBe(6);
    for (let i = 0; i < 6 + 7 + 8 + 9; i++) state = nextConcurrency(state, answer(10, 9, 9), START);
    expect(state).toMatchObject({ current: 10, recovering: false });
  });

  it("is never below one nor above a known limit", () => {
    const signal = fc.record({
      busy: fc.boolean(),
      limit: fc.option(fc.integer({ min: -3, max: 60 })),
      remaining: fc.option(fc.integer({ min: -3, max: 60 })),
      othersOpen: fc.nat({ max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(signal, fc.nat({ max: 5000 }))), (signals) => {
        let state = INITIAL_CONCURRENCY;
        for (const [one, time] of signals) {
          state = nextConcurrency(state, one, START + time);
          expect(state.current).toBeGreaterThanOrEqual(1);
          expect(state.current).toBeLessThanOrEqual(state.limit ?? INITIAL_CONCURRENCY.current);
        }
      }),
    );
  });
});

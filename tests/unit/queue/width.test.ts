import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIRST_WIDTH, learnWidth, type Width, type WidthSignal } from "../../../src/domain/queue/width";
import { START } from "./make";

const answer = (limit: number | null, remaining: number | null, othersOpen: number): WidthSignal => ({
  busy: false,
  limit,
  remaining,
  othersOpen,
});
const busy: WidthSignal = { busy: true, limit: null, remaining: null, othersOpen: 3 };
const at = (width: number, part: Partial<Width> = {}): Width => ({ ...FIRST_WIDTH, limit: 10, width, ...part });

describe("learnWidth", () => {
  it("uses the whole limit as soon as an answer names it", () => {
    expect(learnWidth(FIRST_WIDTH, answer(10, 6, 3), START).width).toBe(10);
  });

  it("goes down to a limit lower than the first guess", () => {
    expect(learnWidth(FIRST_WIDTH, answer(2, 0, 3), START).width).toBe(2);
  });

  it("leaves room for what others have open", () => {
    // Ten allowed, two left, four ours: others have four open.
    expect(learnWidth(at(10), answer(10, 2, 3), START).width).toBe(6);
  });

  it("stays modest without headers", () => {
    expect(learnWidth(FIRST_WIDTH, answer(null, null, 3), START).width).toBe(FIRST_WIDTH.width);
  });

  it("halves on 429, once for a burst, never to nothing", () => {
    const once = learnWidth(at(10), busy, START);
    expect(once.width).toBe(5);
    expect(learnWidth(once, busy, START + 200).width).toBe(5);
    expect(learnWidth(once, busy, START + 2000).width).toBe(2);
    expect(learnWidth(at(1), busy, START).width).toBe(1);
  });

  it("grows back by one per round of answers after a 429", () => {
    let state = learnWidth(at(10), busy, START);
    for (let i = 0; i < 4; i++) state = learnWidth(state, answer(10, 9, 4), START);
    expect(state.width).toBe(5);
    state = learnWidth(state, answer(10, 9, 4), START);
    expect(state.width).toBe(6);
    for (let i = 0; i < 6 + 7 + 8 + 9; i++) state = learnWidth(state, answer(10, 9, 9), START);
    expect(state).toMatchObject({ width: 10, careful: false });
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
        let state = FIRST_WIDTH;
        for (const [one, time] of signals) {
          state = learnWidth(state, one, START + time);
          expect(state.width).toBeGreaterThanOrEqual(1);
          expect(state.width).toBeLessThanOrEqual(state.limit ?? FIRST_WIDTH.width);
        }
      }),
    );
  });
});

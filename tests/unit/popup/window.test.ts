import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROW_HEIGHT, VISIBLE_ROWS, windowOf } from "../../../src/popup/model/window";

describe("the rows in the page", () => {
  it("are few, and always contain the active one and those in view", () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.nat(), fc.nat(), (count, scroll, pick) => {
        const active = count === 0 ? -1 : (pick % (count + 1)) - 1;
        const top = Math.min(scroll, Math.max(0, (count - VISIBLE_ROWS) * ROW_HEIGHT));
        const { from, to } = windowOf(top, count, active);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(count);
        expect(to - from).toBeLessThanOrEqual(20);
        if (active >= 0) expect(active >= from && active < to).toBe(true);
        if (active < 0 && count > 0) expect(from * ROW_HEIGHT).toBeLessThanOrEqual(top);
      }),
    );
  });
});

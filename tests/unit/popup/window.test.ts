import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RowGroup } from "../../../src/popup/model/row";
import { HEADING_HEIGHT, ROW_HEIGHT, sectionsOf, topOf, VISIBLE_ROWS, windowOf } from "../../../src/popup/model/window";

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

it("a list as high as a panel is filled down to its end", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.nat(40_000), (height, top) => {
      const { from, to } = windowOf(top, 50_000, -1, 0, height);
      expect(from * ROW_HEIGHT).toBeLessThanOrEqual(top);
      expect(to * ROW_HEIGHT).toBeGreaterThanOrEqual(top + height);
    }),
  );
});

describe("headings in the list", () => {
  const group = fc.constantFrom<RowGroup | undefined>("recent", "all", undefined);

  it("stand before the first row of each part, and every row lies below the one before", () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 60 }), (groups) => {
        const sections = sectionsOf(groups, (one) => one);
        expect(sections.flatMap(({ group: of, from, to }) => Array(to - from).fill(of))).toEqual(groups);
        const tops = groups.map((_, at) => topOf(sections, at));
        for (const [at, top] of tops.entries()) {
          const isFirst = at === 0 || groups[at - 1] !== groups[at];
          const above = at === 0 ? 0 : (tops[at - 1] as number) + ROW_HEIGHT;
          expect(top - above).toBe(isFirst && groups[at] ? HEADING_HEIGHT : 0);
        }
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bits, edits, prefixEdits } from "../../../src/domain/picker/edits";

/** The same count by plain recursion: slow, and hard to get wrong. */
function slow(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [x, y] = [a.at(-1), b.at(-1)];
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
  let cost = Math.min(slow(restA, b) + 1, slow(a, restB) + 1, slow(restA, restB) + (x === y ? 0 : 1));
  if (a.length > 1 && b.length > 1 && x === b.at(-2) && a.at(-2) === y)
    cost = Math.min(cost, slow(a.slice(0, -2), b.slice(0, -2)) + 1);
  return cost;
}

const short = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });

describe("edits", () => {
  it("counts a swap as one", () => expect(edits("fti", "fit", 2)).toBe(1));

  it("agrees with the plain definition up to its bound", () => {
    fc.assert(
      fc.property(short, short, fc.integer({ min: 0, max: 4 }), (a, b, max) => {
        expect(edits(a, b, max)).toBe(Math.min(slow(a, b), max + 1));
      }),
    );
  });

  it("finds the cheapest beginning", () => {
    fc.assert(
      fc.property(short, short, fc.integer({ min: 0, max: 2 }), (typed, text, max) => {
        fc.pre(typed.length > max);
        const costs = Array.from({ length: text.length + 1 }, (_, end) => slow(typed, text.slice(0, end)));
        const least = Math.min(...costs);
        const hit = prefixEdits(typed, text, 0, max);
        expect(hit?.cost ?? null).toBe(least <= max ? least : null);
        if (hit) expect(costs[hit.end]).toBe(least);
      }),
    );
  });
});

describe("bits", () => {
  it("counts set bits of any 32-bit number", () => {
    fc.assert(
      fc.property(fc.integer(), (n) => {
        expect(bits(n | 0)).toBe((n >>> 0).toString(2).replaceAll("0", "").length);
      }),
    );
  });
});

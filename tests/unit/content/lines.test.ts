import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleaned, Lines } from "../../../src/content/lines";

function read(...pieces: (string | null)[]): string[] {
  const found: string[] = [];
  const lines = new Lines<null>((line) => found.push(line));
  for (const piece of pieces) piece === null ? lines.break() : lines.add(piece, null);
  lines.break();
  return found;
}

describe("lines", () => {
  it.each<[string, (string | null)[], string[]]>([
    ["pieces of one word", ["A", "da Exam", "ple"], ["Ada Example"]],
    ["blanks at both sides", ["Ada ", " Example "], ["Ada Example"]],
    ["unseen characters", ["A\u00adda\u200b", "\u2060 Exam\ufeffple\u200e"], ["Ada Example"]],
    ["joiners, which shape letters", ["علی\u200cرضا"], ["علی\u200cرضا"]],
    ["blanks that do not break", ["Ada\u00a0Example", null, "ID 4\u202f711"], ["Ada Example", "ID 4\u202f711"]],
    ["breaks", ["Ada", null, null, " ", null, "Ben"], ["Ada", "Ben"]],
  ])("%s", (_, pieces, expected) => expect(read(...pieces)).toEqual(expected));

  it("blanks of unseen characters part nothing, real ones do", () => {
    const found: string[] = [];
    const lines = new Lines<null>((line) => found.push(line));
    for (const blank of ["\ufeff", "\n "]) {
      lines.add("Ada", null);
      lines.addBlank(blank);
      lines.add("Ben", null);
      lines.break();
    }
    expect(found).toEqual(["AdaBen", "Ada Ben"]);
  });

  it("say which piece an address stands in", () => {
    const found: unknown[] = [];
    const lines = new Lines<string>((line, pieces) => found.push([line, pieces]));
    lines.add("Mail: ", "label");
    lines.add("ada@", "first");
    lines.add("example.com ben@x.example", "second");
    lines.break();
    const pieces = [
      { start: 6, source: "first" },
      { start: 10, source: "second" },
    ];
    expect(found).toEqual([["Mail: ada@example.com ben@x.example", pieces]]);
  });

  it("do not depend on where a text is cut", () => {
    const text = fc.string({ unit: fc.constantFrom("A", "é", "太", " ", "\n", "\u00ad", "\u200b", "@", ".") });
    fc.assert(
      fc.property(text, fc.array(fc.nat(30)), (whole, cuts) => {
        const places = [0, ...[...new Set(cuts)].filter((at) => at < whole.length).sort((a, b) => a - b), whole.length];
        const pieces = places.slice(1).map((end, at) => whole.slice(places[at], end));
        expect(read(...pieces)).toEqual(read(whole));
        expect(cleaned(whole)).not.toMatch(/[\u00ad\u200b]| {2}/);
      }),
      { numRuns: 1000 },
    );
  });
});

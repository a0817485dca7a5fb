import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, prepare, type Suggestion, search } from "../../../src/domain/picker";
import type { TagUse } from "../../../src/domain/tag";

const DAY = 24 * 3600 * 1000;
const NAMES = [
  "Excellent Fit",
  "Fit for Sales",
  "Benefits",
  "Java",
  "JavaScript",
  "Élève",
  "Über-Talent",
  "Profit & Loss",
];
const index = prepare(NAMES);
const none = { recents: [] };

const use = (name: string, count = 1, lastUsedAt = 0): TagUse => ({
  integrationId: "lever:1",
  name,
  count,
  lastUsedAt,
});
const names = (query: string, options: Partial<Parameters<typeof search>[2]> = {}) =>
  search(index, query, { ...none, ...options }).map((hit) => hit.name);
const plain = ({ name, kind, marks }: Suggestion) => ({ name, kind, marks });
const marked = (query: string) =>
  search(index, query, none).map((hit) => hit.marks.map(([start, end]) => hit.name.slice(start, end)));

describe("search", () => {
  it("puts the beginning of the name first, then of a word, then the middle", () => {
    expect(names("fit")).toEqual(["Fit for Sales", "Excellent Fit", "Benefits", "Profit & Loss"]);
  });

  it("is blind to case, accents and width, and marks the original", () => {
    expect(marked("ELEVE")).toEqual([["Élève"]]);
    expect(marked("ｊａｖａ")).toEqual([["Java"], ["Java"]]);
    expect(marked("talent")).toEqual([["Talent"]]);
  });

  it("forgives a swap, a missing and a wrong letter", () => {
    expect(names("jvaa")).toContain("Java");
    expect(names("excelent")).toEqual(["Excellent Fit"]);
    expect(names("exxellent f")).toEqual(["Excellent Fit"]);
    expect(marked("excelent")).toEqual([["Excellent"]]);
  });

  it("forgives nothing in very short words", () => expect(names("jav")).toEqual(["Java", "JavaScript"]));

  it("does not guess when there are hits enough", () => {
    const many = prepare([...Array.from({ length: 9 }, (_, n) => `Java ${n}`), "Jawa"]);
    expect(search(many, "java", none).map((hit) => hit.name)).not.toContain("Jawa");
  });

  it("finds words in any order", () => {
    expect(names("sales fit")).toEqual(["Fit for Sales"]);
    expect(marked("sales fit")).toEqual([["Fit", "Sales"]]);
  });

  it("shows recents, then the rest, before anything is typed", () => {
    const hits = search(index, "", { ...none, recents: [use("java", 1, DAY), use("Benefits", 1, 2 * DAY)] });
    expect(hits.slice(0, 2).map(plain)).toEqual([
      { name: "Benefits", kind: "recent", marks: [] },
      { name: "Java", kind: "recent", marks: [] },
    ]);
    expect(hits.map((hit) => hit.name).sort()).toEqual([...NAMES].sort());
  });

  it("weighs how often against how long ago", () => {
    const recents = [use("Java", 1, 40 * DAY), use("Benefits", 64, 30 * DAY), use("Excellent Fit", 2, 0)];
    expect(names("", { recents }).slice(0, 3)).toEqual(["Benefits", "Java", "Excellent Fit"]);
  });

  it("puts recents first among equally good hits only", () => {
    expect(names("fit", { recents: [use("Profit & Loss")] })).toEqual([
      "Fit for Sales",
      "Excellent Fit",
      "Profit & Loss",
      "Benefits",
    ]);
  });

  it("leaves out a recent tag that the list no longer has", () =>
    expect(names("", { recents: [use("Gone")] })).not.toContain("Gone"));

  it("says which names hold the text and which are guesses", () => {
    const tiers = (query: string) => search(index, query, none).map((hit) => `${hit.tier} ${hit.name}`);
    expect(tiers("fit")).toEqual([
      "prefix Fit for Sales",
      "word-start Excellent Fit",
      "anywhere Benefits",
      "anywhere Profit & Loss",
    ]);
    expect(tiers("sales fit")).toEqual(["all-words Fit for Sales"]);
    expect(tiers("excelent")).toEqual(["guess Excellent Fit"]);
    expect(tiers("")[0]).toMatch(/^any /);
  });

  it("works with recents alone", () => {
    const hits = search(prepare([]), "go", { ...none, recents: [use("Java"), use("Golang")] });
    expect(hits.map(plain)).toEqual([{ name: "Golang", kind: "recent", marks: [[0, 2]] }]);
  });

  it("stops at the limit", () => expect(names("", { limit: 3 })).toHaveLength(3));

  it("finds every tag by every piece of it, and marks lie inside the name", () => {
    const list = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(list, fc.nat(), fc.nat(), fc.nat(), (tags, which, from, length) => {
        const prepared = prepare(tags);
        const name = tags[which % tags.length]!;
        const folded = fold(name);
        const start = from % (folded.length + 1);
        const query = folded.slice(start, start + 1 + (length % 5));
        const hits = search(prepared, query, none);
        // A piece cut in the middle of a sequence may fold differently by itself.
        if (folded.includes(fold(query)) && folded !== "") expect(hits.map((hit) => hit.name)).toContain(name);
        for (const hit of hits)
          for (const [begin, end] of hit.marks) {
            expect(begin).toBeLessThan(end);
            expect(begin).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(hit.name.length);
          }
        expect(new Set(hits.map((hit) => hit.name)).size).toBe(hits.length);
      }),
    );
  });

  it("finds a name of eight letters or more with any one slip", () => {
    const letters = [..."abcdefghijklmnop"];
    const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 8, maxLength: 14 });
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom("drop", "swap", "change", "add"), (name, place, slip) => {
        const at = place % (name.length - 1);
        const [head, tail] = [name.slice(0, at), name.slice(at)];
        const typed = {
          drop: head + tail.slice(1),
          swap: head + tail[1]! + tail[0]! + tail.slice(2),
          change: `${head}z${tail.slice(1)}`,
          add: `${head}z${tail}`,
        }[slip];
        expect(search(prepare([name, "Java"]), typed, none).map((hit) => hit.name)).toContain(name);
      }),
    );
  });
});

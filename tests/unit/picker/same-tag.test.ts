import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, tagKey } from "../../../src/domain/text/fold";
import { distinctTags, sameTag, storedSpelling } from "../../../src/domain/text/same-tag";
import { respelt, tagName } from "./generated";

describe("sameTag", () => {
  it.each([
    ["Front  End", "front end"],
    ["Café", "cafe\u0301"],
    ["C#\u00a0Dev", "C# Dev"],
    ["Team\u00adlead", "teamlead"],
    [" Lead", "Lead"],
    ["Lead\u0085", "lead"],
    ["ＪＡＶＡ", "Java"],
    ["STRASSE", "Straße"],
    ["ΟΔΟΣ", "οδος"],
    ["❤️", "❤"],
    ["می‌خواهم", "میخواهم"],
    ["ｶﾞｲﾄﾞ", "ガイド"],
  ])("holds %j and %j for one tag", (a, b) => {
    expect(sameTag(a, b)).toBe(true);
    expect(storedSpelling(["Other", a], b)).toBe(a);
  });

  it.each([
    ["schon", "schön"],
    ["Cafe", "Café"],
    ["Power BI", "PowerBI"],
    ["C", "C#"],
    ["か", "が"],
    ["क", "कि"],
    ["🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
    ["Level 1", "Level 2"],
    ["sıkı", "siki"],
  ])("keeps %j and %j apart", (a, b) => {
    expect(sameTag(a, b)).toBe(false);
    expect(storedSpelling([a], b)).toBeNull();
  });

  it("holds for any name and its other spellings, and never for names that search tells apart", () => {
    const pair = tagName.chain((name) => fc.tuple(fc.constant(name), respelt(name), tagName));
    fc.assert(
      fc.property(pair, ([name, typed, other]) => {
        // Turkish capitals of i are letters of their own in either direction.
        fc.pre(!/[İıi]/u.test(name));
        expect(sameTag(name, typed)).toBe(true);
        if (sameTag(name, other)) expect(fold(name)).toBe(fold(other));
        expect(tagKey(tagKey(name))).toBe(tagKey(name));
      }),
      { numRuns: 500 },
    );
  });

  it("prefers the very same characters among duplicates", () => {
    expect(storedSpelling(["Lead", " Lead"], " Lead")).toBe(" Lead");
    expect(distinctTags(["Java", "Golang", "java", " JAVA"])).toEqual(["Java", "Golang"]);
  });
});

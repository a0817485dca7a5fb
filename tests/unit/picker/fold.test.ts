import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldMap, unfold, withoutBlanks } from "../../../src/domain/text/fold";

// Arbitrary Unicode hardly ever meets the letters that matter here.
const awkward = fc.string({
  unit: fc.constantFrom(..."aZ é̈ßİıŁæｆﬁ  ­​ガかﾞन्ि한글😀‍ς.-", "e\u0301", "\u00a8", "\t"),
});
const anyText = fc.oneof(fc.string({ unit: "binary" }), awkward);

describe("fold", () => {
  it.each([
    ["Excellent Fit", "excellent fit"],
    ["  Excellent \t Fit ", "excellent fit"],
    ["Élève", "eleve"],
    ["E\u0301le\u0300ve", "eleve"],
    ["ＪＡＶＡ", "java"],
    ["Straße", "strasse"],
    ["STRASSE", "strasse"],
    ["İstanbul", "istanbul"],
    ["Łódź", "lodz"],
    ["co\u00adop\u200b", "coop"],
    ["ΟΔΟΣ", "οδοσ"],
  ])("makes %j comparable", (text, folded) => expect(fold(text)).toBe(folded));

  it("keeps marks that make another letter", () => {
    expect(fold("が")).not.toBe(fold("か"));
    expect(fold("कि")).not.toBe(fold("क"));
    expect(fold("ｶﾞ")).toBe(fold("ガ"));
  });

  it("changes nothing the second time", () => {
    fc.assert(fc.property(anyText, (text) => fold(fold(text)) === fold(text)));
  });

  it("is the same character by character, with a place for each", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const map = foldMap(text);
        // Several marks on one letter have an order only together.
        expect(map.text.normalize("NFD")).toBe(fold(text).normalize("NFD"));
        expect(map.starts.length).toBeGreaterThanOrEqual(map.text.length);
        expect(map.starts.length).toBe(map.ends.length);
      }),
    );
  });

  it("ignores all spaces in the key only", () => {
    expect(withoutBlanks(fold("Power  BI"))).toBe("powerbi");
    expect(fold("Power  BI")).toBe("power bi");
  });
});

describe("unfold", () => {
  it.each([
    ["Über  Fit", "fit", "Fit"],
    ["Cafe\u0301 Noir", "cafe", "Cafe\u0301"],
    ["Große Straße", "strasse", "Straße"],
    ["😀 Team", "team", "Team"],
    ["  ＪＡＶＡ", "java", "ＪＡＶＡ"],
  ])("finds the part of %j that %j matched", (name, query, part) => {
    const folded = fold(name);
    const at = folded.indexOf(query);
    const [[start, end] = [0, 0]] = unfold(name, folded, [[at, at + query.length]]);
    expect(name.slice(start, end)).toBe(part);
  });
});

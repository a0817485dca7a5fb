import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { badName, cleanName } from "../../../src/domain/picker";

describe("cleanName", () => {
  it.each([
    ["  Excellent   Fit ", "Excellent Fit"],
    ["Cafe\u0301", "Café"],
    ["a\u00a0b\tc", "a b c"],
    ["Jav\u200ba", "Java"],
    ["\n Java \n", "Java"],
  ])("makes %j into %j", (text, name) => expect(cleanName(text)).toBe(name));

  it("changes nothing the second time", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => cleanName(cleanName(text)) === cleanName(text)));
  });
});

describe("badName", () => {
  it.each([
    ["", "empty"],
    [" ", "empty"],
    ["\u200d\u2060", "empty"],
    ["a\nb", "control"],
    ["a\u0000b", "control"],
    ["a\u2028b", "control"],
    ["a\ud800b", "control"],
    ["abc\u202edef", "bidi"],
    ["\u2066abc\u2069", "bidi"],
    ["x".repeat(256), "too-long"],
    ["x".repeat(255), null],
    ["Berlin, Mitte", null],
    ["שלום", null],
    ["👩‍💻", null],
  ] as const)("says of %j: %j", (name, reason) => expect(badName(name, "lever")).toBe(reason));

  it("refuses a comma where the system would split at it", () => {
    expect(badName("Berlin, Mitte", "welcometothejungle")).toBe("comma");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leadingNumber, wholeNumber } from "../../../src/domain/text/numbers";

const MARKS = [",", ".", "'", "’", "٬", "，", "．", "\u2007", "\u00a0", "\u2009", "\u202f"];
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10, 0x104a0, 0x116da, 0x1d7d8];

const western = (digits: string, mark: string) => digits.replace(/\B(?=(?:\d{3})+$)/g, mark);
const indian = (digits: string, mark: string) =>
  digits.replace(/^(\d+)(\d{3})$/, (_, head: string, tail: string) => {
    return `${head.replace(/\B(?=(?:\d{2})+$)/g, mark)}${mark}${tail}`;
  });
const inScript = (text: string, zero: number) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const digits = fc.stringMatching(/^[1-9]\d{0,14}$/);
const written = fc
  .record({
    digits,
    mark: fc.constantFrom(...MARKS),
    grouped: fc.constantFrom(western, indian, (text: string) => text),
    zero: fc.constantFrom(...ZEROS),
  })
  .map(({ digits: number, mark, grouped, zero }) => ({ number, text: inScript(grouped(number, mark), zero) }));

describe("a number as people write it", () => {
  it("is read whole, in every grouping and script", () => {
    fc.assert(
      fc.property(written, fc.constantFrom("", " ", ", ", ". ", "\n", ")", ";", " Ada"), ({ number, text }, behind) => {
        expect(leadingNumber(text + behind)).toBe(number);
        expect(wholeNumber(` ${text} `)).toBe(number);
      }),
      { numRuns: 2000 },
    );
  });

  it("is never read in part", () => {
    const anything = fc.stringMatching(/^[\d,.'’ \u00a0:/a-c-]{1,12}$/);
    fc.assert(
      fc.property(digits, anything, (number, behind) => {
        const text = number + behind;
        const read = leadingNumber(text);
        // All digits up to the first blank or the end belong to it, or nothing is read.
        const together = (/^[^\s]*/.exec(text)?.[0] ?? "").replace(/[,.'’:/-]+$/, "").replace(/\D/g, "");
        if (read !== null && !/\u00a0/.test(text)) expect(read).toBe(together);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    "4,71",
    "4.7",
    "4,711.5",
    "1,2345",
    "12 345 applications",
    "4711/2",
    "4711-3",
    "4711a",
    "0042",
    "",
    "ID",
    "4·711",
    "4˙711",
    "4‚711",
    "4٫711",
    "4`711",
    "4|711",
  ])("%j is none, and never a part of it", (text) => expect(leadingNumber(text)).toBeNull());

  it("goes on behind any sign that a digit follows", () => {
    const signs = Array.from({ length: 0x3100 }, (_, code) => String.fromCodePoint(code)).filter((sign) =>
      /[\p{P}\p{S}]/u.test(sign),
    );
    const read = signs.filter((sign) => ["4", "47"].includes(leadingNumber(`4${sign}711`) ?? ""));
    expect(read).toEqual([]);
  });

  it.each(["4711 Ada", "4711,", "47 11"])("%j is more than a number", (text) => expect(wholeNumber(text)).toBeNull());
});

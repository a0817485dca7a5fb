import fc from "fast-check";
import { expect, it } from "vitest";
import { writtenIn } from "../../../src/domain/text/written";

it.each([
  ["Ada Example", "Candidate: Ada Example, Berlin", "Ada Example"],
  ["Ada Example", "EXAMPLE,  Ada", "EXAMPLE, Ada"],
  ["Jürgen Müller-Weiß", "Ju\u0308rgen Müller-Weiß", "Jürgen Müller-Weiß"],
  ["Ada Example", "Adam Example", null],
  ["Ada Example", "Ada Examples", null],
  ["Ada Example", "Ada B. Example", null],
  ["", "anything", null],
])("%j in %j", (name, text, written) => {
  expect(writtenIn(text, name)).toBe(written);
});

it("finds any name between other words, whatever signs it has, and nothing in a text without it", () => {
  const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }).filter((one) => /^[^\s,]+$/.test(one));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const name = words.join(" ");
      expect(writtenIn(`Candidate: ${name} .`, name)).not.toBeNull();
      expect(writtenIn("", name)).toBeNull();
    }),
  );
});

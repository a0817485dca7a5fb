import fc from "fast-check";
import { expect, it } from "vitest";
import { shownOf } from "../../../src/domain/batch/shown-of";

const WORDS = [
  ["–", " of "],
  [" - ", " of "],
  [" to ", " of "],
  [" bis ", " von "],
  [" à ", " sur "],
  [" a ", " de "],
  [" al ", " di "],
  [" tot ", " van "],
] as const;

it("finds in six languages how many rows a list shows of all, whatever stands around", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...WORDS),
      fc.constantFrom(10, 25, 50, 100),
      fc.integer({ min: 2, max: 40 }),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(),
      fc.constantFrom("", ",", ".", "\u00a0", "\u202f"),
      ([to, of], size, pages, rest, which, separator) => {
        const all = (pages - 1) * size + rest;
        const from = (which % pages) * size + 1;
        const last = Math.min(all, from + size - 1);
        const write = (value: number) => String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);
        const said = `Candidates ${write(from)}${to}${write(last)}${of}${write(all)} Next`;
        expect(shownOf(said)).toEqual({ told: all, loaded: last - from + 1 });
      },
    ),
  );
});

it.each([
  "Kurs vom 12 bis 15 von 2026",
  "Disponible 9 a 18 de 24 horas",
  "1–25 of 25",
  "25–1 of 412",
  "1–500 of 412",
  "Salary 40.000 - 60.000 of",
  "version 1.2.3-4 of something",
  "",
])("finds nothing in %s", (text) => expect(shownOf(text)).toBeNull());

it("reads on after what is none", () => {
  expect(shownOf("Curso del 12 a 15 de 2026. Candidatos 1 a 25 de 412")).toEqual({ told: 412, loaded: 25 });
});

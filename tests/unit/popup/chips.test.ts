import { describe, expect, it } from "vitest";
import { prepare } from "../../../src/domain/picker";
import { type Chip, chipChoices, readChip } from "../../../src/popup/model/chips";

const rules = {
  index: prepare(["Excellent Fit", "Python", "Café", "Front  End"]),
  connector: "welcometothejungle",
  mayCreate: true,
} as const;
const read = (chip: Chip, over: Partial<typeof rules | { mayCreate: boolean }> = {}) =>
  readChip(chip, { ...rules, ...over });
const pasted = (typed: string): Chip => ({ typed, choice: null, from: "paste" });
const chosen = (name: string, create: boolean): Chip => ({ typed: name, choice: { name, create } });
const sends = (chip: Chip) => chipChoices([read(chip)])[0] ?? null;

describe("tags put aside", () => {
  it("go as they are stored, however they are spelt", () => {
    for (const [typed, name] of [
      ["python", "Python"],
      ["cafe\u0301", "Café"],
      ["cafe", "Café"],
      ["front end", "Front  End"],
    ] as const)
      for (const chip of [pasted(typed), { typed, choice: null }]) expect(sends(chip)).toEqual({ name, create: false });
  });

  it("are new when pasted whole, and only then", () => {
    expect(sends(pasted("Brand new"))).toEqual({ name: "Brand new", create: true });
    expect(read({ typed: "Brand new", choice: null }).tag).toEqual({ kind: "open", names: [] });
    expect(read({ typed: "Brand new", choice: null, from: "typing" }).tag).toEqual({ kind: "open", names: [] });
  });

  it("that may be a slip wait for a decision, also where nothing may be created", () => {
    for (const mayCreate of [true, false]) {
      const { tag } = read(pasted("Excelent Fit"), { mayCreate });
      expect(tag).toEqual({ kind: "open", names: ["Excellent Fit"] });
    }
    expect(sends(pasted("Excelent Fit"))).toBeNull();
  });

  it("go once each", () => {
    expect(chipChoices([pasted("python"), pasted("Python")].map((chip) => read(chip)))).toHaveLength(1);
  });

  it("that are no tag are not sent", () => expect(sends(pasted("one, two"))).toBeNull());

  it("keep a deliberate creation beside a similar tag or one that differs in accents", () => {
    expect(sends(chosen("Excelent Fit", true))).toEqual({ name: "Excelent Fit", create: true });
    expect(sends(chosen("Cafe", true))).toEqual({ name: "Cafe", create: true });
    expect(sends(chosen("PYTHON", true))).toEqual({ name: "Python", create: false });
  });

  it("taken from a list that has lost them are not created again", () => {
    expect(sends(chosen("Gone", false))).toBeNull();
    expect(chipChoices([read(chosen("Gone", false), { index: prepare([]) } as never)])).toEqual([
      { name: "Gone", create: false },
    ]);
  });
});

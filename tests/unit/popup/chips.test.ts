import { describe, expect, it } from "vitest";
import { prepare } from "../../../src/domain/picker";
import { chipChoices, judged } from "../../../src/popup/model/chips";

const rules = {
  index: prepare(["Excellent Fit", "Python"]),
  connector: "welcometothejungle",
  mayCreate: true,
} as const;
const chips = (...typed: string[]) => typed.map((one) => judged({ typed: one, choice: null }, rules));

describe("tags put aside", () => {
  it("uses existing spellings, for near ones too, and marks the rest as new", () => {
    expect(chipChoices(chips("python", "Excelent Fit", "Brand new"))).toEqual([
      { name: "Python", create: false },
      { name: "Excellent Fit", create: false },
      { name: "Brand new", create: true },
    ]);
  });

  it("sends each name once", () => {
    expect(chipChoices(chips("python", "Python"))).toHaveLength(1);
  });

  it("sends nothing that is no tag", () => {
    expect(chipChoices(chips("one, two"))).toEqual([]);
  });

  it("keeps a deliberate creation beside a similar tag", () => {
    const chosen = judged({ typed: "Excelent Fit", choice: { name: "Excelent Fit", create: true } }, rules);
    expect(chipChoices([chosen])).toEqual([{ name: "Excelent Fit", create: true }]);
  });
});

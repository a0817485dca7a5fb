import { describe, expect, it } from "vitest";
import { fold, prepare } from "../../../src/domain/picker";
import { choiceOf, type Given, rowsFor } from "../../../src/popup/model/rows";

const given = (text: string, over: Partial<Given> = {}): Given => ({
  text,
  index: prepare(["Excellent Fit", "Python", "Senior"]),
  recents: [],
  carried: new Set(),
  connector: "greenhouse",
  mayCreate: true,
  ...over,
});

const kinds = (text: string, over: Partial<Given> = {}) =>
  rowsFor(given(text, over)).rows.map((row) => `${row.kind} ${row.name}`);

describe("the rows under the field", () => {
  it("takes the existing spelling for another case", () => {
    const { rows, first } = rowsFor(given("excellent fit"));
    expect(choiceOf(rows[first]!)).toEqual({ name: "Excellent Fit", create: false });
    expect(rows.some((row) => row.kind === "create")).toBe(false);
  });

  it("offers a near tag first and creating as the last row", () => {
    expect(kinds("Excelent Fit")).toEqual(["near Excellent Fit", "create Excelent Fit"]);
    expect(rowsFor(given("Excelent Fit")).first).toBe(0);
  });

  it("highlights nothing when only creating is left", () => {
    const { rows, first } = rowsFor(given("Brand new"));
    expect(rows.map((row) => row.kind)).toEqual(["create"]);
    expect(first).toBe(-1);
  });

  it("does not take a match in the middle of a word by a bare Enter", () => {
    const { rows, first } = rowsFor(given("cellent"));
    expect(rows[0]?.name).toBe("Excellent Fit");
    expect(first).toBe(-1);
  });

  it("takes a match at the start of a word", () => {
    expect(rowsFor(given("fit")).first).toBe(0);
  });

  it("creates nothing where that is switched off, and says so", () => {
    const { rows, bad } = rowsFor(given("Brand new", { mayCreate: false }));
    expect(rows).toEqual([]);
    expect(bad).toBe("may-not-create");
  });

  it("says that a typed tag is there already, and hides it otherwise", () => {
    const carried = new Set([fold("Python")]);
    expect(kinds("python", { carried })[0]).toBe("carried Python");
    expect(kinds("", { carried })).not.toContain("tag Python");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanName, existing, judge, prepare, splitPaste } from "../../../src/domain/picker";

const index = prepare([
  "Excellent Fit",
  "Power BI",
  "Café",
  "Company",
  "Engineer",
  "Full-time",
  "Level 1",
  "C++",
  "Java",
  "Junior Developer",
  "Sales & Marketing",
  "Kandidatin",
  "Berlin, Mitte",
]);
const rules = { connector: "lever", mayCreate: true } as const;
const of = (text: string) => judge(text, index, rules);

describe("judge", () => {
  it.each([
    ["excellent fit", "Excellent Fit"],
    ["  EXCELLENT   FIT", "Excellent Fit"],
    ["ExcellentFit", "Excellent Fit"],
    ["PowerBI", "Power BI"],
    ["cafe", "Café"],
    ["ＪＡＶＡ", "Java"],
    ["berlin, mitte", "Berlin, Mitte"],
  ])("takes %j as %j", (text, name) => expect(of(text)).toEqual({ kind: "existing", name }));

  it("prefers the exact spelling among duplicates", () => {
    const twins = prepare(["Resume", "Résumé", "RESUME"]);
    for (const name of ["Resume", "Résumé", "RESUME"])
      expect(judge(name, twins, rules)).toEqual({ kind: "existing", name });
  });

  it.each([
    ["Excelent Fit", "Excellent Fit"],
    ["Excellent Fti", "Excellent Fit"],
    ["Fit Excellent", "Excellent Fit"],
    ["Companies", "Company"],
    ["Engineers", "Engineer"],
    ["Kandidatinnen", "Kandidatin"],
    ["Full time", "Full-time"],
    ["Fulltime", "Full-time"],
    ["Sales and Marketing", "Sales & Marketing"],
    ["Sales Marketing!", "Sales & Marketing"],
    ["Jvaa", "Java"],
  ])("sees that %j may mean %j", (text, name) => {
    const judged = of(text);
    expect(judged).toMatchObject({ kind: "near", create: text });
    expect(judged.kind === "near" && judged.names[0]).toBe(name);
  });

  it.each(["Level 2", "Senior Developer", "C#", "Golang", "Berlin", "Fit", "設計"])("takes %j for a new tag", (text) =>
    expect(of(text)).toEqual({ kind: "new", name: text }),
  );

  it("does not mix up names of Han characters that differ in one", () => {
    expect(judge("高級設計", prepare(["初級設計"]), rules).kind).toBe("new");
  });

  it("refuses with the reason", () => {
    expect(of("  ")).toMatchObject({ kind: "bad", reason: "empty" });
    expect(of("a\u202eb")).toMatchObject({ kind: "bad", reason: "bidi" });
    expect(judge("a, b", index, { ...rules, connector: "welcometothejungle" })).toMatchObject({
      kind: "bad",
      reason: "comma",
    });
  });

  it("creates nothing where nothing may be created, but says what may have been meant", () => {
    const closed = { ...rules, mayCreate: false };
    expect(judge("Excelent Fit", index, closed)).toEqual({
      kind: "bad",
      reason: "may-not-create",
      names: ["Excellent Fit"],
    });
    expect(judge("java", index, closed)).toEqual({ kind: "existing", name: "Java" });
  });

  it("never calls a tag of the list new, nor creates a name that is not clean", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 20 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), text, (tags, typed) => {
        const prepared = prepare(tags);
        for (const tag of tags) if (cleanName(tag) !== "") expect(judge(tag, prepared, rules).kind).not.toBe("new");
        const judged = judge(typed, prepared, rules);
        if (judged.kind === "new") expect(judged.name).toBe(cleanName(typed));
        if (judged.kind === "near") expect(judged.create).toBe(cleanName(typed));
        if (judged.kind === "new" || judged.kind === "near") expect(existing(prepared, typed)).toBeNull();
      }),
    );
  });
});

describe("splitPaste", () => {
  it.each([
    ["Java", null],
    ["Java,", null],
    ["", null],
    ["Berlin, Mitte", null],
    ["Java, Golang", ["Java", "Golang"]],
    ["Java\r\nGolang\n\n", ["Java", "Golang"]],
    ["Java, Berlin, Mitte, Golang", ["Java", "Berlin, Mitte", "Golang"]],
    ["Java, java , JAVA, Golang", ["Java", "Golang"]],
  ])("makes %j into %j", (text, tags) => expect(splitPaste(text, index)).toEqual(tags));
});

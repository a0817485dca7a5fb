import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyTagName, cleanName, existing, prepare } from "../../../src/domain/picker";

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
const of = (text: string) => classifyTagName(text, index, rules);

describe("classifyTagName", () => {
  it.each([
    ["excellent fit", "Excellent Fit"],
    ["  EXCELLENT   FIT", "Excellent Fit"],
    ["cafe\u0301", "Café"],
    ["ＪＡＶＡ", "Java"],
    ["berlin, mitte", "Berlin, Mitte"],
  ])("takes %j as %j", (text, name) => expect(of(text)).toEqual({ kind: "existing", name, create: null }));

  it.each([
    ["ExcellentFit", "Excellent Fit"],
    ["PowerBI", "Power BI"],
    ["cafe", "Café"],
  ])("takes %j as %j, and leaves another tag possible", (text, name) => {
    expect(of(text)).toEqual({ kind: "existing", name, create: text });
    expect(classifyTagName(text, index, { ...rules, mayCreate: false })).toEqual({
      kind: "existing",
      name,
      create: null,
    });
  });

  it("lets the recruiter choose where only accents tell several tags apart", () => {
    const twins = prepare(["Résumé", "Resumé"]);
    const tag = classifyTagName("resume", twins, rules);
    expect(tag).toEqual({ kind: "near", names: ["Resumé", "Résumé"], create: "resume" });
    expect(classifyTagName("resumé", twins, rules)).toEqual({ kind: "existing", name: "Resumé", create: null });
  });

  it("prefers the exact spelling among duplicates", () => {
    const twins = prepare(["Resume", "Résumé", "RESUME"]);
    for (const name of ["Resume", "Résumé", "RESUME"])
      expect(classifyTagName(name, twins, rules)).toEqual({ kind: "existing", name, create: null });
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
    const tag = of(text);
    expect(tag).toMatchObject({ kind: "near", create: text });
    expect(tag.kind === "near" && tag.names[0]).toBe(name);
  });

  it.each(["Level 2", "Senior Developer", "C#", "Golang", "Berlin", "Fit", "設計"])("takes %j for a new tag", (text) =>
    expect(of(text)).toEqual({ kind: "new", name: text }),
  );

  it("does not mix up names of Han characters that differ in one", () => {
    expect(classifyTagName("高級設計", prepare(["初級設計"]), rules).kind).toBe("new");
  });

  it("refuses with the reason", () => {
    expect(of("  ")).toMatchObject({ kind: "bad", reason: "empty" });
    expect(of("a\u202eb")).toMatchObject({ kind: "bad", reason: "bidi" });
    expect(classifyTagName("a, b", index, { ...rules, connector: "welcometothejungle" })).toMatchObject({
      kind: "bad",
      reason: "comma",
    });
  });

  it("creates nothing where nothing may be created, but says what may have been meant", () => {
    const closed = { ...rules, mayCreate: false };
    expect(classifyTagName("Excelent Fit", index, closed)).toEqual({
      kind: "bad",
      reason: "may-not-create",
      names: ["Excellent Fit"],
    });
    expect(classifyTagName("java", index, closed)).toEqual({ kind: "existing", name: "Java", create: null });
  });

  it("never calls a tag of the list new, nor creates a name that is not clean", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 20 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), text, (tags, typed) => {
        const prepared = prepare(tags);
        for (const one of tags)
          if (cleanName(one) !== "") expect(classifyTagName(one, prepared, rules).kind).not.toBe("new");
        const tag = classifyTagName(typed, prepared, rules);
        if (tag.kind === "new") expect(tag.name).toBe(cleanName(typed));
        if (tag.kind === "near") expect(tag.create).toBe(cleanName(typed));
        if (tag.kind === "new" || tag.kind === "near") expect(existing(prepared, typed)).toBeNull();
      }),
    );
  });
});

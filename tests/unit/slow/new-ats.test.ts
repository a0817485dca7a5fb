import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Copy, causedBy } from "../ats/new-ats.copy";

const NEW = ["hirebird", "Hire Bird's", "app.hirebird.example"] as const;
const WRITTEN = [
  "src/ats/systems/hirebird.ts",
  "src/ats/systems/hirebird.cases.ts",
  "sandbox/sites/hirebird.ts",
  "sandbox/data/hirebird.ts",
];

describe("what new:ats writes", () => {
  let before: Copy;
  let copy: Copy;
  beforeAll(() => {
    before = new Copy();
    copy = new Copy();
    expect(copy.newAts(...NEW)).toMatchObject({ code: 0 });
  }, 60_000);
  afterAll(() => {
    before.remove();
    copy.remove();
  });

  it("passes the types", () => {
    expect(causedBy(() => before.typeErrors(), copy.typeErrors())).toEqual([]);
  }, 120_000);

  it("is formatted and linted as the rest", () => {
    expect(causedBy(() => before.unformatted(), copy.unformatted(...WRITTEN))).toEqual([]);
  }, 120_000);

  it("passes the tables of rules and of stand-ins", () => {
    const { failed, passed } = copy.tables();
    expect(causedBy(() => before.tables().failed, failed)).toEqual([]);
    expect(passed.filter((name) => name.includes("hirebird")).length).toBeGreaterThan(10);
  }, 240_000);

  it("is written once and never over something", () => {
    const rule = copy.read("src/ats/systems/hirebird.ts");
    expect(copy.newAts("hirebird", "Other").code).toBe(1);
    expect(copy.newAts("../outside", "Other").code).toBe(1);
    expect(copy.read("src/ats/systems/hirebird.ts")).toBe(rule);
    expect(existsSync(copy.path("src/ats/systems/outside.ts"))).toBe(false);
  });
});

describe("a copy in which somebody is just writing a rule", () => {
  let before: Copy;
  let copy: Copy;
  beforeAll(() => {
    [before, copy] = [new Copy(), new Copy()];
    for (const one of [before, copy]) {
      one.edit("src/ats/systems/lever.ts", (text) =>
        text.replace("export const lever: Rule", "export const lever: Rulle"),
      );
      one.edit("src/ats/systems/ashby.ts", (text) => text.replace('["applications"]', '["offers"]'));
    }
    expect(copy.newAts(...NEW)).toMatchObject({ code: 0 });
  }, 60_000);
  afterAll(() => {
    before.remove();
    copy.remove();
  });

  it("fails, but not because of what new:ats wrote", () => {
    const types = copy.typeErrors();
    expect(types.join("\n")).toContain("lever.ts");
    expect(causedBy(() => before.typeErrors(), types)).toEqual([]);
    const known = before.tables(["ats/cases"]).failed;
    const { failed } = copy.tables(["ats/cases"]);
    expect(failed.join("\n")).toContain("ashby");
    expect(causedBy(() => known, failed)).toEqual([]);

    // A mistake of the generator shows all the same.
    copy.edit("src/ats/systems/hirebird.ts", (text) => text.replace('"candidates"', '"people"'));
    const caused = causedBy(() => known, copy.tables(["ats/cases"]).failed);
    expect(caused.length).toBeGreaterThan(0);
    for (const name of caused) expect(name).toContain("hirebird");
  }, 240_000);
});

it("writes nothing when a list looks different", () => {
  const copy = new Copy();
  try {
    copy.edit("src/domain/connector.ts", (text) => text.replace("  sandbox: {", "  elsewhere: {"));
    const rules = copy.read("src/ats/index.ts");
    const { code, output } = copy.newAts("owlhire", "Owl Hire");
    expect(code).toBe(1);
    expect(output).toContain("src/domain/connector.ts");
    expect(existsSync(copy.path("src/ats/systems/owlhire.ts"))).toBe(false);
    expect(copy.read("src/ats/index.ts")).toBe(rules);
  } finally {
    copy.remove();
  }
}, 60_000);

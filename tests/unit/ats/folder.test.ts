import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CASES } from "../../../src/ats/cases";
import { RULES } from "../../../src/ats/index";
import type { Case } from "../../../src/ats/rule";
import { CONNECTOR_IDS, connectorsOf } from "../../../src/domain/connector";

const files = readdirSync(new URL("../../../src/ats/systems", import.meta.url));
const ids = RULES.map((rule) => rule.id);

/** Systems for which nobody has found out what a candidate's address looks like: their pages are asked. */
const WITHOUT_KNOWN_ADDRESS = new Set(["workday", "successfactors", "onlyfy", "erecruiter", "recruhr", "avionte"]);

const namesSomebody = ({ expect: expected }: Case) => typeof expected === "object" && expected !== null;

describe("the folder of systems", () => {
  it("holds a pair for every rule in the list, and nothing else", () => {
    const pairs = ids.flatMap((id) => [`${id}.ts`, `${id}.cases.ts`]);
    expect(files.sort(), "a file is missing, or its line in src/ats/index.ts is").toEqual(pairs.sort());
  });

  it("lists every rule once", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("serves every connector that has a site, each by one rule", () => {
    const served = RULES.flatMap((rule) => connectorsOf(rule.id));
    expect(served.toSorted()).toEqual(CONNECTOR_IDS.filter((connector) => connector !== "sandbox").toSorted());
  });

  it("puts Odoo last, because it knows pages by their shape on any host", () => {
    expect(ids.at(-1)).toBe("odoo");
  });
});

describe.each(RULES.map((rule) => ({ id: rule.id, rule })))("$id", ({ id, rule }) => {
  const cases = CASES[id];

  it("has at least two examples of a candidate and one of none", () => {
    const named = cases.filter(namesSomebody);
    const sure = named.filter(({ expect: expected }) => typeof expected === "object" && !expected?.needsPage);
    expect(named.length).toBeGreaterThanOrEqual(2);
    if (!WITHOUT_KNOWN_ADDRESS.has(id)) expect(sure.length).toBeGreaterThanOrEqual(2);
    expect(cases.length).toBeGreaterThan(named.length);
  });

  it("has no example twice", () => {
    const keys = cases.map(({ url, facts }) => `${url} ${JSON.stringify(facts)}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("names only reads that it declares", () => {
    const declared = Object.keys(rule.reads ?? {});
    for (const name of [...(rule.nameReads ?? []), ...(rule.emailReads ?? [])]) expect(declared).toContain(name);
  });

  it("has match patterns a browser takes", () => {
    for (const pattern of rule.matches) expect(pattern).toMatch(/^(?:https|\*):\/\/(?:\*|(?:\*\.)?[a-z0-9.-]+)\/\S*$/);
  });
});

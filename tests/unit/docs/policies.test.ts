import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { foldersOf, type Schema, schemaProblems } from "../../../scripts/policy/files";
import { parsePolicy } from "../../../src/domain/policy/parse";
import { read } from "./read";

const schema = JSON.parse(read("public/managed-schema.json")) as Schema;

describe.each(readdirSync("docs/policies"))("docs/policies/%s", (name) => {
  const found = foldersOf(JSON.parse(read(`docs/policies/${name}`)));

  it("sets something, and nothing wrong", () => {
    expect(found).toHaveLength(1);
    const { values, problems } = parsePolicy(found[0]!.values);
    expect(problems).toEqual([]);
    expect(Object.keys(values).length).toBeGreaterThan(3);
    expect(schemaProblems(schema, found[0]!.values)).toEqual([]);
  });
});

it("a value that Chrome would drop with its whole field is named", () => {
  const values = { mayCreateTags: "no", integrations: [{ id: "greenhouse:x" }, "y"], signIn: { scopes: ["a", 1] } };
  expect(schemaProblems(schema, values)).toEqual([
    { field: "mayCreateTags", path: "mayCreateTags" },
    { field: "integrations", path: "integrations[1]" },
    { field: "signIn", path: "signIn.scopes[1]" },
  ]);
});

it("the schema has only what browsers were seen to load", () => {
  const words = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "properties") for (const one of Object.values(value as object)) walk(one);
      else {
        words.add(key);
        walk(value);
      }
    }
    if (!Array.isArray(node)) expect(typeof (node as Schema).type).toBe("string");
  };
  walk(schema);
  expect([...words].toSorted()).toEqual(["description", "items", "type"]);
});

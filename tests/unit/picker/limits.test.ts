import { describe, expect, it } from "vitest";
import { CONNECTOR_IDS } from "../../../src/domain/connector";
import { tagWarnings } from "../../../src/domain/tag-warnings";

describe("what is said before a new tag is sent", () => {
  it.each([
    ["workable", "Excellent Fit", [{ kind: "changed", becomes: "excellent" }]],
    ["workable", "backend", []],
    ["workable", "A".repeat(25), [{ kind: "ignored", from: 25 }]],
    ["workable", "a".repeat(24), []],
    ["workable", `short ${"x".repeat(40)}`, [{ kind: "changed", becomes: "short" }]],
    ["workable", "開発者 東京", [{ kind: "changed", becomes: "開発者" }]],
    ["workday", "Any", [{ kind: "existing-only" }]],
    ["zohorecruit", "Any", [{ kind: "existing-only" }]],
    ["teamtailor", "ÉLÈVE", [{ kind: "changed", becomes: "élève" }]],
    ["teamtailor", "élève", []],
    ["welcometothejungle", "Berlin, Mitte", [{ kind: "split" }]],
    ["welcometothejungle", "Berlin، Mitte", []],
    ["greenhouse", "Excellent Fit, ÉLÈVE", []],
  ] as const)("%s, %j: %j", (connector, name, warnings) => {
    expect(tagWarnings(connector, name)).toEqual(warnings);
  });

  it("is known for every connector", () => {
    for (const connector of CONNECTOR_IDS) expect(Array.isArray(tagWarnings(connector, "x"))).toBe(true);
  });
});

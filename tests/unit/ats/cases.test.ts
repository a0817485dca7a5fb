import { describe, expect, it } from "vitest";
import { CASES } from "../../../src/ats/cases";
import { type Detection, detect } from "../../../src/ats/detect";
import { RULES } from "../../../src/ats/index";
import type { Case } from "../../../src/ats/rule";
import { factsOf } from "./facts";

function answer(detection: Detection): unknown {
  if (detection.kind === "unknown") return null;
  if (detection.kind !== "candidate") return detection.kind;
  const { tenant, lookups } = detection.reference;
  return { tenant, lookups, ...(detection.needsPage && { needsPage: true }) };
}

/** An example that does not speak of the tenant does not test it. A page that was asked and gave nothing has nobody open. */
function wanted(example: Case, given: unknown): unknown {
  if (example.expect === null || example.expect === "no-candidate") return example.expect;
  if (example.facts && example.expect.needsPage && example.expect.lookups.length === 0) return "no-candidate";
  const tenant = typeof given === "object" && given !== null && "tenant" in given ? given.tenant : undefined;
  return { tenant, ...example.expect };
}

const title = ({ url, facts, note }: Case) =>
  [url, facts && "with facts", note && `(${note})`].filter(Boolean).join(" ");

const examples = RULES.flatMap((rule) => CASES[rule.id].map((example) => ({ rule, example })));

describe.each(RULES.map((rule) => ({ rule, id: rule.id })))("$id", ({ rule, id }) => {
  it.each(CASES[id].map((example) => [title(example), example] as const))("reads %s", (_title, example) => {
    const given = answer(detect([rule], example.url, factsOf(example)));
    expect(given, "the rule is wrong, or the example is").toEqual(wanted(example, given));
  });

  it("knows none of the other systems' pages", () => {
    const mistaken = examples
      .filter((other) => other.rule !== rule)
      .filter(({ example }) => detect([rule], example.url, factsOf(example)).kind !== "unknown")
      .map(({ rule: owner, example }) => `${owner.id}: ${title(example)}`);
    expect(mistaken, `${id} is not strict enough, or these examples belong to it`).toEqual([]);
  });
});

describe("all rules together", () => {
  it("give every example to the system it belongs to", () => {
    const lost = examples
      .filter(({ example }) => example.expect !== null)
      .filter(({ rule, example }) => {
        const detection = detect(RULES, example.url, factsOf(example));
        return !("rule" in detection) || detection.rule !== rule;
      })
      .map(({ rule, example }) => `${rule.id}: ${title(example)}`);
    expect(lost).toEqual([]);
  });
});

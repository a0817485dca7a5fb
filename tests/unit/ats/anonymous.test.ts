import { describe, expect, it } from "vitest";
import { RULES } from "../../../src/ats";
import { detect } from "../../../src/ats/detect";
import { pageFacts } from "./facts";

const PAGE = "https://app.teamtailor.com/companies/HbC9EqmTjjI/jobs/5000/stages/candidate/4711";
const isAnonymous = (url: string, title: string) => {
  const found = detect(RULES, url, pageFacts(url, { title, text: title }));
  return found.kind === "candidate" && found.anonymous;
};

describe("a page that hides the name", () => {
  it.each(["Cornflower Platypus", "Cornflower Platypus - Teamtailor", "Turquoise Wombat | Northwind", "RED PANDA"])(
    "is known by its pseudonym: %s",
    (title) => expect(isAnonymous(PAGE, title)).toBe(true),
  );

  it.each([
    "Ada Example - Teamtailor",
    "Violet Wolf",
    "Amber Fox",
    "Olive Swan",
    "Platypus Cornflower",
    "Cornflower",
    "Ada Cornflower Platypus",
    "Teamtailor",
    "",
  ])("is not one that shows %j", (title) => expect(isAnonymous(PAGE, title)).toBe(false));

  it("still names the candidate by the id", () => {
    const facts = pageFacts(PAGE, { title: "Cornflower Platypus - Teamtailor" });
    expect(detect(RULES, PAGE, facts)).toMatchObject({
      kind: "candidate",
      anonymous: true,
      reference: { lookups: [{ by: "candidate", value: "4711" }] },
    });
  });

  it("is known of no system without a source", () => {
    for (const rule of RULES.filter((one) => one.anonymous)) expect(rule.anonymous?.source).toMatch(/^https:\/\//);
    expect(isAnonymous("https://app.greenhouse.io/people/10", "Cornflower Platypus")).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { INTEGRATIONS, type Person } from "../../../sandbox/data";
import { pageUrls } from "../../../sandbox/sites";
import { RULES } from "../../../src/ats";
import { detect } from "../../../src/ats/detect";
import type { LookUp } from "../../../src/domain/candidate";
import { CONNECTORS } from "../../../src/domain/connector";

const COMPANIES = INTEGRATIONS.filter((one) => one.host !== null);

function hits(person: Person, { by, value }: LookUp): boolean {
  return by === "candidate" ? person.remoteId === value : person.applicationRemoteId === value;
}

/** The stand-ins, the made-up people and the rules are written apart: here they must speak of the same person. */
describe.each(COMPANIES.map((one) => [one.id, one] as const))("rules and stand-in of %s", (id, company) => {
  it("agree on who is open at each address", () => {
    for (const person of company.people) {
      for (const address of pageUrls(id).candidate(person)) {
        const found = detect(RULES, address);
        if (found.kind !== "candidate") throw new Error(`${found.kind} at ${address}`);
        expect(found.rule.id, address).toBe(CONNECTORS[company.connector].ats);
        const { lookups } = found.reference;
        if (!found.needsPage)
          expect(
            lookups.some((one) => hits(person, one)),
            address,
          ).toBe(true);
        const trusted = lookups.filter((one) => !one.needsPageMatch);
        const others = company.people.filter((one) => one !== person);
        expect(
          trusted.filter((one) => others.some((other) => hits(other, one))),
          address,
        ).toEqual([]);
      }
    }
  });

  it("agree on where nobody is open", () => {
    for (const address of pageUrls(id).refused) {
      const found = detect(RULES, address);
      expect(found.kind !== "candidate" || found.needsPage, address).toBe(true);
    }
    expect(detect(RULES, pageUrls(id).list).kind, "the list").toBe("no-candidate");
  });
});

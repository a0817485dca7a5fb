import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AgreementKind, compareWithPage, type Evidence, evidenceOf } from "../../../src/domain/agreement";
import { certainty, type Grounds } from "../../../src/domain/certainty";
import { pageName, person, recordName, SCRIPT_IDS, type ScriptId, stranger } from "../../generators/people";
import { SeededRandom } from "../../generators/random";
import { onSurface, SURFACES } from "../../generators/surfaces";
import { agreed, anySituation, rankOf, UUID } from "./grounds";

/** A page of one of two people, and Kombo's record of the first. */
const anyPage = fc
  .record({ seed: fc.nat(), script: fc.constantFrom<ScriptId>(...SCRIPT_IDS), surface: fc.constantFrom(...SURFACES) })
  .map(({ seed, script, surface }) => {
    const random = new SeededRandom(seed);
    const one = person(random, script);
    const other = stranger(random, one);
    const shown = random.pick([pageName(one), pageName(other), pageName({ ...one, given: other.given }), ""]);
    const subject = { name: recordName(one), emails: random.pick([[], ["a@example.com"]]) };
    const emails = random.pick([[], ["a@example.com"], ["b@example.com"]]);
    const evidence = onSurface(surface, shown, script, random, { emails });
    return { subject, evidence, own: pageName(one), other: pageName(other) };
  });

type Page = { subject: { name: string; emails: readonly string[] }; evidence: Evidence; own: string; other: string };
const level = (situation: Omit<Grounds, "agreement">, page: Page, evidence: Evidence) =>
  rankOf(certainty({ ...situation, agreement: compareWithPage(page.subject, evidence) }).level);

/** What speaks against the candidate: another name where the page says whom it is about. */
const CONTRADICTIONS: Readonly<Record<string, (page: Page) => Evidence>> = {
  "another declared name": ({ evidence, other }) => ({ ...evidence, names: [...evidence.names, other] }),
  "another heading": ({ evidence, other }) => ({ ...evidence, headings: [...evidence.headings, other] }),
  "another name first in the title": ({ evidence, other }) => ({ ...evidence, title: `${other} | ${evidence.title}` }),
  "another name beside the declared one": ({ evidence, other }) => ({
    ...evidence,
    names: evidence.names.map((name) => `${name} & ${other}`),
  }),
  "another name first in the text": ({ evidence, other }) => ({ ...evidence, text: `${other}\n${evidence.text}` }),
};

/** Evidence of the candidate taken away. */
const REMOVALS: Readonly<Record<string, (page: Page) => Evidence>> = {
  "the address": ({ evidence }) => ({ ...evidence, emails: [] }),
  "the name in a heading": ({ evidence }) => ({ ...evidence, headings: [] }),
  "the name in the title": ({ evidence, own }) => ({ ...evidence, title: evidence.title.replace(own, "") }),
  "the name in the text": ({ evidence, own }) => ({ ...evidence, text: evidence.text.replaceAll(own, "") }),
};

describe("evidence", () => {
  it.each(Object.entries(CONTRADICTIONS))("added against the candidate never raises the level: %s", (_what, add) => {
    fc.assert(
      fc.property(anySituation, anyPage, (situation, page) => {
        fc.pre(page.evidence.kind === "page");
        expect(level(situation, page, add(page))).toBeLessThanOrEqual(level(situation, page, page.evidence));
      }),
      { numRuns: 200 },
    );
  });

  it.each(Object.entries(REMOVALS))("for the candidate taken away never raises the level: %s", (_what, remove) => {
    fc.assert(
      fc.property(anySituation, anyPage, (situation, page) => {
        fc.pre(page.evidence.kind === "page");
        expect(level(situation, page, remove(page))).toBeLessThanOrEqual(level(situation, page, page.evidence));
      }),
      { numRuns: 200 },
    );
  });

  it("of the recruiter's own address changes nothing", () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const own = { ...page.evidence, ownEmails: ["a@example.com"] };
        const without = { ...page.evidence, emails: page.evidence.emails.filter((one) => one !== "a@example.com") };
        expect(compareWithPage(page.subject, own)).toEqual(compareWithPage(page.subject, without));
      }),
      { numRuns: 300 },
    );
  });
});

describe("certainty", () => {
  const notByHand = anySituation.filter(({ matchedBy }) => matchedBy !== "hand");

  it("is never sure of a page that declares somebody else, or two people", () => {
    fc.assert(
      fc.property(notByHand, fc.constantFrom("differs" as const, "two-people" as const), (situation, kind) => {
        expect(certainty({ ...situation, agreement: agreed(kind) }).level).not.toBe("sure");
      }),
    );
  });

  it("of a page that hides the name asks only for a certain id of a bound tenant, and is never sure", () => {
    const kinds = fc.constantFrom("contains", "partly", "other-name", "differs", "two-people", "nothing-to-compare");
    fc.assert(
      fc.property(notByHand, kinds, (situation, kind) => {
        const grounds = { ...situation, isAnonymised: true, agreement: agreed(kind as AgreementKind) };
        const { level, reason } = certainty(grounds);
        expect(level).not.toBe("sure");
        // Every other question prints the name.
        if (level === "ask" && grounds.boundTo === grounds.integrationId) expect(reason).toBe("anonymised");
      }),
    );
  });

  it("is never sure across tenants", () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        fc.pre(
          situation.tenant !== null && situation.boundTo !== null && situation.boundTo !== situation.integrationId,
        );
        expect(certainty({ ...situation, agreement: agreed("agrees") }).level).not.toBe("sure");
      }),
    );
  });

  it("with nothing to compare is sure of a UUID and of a bound tenant's certain id only", () => {
    fc.assert(
      fc.property(notByHand, (situation) => {
        const { level: got } = certainty({ ...situation, agreement: agreed("nothing-to-compare", null) });
        const isCertain =
          !situation.needsPageMatch && ["candidate", "application", "url-pattern"].includes(situation.matchedBy);
        const isBound =
          situation.tenant !== null && situation.boundTo === situation.integrationId && !situation.isOldBinding;
        const vouched = situation.remoteId === UUID || isBound || (situation.confirmed && situation.tenant !== null);
        if (got === "sure") expect(isCertain && vouched && situation.isTrustedHost).toBe(true);
      }),
    );
  });

  it("is never sure by a confirmation alone where no tenant says which company it is", () => {
    fc.assert(
      fc.property(
        notByHand,
        fc.constantFrom("partly" as const, "other-name" as const, "nothing-to-compare" as const),
        (situation, kind) => {
          const grounds = { ...situation, tenant: null, remoteId: "4242", agreement: agreed(kind, null) };
          expect(certainty(grounds).level).not.toBe("sure");
        },
      ),
    );
  });

  it("takes one word, swapped parts and a longer name for no proof without a tenant", () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const [one = "", two = ""] = page.subject.name.split(" ");
        const situation = { ...untried, remoteId: "4242" };
        const ask = (name: string, evidence: Partial<Evidence>) =>
          certainty({ ...situation, agreement: compareWithPage({ name, emails: [] }, evidenceOf(evidence)) }).level;
        expect(ask(one, { title: page.subject.name, text: `${one}\n${two} ${one}` })).not.toBe("sure");
        expect(ask(page.subject.name, { names: [`${page.own} ${page.other}`] })).not.toBe("sure");
      }),
      { numRuns: 300 },
    );
  });
});

const untried: Omit<Grounds, "agreement" | "remoteId"> = {
  matchedBy: "candidate",
  needsPageMatch: false,
  tenant: null,
  boundTo: null,
  isOldBinding: false,
  integrationId: "greenhouse:A",
  isPicked: false,
  confirmed: false,
  isTrustedHost: true,
  isAnonymised: false,
};

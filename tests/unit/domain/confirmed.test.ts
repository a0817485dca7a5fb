import { describe, expect, it } from "vitest";
import { compareWithPage, type Evidence } from "../../../src/domain/agreement";
import type { AtsReference } from "../../../src/domain/candidate";
import { certainty } from "../../../src/domain/certainty";
import {
  confirmationKey,
  identityByEmail,
  identityById,
  shownNameKey,
} from "../../../src/domain/identity/page-identity";
import { DIFFERENT, type Drawn } from "../../generators/nearness";
import { type Person, pageName, person, recordName, SCRIPT_IDS } from "../../generators/people";
import { SeededRandom } from "../../generators/random";
import { onSurface, SURFACES } from "../../generators/surfaces";
import { VARIANTS } from "../../generators/variants";
import { GROUNDS } from "./grounds";

const NUMBER: AtsReference = { ats: "greenhouse", tenant: null, lookups: [{ by: "candidate", value: "4242" }] };
const ADDRESS = "shared@example.com";
const BY_EMAIL: AtsReference = { ats: "onlyfy", tenant: "juniper", lookups: [{ by: "email", value: ADDRESS }] };

const PAIRS = 400;

interface Page {
  /** Kombo's record that this page is held against. */
  record: string;
  evidence: Evidence;
  what: string;
}

/** A page of the very person, however written, or of somebody near: whoever it shows may once have been confirmed. */
function anyPage(one: Person, random: SeededRandom): Page | null {
  const kinds = [...Object.keys(VARIANTS), ...Object.keys(DIFFERENT)];
  const kind = random.pick(kinds);
  const variant = VARIANTS[kind]?.(one, random);
  const drawn: Drawn | null = variant
    ? { record: recordName(one), shown: variant }
    : (DIFFERENT[kind]?.(one, random) ?? null);
  if (drawn === null) return null;
  const surface = random.pick(SURFACES);
  const evidence = onSurface(surface, drawn.shown, one.script, random, { emails: [ADDRESS], ...drawn.around });
  return { record: drawn.record, evidence, what: `${kind} on ${surface}: ${drawn.shown}` };
}

/** The same of somebody who is certainly not the person. */
function strangersPage(one: Person, record: string, random: SeededRandom): Page | null {
  const kind = random.pick(Object.keys(DIFFERENT));
  const drawn = DIFFERENT[kind]?.(one, random) ?? null;
  if (drawn === null || drawn.record !== record || drawn.also) return null;
  const surface = random.pick(SURFACES);
  const evidence = onSurface(surface, drawn.shown, one.script, random, { emails: [ADDRESS], ...drawn.around });
  return { record, evidence, what: `${kind} on ${surface}: ${drawn.shown}` };
}

const shown = ({ record, evidence }: Page) => shownNameKey({ name: record, emails: [] }, evidence);
const nameShown = ({ evidence: { names, title, text } }: Page) => JSON.stringify([names, title, text]);

function* pairsOfPages(count: number, seed: number): Generator<[before: Page, now: Page]> {
  const random = new SeededRandom(seed);
  for (let drawn = 0; drawn < count; ) {
    const one = person(random, random.pick(SCRIPT_IDS));
    const before = anyPage(one, random);
    const now = before && strangersPage(one, before.record, random);
    // The very same page is the same to anybody.
    if (!before || !now || nameShown(before) === nameShown(now)) continue;
    drawn++;
    yield [before, now];
  }
}

/** Whether both pages show one and the same name, as far as anybody could read it. */
const showsTheSame = (before: Page, now: Page) =>
  shown(before) === shown(now) && before.what.split(": ")[1] === now.what.split(": ")[1];

describe("a confirmation given on one page", { timeout: 20_000 }, () => {
  it("makes nobody sure of another person with the same number where no tenant says whose it is", () => {
    let asked = 0;
    for (const [before, now] of pairsOfPages(PAIRS, 3)) {
      if (showsTheSame(before, now)) continue;
      const key = (page: Page) => confirmationKey("greenhouse:A", identityById(NUMBER), shown(page));
      const confirmed = key(before) !== null && key(before) === key(now);
      const agreement = compareWithPage({ name: now.record, emails: [] }, now.evidence);
      const { level } = certainty({ ...GROUNDS, agreement, confirmed });
      expect(level, `${now.record}: ${before.what} | ${now.what}`).not.toBe("sure");
      if (confirmed) asked++;
    }
    expect(asked).toBeGreaterThan(0);
  });

  it("makes nobody sure of another person with the same address", () => {
    for (const [before, now] of pairsOfPages(PAIRS, 4)) {
      if (showsTheSame(before, now)) continue;
      const key = (page: Page) => {
        const identity = identityByEmail(BY_EMAIL, { address: ADDRESS, name: page.record }, page.evidence);
        return confirmationKey("onlyfy:A", identity, shown(page));
      };
      const confirmed = key(before) !== null && key(before) === key(now);
      const agreement = compareWithPage({ name: now.record, emails: [] }, now.evidence);
      const { level } = certainty({
        ...GROUNDS,
        matchedBy: "email",
        remoteId: null,
        tenant: "juniper",
        agreement,
        confirmed,
      });
      expect(level, `${now.record}: ${before.what} | ${now.what}`).not.toBe("sure");
    }
  });

  it("holds for the same page", () => {
    const random = new SeededRandom(5);
    for (const script of SCRIPT_IDS) {
      const one = person(random, script);
      const evidence = onSurface("title", pageName(one), script, random);
      const page = { record: recordName(one), evidence, what: "" };
      expect(confirmationKey("A", identityById(NUMBER), shown(page))).not.toBeNull();
    }
  });
});

import type { CandidateIdentity } from "../candidate";
import { candidateEmails, type Evidence } from "./evidence";
import { findName, hasAllWords, isSomebodyElse, namesOthersToo, relationIn } from "./find-in-text";
import { compareNames, isFullName, looksLikeName, type Name, namesIn, parseName, type Relation } from "./names";
import { segmentsOf } from "./segments";

/**
 * How Kombo's candidate compares with the page, the best first.
 * `agrees` the name or an address of the candidate's · `agrees-swapped` the name with given and family name exchanged ·
 * `contains` one name inside the other, longer one · `partly` some of the name · `two-people` the page declares this
 * candidate and another · `other-name` the page seems to show somebody else, without declaring it · `differs` the page
 * declares somebody else · `nothing-to-compare` absence, which proves nothing.
 */
export type AgreementKind =
  | "agrees"
  | "agrees-swapped"
  | "contains"
  | "partly"
  | "two-people"
  | "other-name"
  | "differs"
  | "nothing-to-compare";

/**
 * Where the agreeing evidence stands, and what its absence or opposite means there:
 *
 * | place   | names the candidate                          | names another                                   |
 * |---------|----------------------------------------------|-------------------------------------------------|
 * | declared| decides; one word only if it is all there is | another name: differs · also: two-people        |
 * | title   | a whole part, or inside a part               | some of the name: partly · also a heading or a  |
 * |         |                                              | block of the text: other-name · alone: nothing  |
 * | heading | the whole heading                            | only makes what agrees elsewhere doubtful       |
 * | link    | the link's whole text, or inside it          | a whole text that looks like a name: differs    |
 * | email   | an address of the candidate's, not one's own | nothing: candidates have several                |
 * | block   | a block (cell, line) of its own              | an earlier name-like block makes it doubtful    |
 * | mention | inside a longer block                        | nothing                                         |
 */
export type Place = "declared" | "title" | "heading" | "link" | "email" | "block" | "mention";

export interface Agreement {
  kind: AgreementKind;
  /** Null where nothing agrees. */
  place: Place | null;
  /** What agrees may be about another than the one the page is about; a host without a tenant asks. */
  isDoubtful: boolean;
}

export type Subject = Pick<CandidateIdentity, "name" | "emails">;

const KINDS: Record<Exclude<Relation, "differs">, AgreementKind> = {
  equal: "agrees",
  swapped: "agrees-swapped",
  contains: "contains",
  partly: "partly",
};
const ORDER: readonly AgreementKind[] = ["agrees", "agrees-swapped", "contains", "partly", "other-name", "differs"];

const of = (kind: AgreementKind, place: Place | null = null, isDoubtful = false): Agreement => ({
  kind,
  place,
  isDoubtful,
});
const NOTHING = of("nothing-to-compare");

/**
 * Compares name and addresses of Kombo's answer with the evidence. Whoever was found by an address gives no addresses:
 * it is on the page by necessity and proves nothing more.
 */
export function compareWithPage(subject: Subject, evidence: Evidence): Agreement {
  const name = parseName(subject.name);
  const email = compareEmails(subject, evidence);
  const declared = evidence.names.flatMap((one) => parseName(one) ?? []);
  if (declared.length > 0) return withEmail(compareDeclared(name, declared), email);
  // One word proves nothing where ordinary words stand too.
  const searched = name !== null && name.words.length > 1 && isFullName(name) ? name : null;
  if (evidence.kind === "link") return better(email, compareLink(name, searched, evidence.text));
  return comparePage(name, searched, evidence, email);
}

/** The declared names decide; with another spelling and the candidate's own address the person is asked. */
function withEmail(declared: Agreement, email: Agreement): Agreement {
  const isContradicted = ["differs", "other-name", "nothing-to-compare"].includes(declared.kind);
  return isContradicted && email.kind === "agrees" ? of("partly", "email") : declared;
}

function compareDeclared(name: Name | null, declared: readonly Name[]): Agreement {
  const results = declared.map((one): AgreementKind => {
    if (name === null) return "nothing-to-compare";
    const relation = compareNames(name, one);
    if (relation !== "differs") return KINDS[relation];
    return isFullName(one) ? "differs" : "other-name";
  });
  const best = ORDER.find((kind) => results.includes(kind));
  if (best === undefined) return NOTHING;
  const fits = best === "agrees" || best === "agrees-swapped" || best === "contains";
  return of(fits && isSeveralPeople(declared) ? "two-people" : best, "declared");
}

/** Fields of one form may spell one name in several ways. */
function isSeveralPeople(names: readonly Name[]): boolean {
  const [first, ...others] = names;
  return first !== undefined && others.some((other) => ["partly", "differs"].includes(compareNames(first, other)));
}

/** More strangers' addresses than this and the page is a list. */
const FEW = 1;

function compareEmails(subject: Subject, evidence: Evidence): Agreement {
  const known = new Set(subject.emails.map((address) => address.trim().toLowerCase()));
  const shown = candidateEmails(evidence);
  if (!shown.some((address) => known.has(address))) return NOTHING;
  return of("agrees", "email", shown.filter((address) => !known.has(address)).length > FEW);
}

function compareLink(name: Name | null, searched: Name | null, text: string): Agreement {
  const [segment, ...more] = segmentsOf(text);
  if (!segment) return NOTHING;
  const found = searched && bestIn(searched, text);
  if (found) return of(found.kind, "link", !found.isWhole);
  const [other] = namesIn(segment);
  if (!name || !other || !looksLikeName(other)) return NOTHING;
  const relation = compareNames(name, other);
  if (relation !== "differs") return of("partly", "link");
  // Where a script has no capitals, a label looks like a name.
  const isPlain = more.length === 0 && other.words.every((word) => word.isCapital !== null);
  return of(isPlain ? "differs" : "other-name");
}

function comparePage(name: Name | null, searched: Name | null, evidence: Evidence, email: Agreement): Agreement {
  const [shownInstead, doubtful] = somebodyElse(name, evidence);
  const doubted = (found: Agreement) => (doubtful ? { ...found, isDoubtful: true } : found);
  const main = searched ? better(compareTitle(searched, evidence.title), compareHeadings(searched, evidence)) : NOTHING;
  if (main.kind === "agrees" && !main.isDoubtful) return main;
  const text = searched ? compareText(searched, evidence) : NOTHING;
  const best = better(main, better(doubted(email), doubted(text)));
  if (best.kind === "partly" || best.kind === "nothing-to-compare") return shownInstead ? of("other-name") : best;
  // A title with some of the name only ("Ada Jones") speaks against a text that has all of it.
  return main.kind === "partly" || main.kind === "contains" ? { ...best, isDoubtful: true } : best;
}

function better(one: Agreement, other: Agreement): Agreement {
  const rank = ({ kind, isDoubtful }: Agreement) => {
    const at = ORDER.indexOf(kind);
    return (at === -1 ? ORDER.length : at) * 2 + Number(isDoubtful);
  };
  return rank(other) < rank(one) ? other : one;
}

function bestIn(name: Name, text: string): { kind: AgreementKind; isWhole: boolean } | null {
  const found = segmentsOf(text).flatMap((segment) => relationIn(name, segment) ?? []);
  const best = found.sort((one, other) => rankOf(one) - rankOf(other))[0];
  return best ? { kind: KINDS[best.relation as "equal"], isWhole: best.isWhole } : null;
}
const rankOf = ({ relation, isWhole }: { relation: Relation; isWhole: boolean }) =>
  ORDER.indexOf(KINDS[relation as "equal"]) * 2 + Number(!isWhole);

function compareTitle(name: Name, title: string): Agreement {
  const found = bestIn(name, title);
  const parts = title.split(/\s[-–—|·]\s|\|/);
  const isShared = () => parts.some((part) => bestIn(name, part) !== null && namesOthersToo(name, part));
  if (found) return of(found.kind, "title", isShared());
  const [first] = segmentsOf(title);
  const partly = first && namesIn(first).some((one) => looksLikeName(one) && compareNames(name, one) === "partly");
  return partly ? of("partly", "title") : NOTHING;
}

/** A heading counts as a whole; the page may have several, one of them the candidate's. */
function compareHeadings(name: Name, { headings }: Evidence): Agreement {
  return headings
    .flatMap((heading) => bestIn(name, heading) ?? [])
    .filter((found) => found.isWhole)
    .map((found) => of(found.kind, "heading"))
    .reduce(better, NOTHING);
}

function compareText(name: Name, evidence: Evidence): Agreement {
  const { match, hasWord } = findName(name, evidence.text);
  if (match) {
    const place = match.isWholeBlock ? "block" : "mention";
    return of(KINDS[match.relation], place, match.isPreceded || place === "mention");
  }
  // Every word is there, but in different names: of two other people.
  return evidence.complete && hasWord && hasAllWords(name, evidence.text) ? of("partly", "mention") : NOTHING;
}

/**
 * Whether the page seems to be about somebody else: its title begins with another name that a heading or a block repeats
 * (first value); any sign of it at all, which only makes agreeing evidence doubtful (second).
 */
function somebodyElse(name: Name | null, { title, headings, text }: Evidence): [boolean, boolean] {
  const [first] = segmentsOf(title);
  const [titled] = first ? namesIn(first) : [];
  const inTitle = titled !== undefined && titled.words.length > 0 && isSomebodyElse(name, title);
  const inHeading = headings.some((heading) => isSomebodyElse(name, heading));
  const isRepeated = inTitle && repeats(titled, headings, text);
  return [isRepeated, inTitle || inHeading];
}

function repeats(titled: Name, headings: readonly string[], text: string): boolean {
  const inHeadings = headings.some((heading) =>
    segmentsOf(heading).some((segment) => namesIn(segment).some((one) => compareNames(titled, one) === "equal")),
  );
  return inHeadings || (findName(titled, text).match?.isWholeBlock ?? false);
}

import { type Agreement, better, KINDS, NOTHING, of } from "./agreement";
import { compareNames } from "./compare-names";
import type { Evidence } from "./evidence";
import { findName, hasAllWords, namesSomebodyElse } from "./find-in-text";
import { looksLikeName, type Name, namesIn } from "./names";
import { isSomebodyElse, namedIn } from "./relation";
import { segmentsOf } from "./segments";

/**
 * Title, headings, addresses and text together. `searched`: the name where it may be looked for among other words;
 * `email`: what the addresses say.
 */
export function comparePage(name: Name | null, searched: Name | null, evidence: Evidence, email: Agreement): Agreement {
  const [shownInstead, doubtful] = somebodyElse(name, evidence);
  const doubted = (found: Agreement) => (doubtful ? { ...found, isDoubtful: true } : found);
  const main = searched ? better(compareTitle(searched, evidence.title), compareHeadings(searched, evidence)) : NOTHING;
  if (main.kind === "agrees" && !main.isDoubtful) return main;
  const text = searched ? compareText(searched, evidence) : NOTHING;
  const isNamed = main.kind !== "nothing-to-compare" || text.kind !== "nothing-to-compare";
  const best = better(main, better(doubted(isNamed ? email : unnamed(name, email, evidence)), doubted(text)));
  if (best.kind === "partly" || best.kind === "nothing-to-compare") return shownInstead ? of("other-name") : best;
  // A title with some of the name only ("Ada Jones") speaks against a text that has all of it.
  return main.kind === "partly" || main.kind === "contains" ? { ...best, isDoubtful: true } : best;
}

/** An address alone, beside somebody else's name: families, agencies and companies share one. */
function unnamed(name: Name | null, email: Agreement, { text, complete }: Evidence): Agreement {
  const isShared = email.kind === "agrees" && complete && namesSomebodyElse(name, text) === true;
  return isShared ? { ...email, isDoubtful: true } : email;
}

function compareTitle(name: Name, title: string): Agreement {
  const found = namedIn(name, title);
  if (found) return of(KINDS[found.relation], "title", !found.isMain);
  const isPartly = (one: Name) => looksLikeName(one) && compareNames(name, one) === "partly";
  return segmentsOf(title).flatMap(namesIn).some(isPartly) ? of("partly", "title") : NOTHING;
}

/** A heading counts as a whole; the page may have several, one of them the candidate's. */
function compareHeadings(name: Name, { headings }: Evidence): Agreement {
  return headings
    .flatMap((heading) => namedIn(name, heading) ?? [])
    .filter((found) => found.isWhole)
    .map((found) => of(KINDS[found.relation], "heading", !found.isMain))
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

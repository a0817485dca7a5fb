import type { CandidateIdentity } from "./candidate";
import type { PageFacts } from "./facts";
import { words } from "./fold";

/** What a page, or the text of a link, says about who it shows. */
export interface Evidence {
  /** Names the page gives as the candidate's own (declared by its rule); the strongest evidence. */
  names: readonly string[];
  /** E-mail addresses in candidate-like places. */
  emails: readonly string[];
  title: string;
  text: string;
}

/** How Kombo's candidate compares with the page. */
export type Agreement = "agrees" | "partly" | "differs" | "nothing-to-compare";

/** Too short a text says nothing: a page still loading, a link that reads "42". */
const MIN_TEXT = 3;

/**
 * Compares name and e-mail of Kombo's answer with what the page shows. A declared name decides; else an e-mail address
 * in a candidate-like place, the title, then the visible text.
 */
export function agreement(candidate: Pick<CandidateIdentity, "name" | "emails">, evidence: Evidence): Agreement {
  const name = words(candidate.name);
  const declared = evidence.names.filter((one) => words(one).length > 0);
  if (declared.length > 0) return best(declared.map((one) => compareNames(name, words(one))));
  const own = new Set(candidate.emails.map((address) => address.toLowerCase()));
  if (evidence.emails.some((address) => own.has(address.toLowerCase()))) return "agrees";
  if (name.length === 0) return "nothing-to-compare";
  const title = words(evidence.title);
  if (inSequence(name, title)) return "agrees";
  return inText(name, words(evidence.text), title);
}

function best(results: readonly Agreement[]): Agreement {
  if (results.includes("agrees")) return "agrees";
  return results.includes("partly") ? "partly" : "differs";
}

function compareNames(ours: readonly string[], theirs: readonly string[]): Agreement {
  if (ours.length === 0) return "nothing-to-compare";
  const shown = new Set(theirs);
  const known = new Set(ours);
  const hits = ours.filter((word) => shown.has(word)).length;
  // Middle names and titles come and go: one side may have more words, but the shorter must be wholly there.
  if (hits === ours.length || (theirs.length > 1 && theirs.every((word) => known.has(word)))) return "agrees";
  return hits > 0 ? "partly" : "differs";
}

function inText(name: readonly string[], text: readonly string[], title: readonly string[]): Agreement {
  if (text.join("").length < MIN_TEXT) {
    return title.join("").length < MIN_TEXT ? "nothing-to-compare" : titleOnly(name, title);
  }
  if (inSequence(name, text)) return "agrees";
  const shown = new Set([...text, ...title]);
  return name.some((word) => word.length > 1 && shown.has(word)) ? "partly" : "differs";
}

/** A title without a page text ("Loading…") is too little to say "somebody else". */
function titleOnly(name: readonly string[], title: readonly string[]): Agreement {
  const shown = new Set(title);
  return name.some((word) => word.length > 1 && shown.has(word)) ? "partly" : "nothing-to-compare";
}

/**
 * Whether the words of a name stand together, in either order ("Ada Example", "Example, Ada"), with at most one word
 * between them (a middle name). Scattered over a list of people they do not count.
 */
function inSequence(name: readonly string[], text: readonly string[]): boolean {
  if (name.length === 1) return text.includes(name[0] as string);
  const wanted = new Set(name);
  const span = name.length + 1;
  return text.some((word, at) => {
    if (!wanted.has(word)) return false;
    const near = new Set(text.slice(at, at + span));
    return name.every((part) => near.has(part));
  });
}

/** What the facts of a page say, with the names and e-mails its rule declares. */
export function pageEvidence(
  facts: PageFacts,
  nameReads: readonly string[] = [],
  emailReads: readonly string[] = [],
): Evidence {
  const declared = (names: readonly string[]) =>
    names.flatMap((name) => facts.declared[name] ?? []).map((s) => s.trim());
  return {
    names: declared(nameReads).filter(Boolean),
    emails: [
      ...declared(emailReads).filter((text) => text.includes("@")),
      ...facts.emails.filter((email) => email.candidateLike).map((email) => email.address),
    ],
    title: facts.title,
    text: facts.text,
  };
}

/** What a link's text says; nothing when it has no letters in it. */
export function linkEvidence(linkText: string): Evidence {
  return { names: [], emails: [], title: "", text: linkText };
}

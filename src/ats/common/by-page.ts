import type { LookUp } from "../../domain/candidate";
import type { Verdict } from "../rule";
import { ELSEWHERE, plainPieces } from "./elsewhere";
import { digits } from "./ids";
import { idAfter } from "./url";
import { byApplication, byCandidate, needingPageMatch, needsPage, noCandidate } from "./verdict";

/** The words a system may use in its addresses, lower case. */
export interface Words {
  candidate: readonly string[];
  application: readonly string[];
}

/** Between the word and the number programs often say what to do: `/applicant/details/42`. */
const VERBS = new Set(["detail", "details", "show", "view", "edit", "profile"]);

/** A record number after such a word, in the path or as a parameter `<word>id`. */
function numberFor(pieces: readonly string[], query: URLSearchParams, words: readonly string[]): string | null {
  const inPath = idAfter(
    pieces.filter((piece) => !VERBS.has(piece)),
    words,
    digits,
  );
  if (inPath) return inPath;
  const pair = [...query].find(([name]) => words.some((word) => name.toLowerCase() === `${word}id`));
  return digits(pair?.[1]);
}

function guesses(pieces: readonly string[], query: URLSearchParams, words: Words): LookUp[] {
  const person = numberFor(pieces, query, words.candidate);
  const application = numberFor(pieces, query, words.application);
  return [
    ...(person ? [needingPageMatch(byCandidate(person))] : []),
    ...(application ? [needingPageMatch(byApplication(application))] : []),
  ];
}

/** The bare list of people, or a page about something else. */
function aboutNobody(pieces: readonly string[], query: URLSearchParams, words: Words): boolean {
  const isPerson = (piece: string) => words.candidate.includes(piece) || words.application.includes(piece);
  const last = pieces.at(-1);
  if (last === undefined || (isPerson(last) && query.size === 0)) return true;
  return pieces.some((piece) => ELSEWHERE.has(piece)) && !pieces.some(isPerson);
}

/**
 * What to make of a page of a system whose candidate addresses nobody has published: mostly only the page can tell. A
 * number after a telling word is a guess, which counts when Kombo's answer agrees with the page.
 */
export function byPage(tenant: string | null, url: URL, words: Words): Verdict {
  const pieces = plainPieces(url);
  const query = url.searchParams;
  if (aboutNobody(pieces, query, words)) return noCandidate(tenant);
  return needsPage(tenant, ...guesses(pieces, query, words));
}

import type { LookUp } from "../../domain/candidate";
import { digits } from "./ids";
import { idAfter } from "./url";
import { byApplication, byCandidate, doubtful } from "./verdict";

/** The words a system may use in its addresses, lower case. */
export interface Words {
  candidate: readonly string[];
  application: readonly string[];
}

/** A record number after such a word, in the path or as a parameter `<word>id`. */
function numberFor(pieces: readonly string[], query: URLSearchParams, words: readonly string[]): string | null {
  const inPath = idAfter(pieces, words, digits);
  if (inPath) return inPath;
  const pair = [...query].find(([name]) => words.some((word) => name.toLowerCase() === `${word}id`));
  return digits(pair?.[1]);
}

/**
 * Guesses for a system whose candidate addresses nobody has published: a number after a telling word. They count only
 * when Kombo's answer agrees with the page.
 */
export function guesses(pieces: readonly string[], query: URLSearchParams, words: Words): LookUp[] {
  const lower = pieces.map((piece) => piece.toLowerCase());
  const person = numberFor(lower, query, words.candidate);
  const application = numberFor(lower, query, words.application);
  return [
    ...(person ? [doubtful(byCandidate(person))] : []),
    ...(application ? [doubtful(byApplication(application))] : []),
  ];
}

import { lazyRegExp } from "../text/lazy-reg-exp";
import { bits, prefixEdits } from "./edits";
import { type Index, lettersOf } from "./prepare";

export type Piece = [start: number, end: number];

/** How good a hit is, best first. */
export const TIERS = ["prefix", "word-start", "anywhere", "all-words"] as const;

const WORD = lazyRegExp(String.raw`[\p{L}\p{N}\p{M}]`, "u");

/** Whether a word begins at this place of a folded name. */
export function startsWord(folded: string, at: number): boolean {
  if (at === 0) return true;
  const code = folded.charCodeAt(at - 1);
  if (code < 128) return !((code >= 97 && code <= 122) || (code >= 48 && code <= 57));
  return !WORD().test(folded[at - 1] ?? "");
}

/** The best place of the query in the name: a word start where there is one. */
export function bestPlace(folded: string, query: string, first: number): number {
  for (let at = first; at >= 0; at = folded.indexOf(query, at + 1)) if (startsWord(folded, at)) return at;
  return first;
}

/** Pieces of a name that has every word of the query, in whatever order; null when one is missing. */
export function everyWord(folded: string, words: readonly string[]): Piece[] | null {
  const pieces: Piece[] = [];
  for (const word of words) {
    const first = folded.indexOf(word);
    if (first < 0) return null;
    const at = bestPlace(folded, word, first);
    pieces.push([at, at + word.length]);
  }
  return merge(pieces);
}

/** Typing slips forgiven in a query of this length. */
export function slips(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

export interface Slip {
  at: number;
  cost: number;
  piece: Piece;
}

/** Names that have a word which begins as the query was probably meant, fewest slips first. */
export function withSlips(index: Index, query: string, skip: (at: number) => boolean): Slip[] {
  const max = slips(query.length);
  const found: Slip[] = [];
  if (max === 0) return found;
  const lacks = missing(query, max);
  for (let at = 0; at < index.folded.length; at++) {
    if (lacks(index.letters[at] ?? 0)) continue;
    const slip = slipIn(index.folded[at] ?? "", query, max);
    if (slip && !skip(at)) found.push({ at, ...slip });
  }
  return found.sort((a, b) => a.cost - b.cost || a.at - b.at);
}

/** Whether a name with these letters lacks more of the query's than there may be slips. */
function missing(query: string, max: number): (letters: number) => boolean {
  const wanted = lettersOf(query);
  const counts = new Uint16Array(32);
  for (const character of query.split("")) for (const bit of bitsOf(lettersOf(character))) counts[bit]!++;
  return (letters) => {
    const lacking = wanted & ~letters;
    return lacking !== 0 && (bits(lacking) > max || bitsOf(lacking).reduce((sum, bit) => sum + counts[bit]!, 0) > max);
  };
}

function bitsOf(letters: number): number[] {
  const found: number[] = [];
  for (let rest = letters; rest !== 0; rest &= rest - 1) found.push(31 - Math.clz32(rest & -rest));
  return found;
}

function slipIn(folded: string, query: string, max: number): { cost: number; piece: Piece } | null {
  let best: { cost: number; piece: Piece } | null = null;
  for (let from = 0; from >= 0; from = nextWord(folded, from)) {
    const hit = prefixEdits(query, folded, from, best ? best.cost - 1 : max);
    if (hit) best = { cost: hit.cost, piece: [from, hit.end] };
    if (best && best.cost <= 1) break;
  }
  return best;
}

function nextWord(folded: string, from: number): number {
  const space = folded.indexOf(" ", from);
  return space < 0 ? -1 : space + 1;
}

function merge(pieces: Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && piece[0] <= last[1]) last[1] = Math.max(last[1], piece[1]);
    else merged.push([piece[0], piece[1]]);
  }
  return merged;
}

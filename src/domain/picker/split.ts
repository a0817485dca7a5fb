import { fold } from "../text/fold";
import { distinctTags } from "../text/same-tag";
import { existing } from "./existing";
import { cleanName } from "./name";
import type { Index } from "./prepare";

const LINES = /\r\n|[\n\r\v\f\x85\u2028\u2029]/;
/** Commas and semicolons of every script people type tags in: Latin, ideographic and full-width, half-width, small, Arabic. */
const MARKS = ",;\u3001\uff0c\uff1b\uff64\ufe50\ufe51\ufe54\u060c\u061b";
const TYPED = new RegExp(`[${MARKS}]`);
const PASTED = new RegExp(`[${MARKS}\t]`);
/** Bullets and check boxes before an entry of a list. Hyphen, star and plus count only before a blank: `-Pro`, `*star`. */
const BULLET =
  /^(?:[\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u2043\u2219\u00b7\u25a0\u25a1\u2610-\u2612\u2713\u2714\u2192]\s*|[-*+\u2013\u2014]\s+(?:\[[ xX]?\]\s+)?)/;
/** `1.`, `2)`, `(3)`, `4.)` before a blank. */
const NUMBER = /^(?:\(\d{1,3}\)|\d{1,3}(?:\.\)|[.)]))\s+/;

/**
 * The tags in a pasted text; null when it is a single one. Lines, tabs, commas and semicolons separate, bullets and numbers
 * before an entry go. A separator inside the name of an existing tag (`Berlin, Mitte`) separates nothing.
 */
export function splitPaste(text: string, index: Index): string[] | null {
  const lines = text.split(LINES).filter((line) => line.trim() !== "");
  const names = lines.flatMap((line) => {
    const entry = unlisted(line, index);
    return pieces(entry, PASTED, index).map((piece) => unlisted(piece, index));
  });
  const kept = names.filter((name) => cleanName(name) !== "");
  const stripped = lines.length === 1 && kept.length === 1 && unlisted(lines[0] ?? "", index) !== lines[0]?.trim();
  if (kept.length < 2 && !stripped) return null;
  return distinctTags(kept);
}

/**
 * What is typed so far: the tags closed by a comma or semicolon, and the rest that is still being typed. What an existing
 * tag holds, or begins with, stays together.
 */
export function splitTyped(text: string, index: Index): { closed: string[]; rest: string } {
  if (!TYPED.test(text)) return { closed: [], rest: text };
  const parts = pieces(text, TYPED, index, true);
  const rest = parts.pop() ?? "";
  const closed = parts.map((part) => part.trim()).filter((part) => cleanName(part) !== "");
  return { closed, rest: parts.length > 0 ? rest.trimStart() : rest };
}

/** An entry without its bullet or number, unless an existing tag begins so. */
function unlisted(entry: string, index: Index): string {
  const text = entry.trim();
  if (existing(index, text) !== null) return text;
  return text.replace(BULLET, "").replace(NUMBER, "").trim();
}

/** The text cut at its separators, those inside existing tags left whole. `open`: the last piece may still grow. */
function pieces(text: string, separator: RegExp, index: Index, open = false): string[] {
  const ends = [...text.matchAll(new RegExp(separator, "g"))].map((hit) => hit.index);
  ends.push(text.length);
  const found: string[] = [];
  for (let start = 0, at = 0; at < ends.length; at++) {
    at = longestKnown(text, start, ends, at, index, open);
    found.push(text.slice(start, ends[at]));
    start = (ends[at] ?? 0) + 1;
  }
  return found;
}

/** Which end makes the longest piece that is an existing tag, or may become one; the first when none does. */
function longestKnown(
  text: string,
  start: number,
  ends: readonly number[],
  first: number,
  index: Index,
  open: boolean,
) {
  // No real tag has more commas than this; a pasted table would otherwise cost the square of its size.
  for (let at = Math.min(ends.length - 1, first + 6); at > first; at--) {
    const piece = text.slice(start, ends[at]);
    if (existing(index, piece) !== null || (open && at === ends.length - 1 && begins(index, piece))) return at;
  }
  return first;
}

/** Whether a tag of the list begins with this text. */
function begins(index: Index, text: string): boolean {
  const wanted = fold(text);
  let [low, high] = [0, index.folded.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index.folded[middle] ?? "") < wanted) low = middle + 1;
    else high = middle;
  }
  return wanted !== "" && (index.folded[low] ?? "").startsWith(wanted);
}

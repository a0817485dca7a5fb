import { fold, sameKey } from "../text/fold";
import { cleanName } from "./name";
import { existing, type Index } from "./prepare";

const LINES = /\r\n|[\n\r\u2028\u2029]/;

/**
 * The tags in a pasted text, one a line or separated by commas; null when it is a single one. A comma inside the name of
 * an existing tag (`Berlin, Mitte`) separates nothing.
 */
export function splitPaste(text: string, index: Index): string[] | null {
  const parts = text.split(LINES).flatMap((line) => splitLine(line, index));
  const names = parts.map(cleanName).filter((name) => name !== "");
  if (names.length < 2) return null;
  return [...new Map(names.map((name) => [sameKey(fold(name)), name] as const).reverse()).values()].reverse();
}

function splitLine(line: string, index: Index): string[] {
  const pieces = line.split(",");
  const names: string[] = [];
  for (let from = 0; from < pieces.length; ) {
    const to = longestKnown(pieces, from, index);
    names.push(pieces.slice(from, to).join(","));
    from = to;
  }
  return names;
}

/** Where the longest run of pieces that is an existing tag ends; one piece when none is. */
function longestKnown(pieces: readonly string[], from: number, index: Index): number {
  // No real tag has more commas than this; a pasted table would otherwise cost the square of its size.
  for (let to = Math.min(pieces.length, from + 6); to > from + 1; to--)
    if (existing(index, cleanName(pieces.slice(from, to).join(","))) !== null) return to;
  return from + 1;
}

import { fold, withoutBlanks } from "../text/fold";

/** A tag list made ready for search; parallel arrays in alphabetical order. */
export interface Index {
  names: readonly string[];
  folded: readonly string[];
  /** Which letters each name has, a bit each; rules most names out before their letters are compared. */
  letters: Int32Array;
  /** Places of the names that fold alike when blanks do not count either. */
  alike: ReadonlyMap<string, readonly number[]>;
}

/** Letters a-z have a bit each; all others share the remaining six. */
export function lettersOf(folded: string): number {
  let bits = 0;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (code === 32) continue;
    bits |= code >= 97 && code <= 122 ? 1 << (code - 97) : 1 << (26 + (code % 6));
  }
  return bits;
}

/** Folds and orders a tag list once, so that a keystroke only has to read. */
export function prepare(tags: readonly string[]): Index {
  const rows = [...new Set(tags)].map((name) => ({ name, folded: fold(name) }));
  rows.sort((a, b) => compare(a.folded, b.folded) || compare(a.name, b.name));
  const folded = rows.map((row) => row.folded);
  const alike = new Map<string, number[]>();
  folded.forEach((text, at) => {
    const key = withoutBlanks(text);
    const places = alike.get(key);
    if (places) places.push(at);
    else alike.set(key, [at]);
  });
  return { names: rows.map((row) => row.name), folded, letters: Int32Array.from(folded, lettersOf), alike };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

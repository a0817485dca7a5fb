/** Accents and vowel points that people leave out when typing. Marks that make another letter (Devanagari, Kana) stay. */
const ACCENTS = new RegExp(
  [
    "\\u0300-\\u036f",
    "\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7",
    "\\u064b-\\u0652",
    "\\u1ab0-\\u1aff",
    "\\u1dc0-\\u1dff",
    "\\u20d0-\\u20ff",
    "\\ufe20-\\ufe2f",
  ]
    .map((marks) => `[${marks}]`)
    .join("|"),
  "g",
);
/** Characters nobody sees: soft hyphen, zero-width space and joiners, direction marks, word joiner, byte order mark. */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** Letters that Unicode does not take apart, though people type them so. */
const SPELT: Readonly<Record<string, string>> = {
  ß: "ss",
  ς: "σ",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
const SPELT_LETTERS = /[ßςæœøłđðþı]/g;
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** The text without characters nobody sees; words they cut join again. */
export const dropUnseen = (text: string): string => text.replace(UNSEEN, "");

function foldLetters(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(ACCENTS, "")
    .replace(UNSEEN, "")
    .replace(SPELT_LETTERS, (letter) => SPELT[letter] ?? letter);
}

/** The form in which names are compared: no case, accents, width or superfluous space. */
export function fold(text: string): string {
  // Most tags are plain ASCII, and a list may hold fifty thousand.
  if (PLAIN.test(text)) return text.toLowerCase();
  return foldLetters(text).replace(/\s+/g, " ").trim();
}

/** As `fold`, without any space: names with equal keys are one and the same tag to us. */
export function sameKey(folded: string): string {
  return folded.includes(" ") ? folded.replaceAll(" ", "") : folded;
}

/** Where each character of a folded text came from in the original. */
export interface FoldMap {
  text: string;
  starts: readonly number[];
  ends: readonly number[];
}

/** Folds character by character, keeping track of places; `fold` at most orders marks on one letter differently. */
export function foldMap(original: string): FoldMap {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const folded = foldLetters(character);
    // An accent of its own belongs to the letter before it.
    if (folded === "" && ends.length > 0) ends[ends.length - 1] = end;
    for (const part of folded.split("")) {
      const isSpace = /\s/.test(part);
      if (isSpace && (text === "" || text.endsWith(" "))) continue;
      text += isSpace ? " " : part;
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { text: text.trimEnd(), starts, ends };
}

/** A piece `[start, end)` of the folded name as a piece of the name itself. */
export function unfold(name: string, folded: string, pieces: readonly [number, number][]): [number, number][] {
  if (name.length === folded.length && PLAIN.test(name)) return pieces.map(([start, end]) => [start, end]);
  const { starts, ends } = foldMap(name);
  return pieces.map(([start, end]) => [starts[start] ?? 0, ends[end - 1] ?? name.length]);
}

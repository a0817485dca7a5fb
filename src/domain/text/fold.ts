import { lazyRegExp } from "./lazy-reg-exp";

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
/**
 * Characters nobody sees: what Unicode says may be ignored when shown (soft hyphen, zero-width and direction marks, variation
 * selectors, Hangul fillers …) and control characters that are no blank. Tag characters stay: they tell flags apart.
 */
const UNSEEN = lazyRegExp(
  String.raw`(?![\u{e0020}-\u{e007f}])[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]|(?![\t-\r\x85])\p{Cc}`,
  "gu",
);
/** Every blank: also NEL and the empty Braille pattern, which `\s` leaves out. */
const BLANKS = /[\s\x85\u2800]+/g;
/** Letters whose capitals are the same as another letter's, or as two. */
const SAME_CAPITAL = /[ßς]/g;
/** Letters that Unicode does not take apart, though people type them so. */
const SPELT: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
const SPELT_LETTERS = /[æœøłđðþı]/g;
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** The text without characters nobody sees; words they cut join again. */
export const dropUnseen = (text: string): string => text.replace(UNSEEN(), "");

function foldCase(text: string): string {
  // Unseen characters go first: taken from between two marks later, they would leave these in an order of their own.
  return dropUnseen(text)
    .normalize("NFKD")
    .toLowerCase()
    .replace(SAME_CAPITAL, (letter) => (letter === "ß" ? "ss" : "σ"));
}

function foldAccents(folded: string): string {
  return folded.replace(ACCENTS, "").replace(SPELT_LETTERS, (letter) => SPELT[letter] ?? letter);
}

const singleBlanks = (text: string): string => text.replace(BLANKS, " ").trim();

/** A name without regard to case, width, composition, blanks and unseen characters: equal for one and the same tag. */
export function tagKey(name: string): string {
  // Most tags are plain ASCII, and a list may hold fifty thousand.
  return PLAIN.test(name) ? name.toLowerCase() : singleBlanks(foldCase(name));
}

/** The form in which names are searched: as `tagKey`, and without accents. */
export function fold(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : singleBlanks(foldAccents(foldCase(text)));
}

/** A folded text without any blank: `PowerBI` finds `Power BI`. */
export function withoutBlanks(folded: string): string {
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
    const folded = foldAccents(foldCase(character));
    // An accent of its own belongs to the letter before it.
    if (folded === "" && ends.length > 0) ends[ends.length - 1] = end;
    for (const part of folded.split("")) {
      const isSpace = part.match(BLANKS) !== null;
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

import { lazyRegExp } from "../text/lazy-reg-exp";
import { foldWord } from "./words";

/** Where letters stand that have accents, width variants, capitals or presentation forms. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x41, 0x7a],
  [0xaa, 0x24f],
  [0x370, 0x52f],
  [0x531, 0x587],
  [0x5d0, 0x6ff],
  [0x10d0, 0x10ff],
  [0x1c90, 0x1cbf],
  [0x1e00, 0x1fff],
  [0xfb00, 0xfb4f],
  [0xfb50, 0xfdfb],
  [0xfe70, 0xfefc],
  [0xff21, 0xff5a],
];
const WRITTEN_OUT: Readonly<Record<string, string>> = { äÄ: "ae", öÖøØ: "oe", üÜ: "ue", åÅ: "aa" };
/** What may stand between two letters without being seen: accents, points, soft hyphens, joiners, apostrophes. */
const BETWEEN =
  "[\\u00ad\\u0300-\\u036f\\u0591-\\u05bd\\u05bf-\\u05c7\\u0640\\u064b-\\u0655\\u200b-\\u200f\\u2060-\\u2064\\ufe00-\\ufe0f\\ufeff'’‘`´ʼʻ׳״\"]*";
const SAME: Readonly<Record<string, string>> = { ك: "کك", ي: "يی", ا: "اأإٱ" };

let sources: Map<string, string> | null = null;

/** For each folded text of one or two letters, the characters that fold to it. Made once, when first needed. */
function sourcesOf(folded: string): string {
  if (sources === null) {
    sources = new Map();
    const add = (key: string, character: string) => sources?.set(key, (sources.get(key) ?? "") + character);
    for (const [from, to] of RANGES) {
      for (let code = from; code <= to; code++) add(foldWord(String.fromCharCode(code)), String.fromCharCode(code));
    }
    for (const [characters, spelt] of Object.entries(WRITTEN_OUT)) for (const one of characters) add(spelt, one);
    for (const [letter, variants] of Object.entries(SAME)) add(letter, variants);
  }
  return sources.get(folded) ?? "";
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

function letter(folded: string): string {
  const characters = sourcesOf(folded);
  const composed = characters === "" ? escaped(folded) : `[${escaped(characters + folded)}]`;
  const [base = "", mark] = folded.normalize("NFD");
  // A letter of its own may still be written as another one and a mark (й).
  return mark === undefined || !CYRILLIC().test(folded)
    ? composed
    : `(?:${composed}|[${base}${base.toUpperCase()}]${mark})`;
}

const CYRILLIC = lazyRegExp(String.raw`\p{sc=Cyrl}`, "u");

/** How many letters of a word are looked for: enough to be rare, few enough to stay quick. */
const LETTERS = 6;

/**
 * A pattern that finds every place where a word may begin, in either of its folded forms and without folding the text.
 * Finds a little too much. Shared: set its `lastIndex` before use.
 */
export function patternFor({ plain, spelt }: { plain: string; spelt: string }): RegExp {
  const key = `${plain} ${spelt}`;
  const known = patterns.get(key);
  if (known) return known;
  // Not inside a Latin word: there the frequent letters would be tried at every turn.
  const pattern = new RegExp(`(?<![A-Za-z])${sourceFor(plain, writtenOut(plain, spelt))}`, "g");
  if (patterns.size >= KEPT) patterns.clear();
  patterns.set(key, pattern);
  return pattern;
}

/** The words of the last few candidates: a gesture compares one candidate with several texts. */
const patterns = new Map<string, RegExp>();
const KEPT = 32;

/** For each letter of `plain` that `spelt` writes out, the letter that may follow it there. */
function writtenOut(plain: string, spelt: string): Map<number, string> {
  const extra = new Map<number, string>();
  const [letters, long] = [[...plain], [...spelt]];
  for (let at = 0, there = 1; at < letters.length; at++, there++) {
    const next = long[there];
    if (next === undefined || next === letters[at + 1]) continue;
    extra.set(at, next);
    there++;
  }
  return extra;
}

function sourceFor(folded: string, extra: ReadonlyMap<number, string>): string {
  const letters = [...folded].slice(0, LETTERS);
  let pattern = "";
  for (let at = 0; at < letters.length; at++) {
    const [one, two] = [letters[at] as string, letters[at + 1]];
    const pair = two !== undefined && !extra.has(at) && !extra.has(at + 1) ? sourcesOf(one + two) : "";
    const following = extra.get(at);
    if (at > 0) pattern += BETWEEN;
    if (pair === "") pattern += letter(one);
    else pattern += `(?:[${escaped(pair)}]|${letter(one)}${BETWEEN}${letter(letters[++at] as string)})`;
    if (following !== undefined) pattern += `(?:${BETWEEN}${letter(following)})?`;
  }
  return pattern;
}

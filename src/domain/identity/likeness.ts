import { lazyRegExp } from "../text/lazy-reg-exp";
import { sameWord, type Word } from "./words";

/** The same word, its initial, or a word one letter away: reason enough to ask instead of refusing. */
export function isRelated(one: Word, other: Word): boolean {
  if (sameWord(one, other)) return true;
  if (one.isInitial || other.isInitial) return one.plain[0] === other.plain[0];
  return isNear(one.plain, other.plain) || isShortForm(one.plain, other.plain);
}

/** "Chris" and "Christa": the beginning in common, as short and other forms of a given name have it. */
function isShortForm(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return [...shorter].length > 2 && longer.startsWith(shorter);
}

/** One letter more, less or other, in words of four letters and more. */
function isNear(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  if (shorter.length < 4 || longer.length - shorter.length > 1) return false;
  let head = 0;
  while (head < shorter.length && shorter[head] === longer[head]) head++;
  let tail = 0;
  while (tail < shorter.length - head && shorter.at(-1 - tail) === longer.at(-1 - tail)) tail++;
  return head + tail >= longer.length - 1;
}

const SCRIPTS = [
  "Latin",
  "Greek",
  "Cyrillic",
  "Arabic",
  "Hebrew",
  "Devanagari",
  "Thai",
  "Han",
  "Hiragana",
  "Katakana",
  "Hangul",
];
const SCRIPT_PATTERNS = SCRIPTS.map((script) => lazyRegExp(`\\p{sc=${script}}`, "u"));

/** Names in two scripts cannot be compared: "Taro Yamada" may well be 山田太郎. */
export function isOtherScript(one: readonly Word[], other: readonly Word[]): boolean {
  const scripts = (words: readonly Word[]) => {
    const text = words.map((word) => word.plain).join("");
    return SCRIPT_PATTERNS.filter((pattern) => pattern().test(text));
  };
  const theirs = scripts(other);
  return !scripts(one).some((script) => theirs.includes(script));
}

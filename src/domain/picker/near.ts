import { fold } from "../text/fold";
import { lazyRegExp } from "../text/lazy-reg-exp";
import { bits, edits } from "./edits";
import { type Index, lettersOf } from "./prepare";

const MOST = 3;
/** A plural may bring three letters of its own (`company`, `companies`). */
const PLURAL_LETTERS = 3;
/** `Sales & Marketing`, `Sales and Marketing`. */
const LINKS = new Set(["and", "und"]);
const ENDINGS = ["s", "es", "n", "en", "e", "nen"];

const WORDS = lazyRegExp(String.raw`[\p{L}\p{N}\p{M}+#]+`, "gu");
const NOT_DIGITS = lazyRegExp(String.raw`[^\p{N}]+`, "gu");
const HAN = lazyRegExp(String.raw`\p{Script=Han}`, "u");

/** Existing names so close to a new one that the recruiter probably meant one of them; closest first. */
export function nearNames(index: Index, name: string): string[] {
  const folded = fold(name);
  const wanted = loosen(folded);
  const letters = lettersOf(folded);
  const budget = Math.max(PLURAL_LETTERS, allowed(wanted.text.length)) + 1;
  const found: { name: string; cost: number }[] = [];
  index.letters.forEach((other, at) => {
    if (bits(letters & ~other) > budget || bits(other & ~letters) > budget) return;
    const cost = distance(wanted, loosen(index.folded[at] ?? ""));
    if (cost !== null) found.push({ name: index.names[at] ?? "", cost });
  });
  return found
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST)
    .map((hit) => hit.name);
}

/** A folded name without punctuation: its words, and all of them run together. */
interface Loose {
  words: readonly string[];
  text: string;
  digits: string;
}

function loosen(folded: string): Loose {
  // `+` and `#` are part of names such as C++ and C#.
  const words = (folded.match(WORDS()) ?? []).filter((word) => !LINKS.has(word));
  const text = words.join("");
  return { words, text, digits: text.replace(NOT_DIGITS(), " ").trim() };
}

/** Edits that may be a slip in a word or name of this length. */
function allowed(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : length < 15 ? 2 : 3;
}

/** Edits between two loose names, null when they are different things: `Level 1` and `Level 2`, `Junior` and `Senior`. */
function distance(a: Loose, b: Loose): number | null {
  if (a.digits !== b.digits || a.text === "" || b.text === "") return null;
  const short = Math.min(a.text.length, b.text.length);
  if (a.text === b.text) return short < 3 ? null : 0;
  if (a.words.length !== b.words.length) {
    const cost = edits(a.text, b.text, allowed(short));
    return cost <= allowed(short) ? cost : null;
  }
  if (a.words.length > 1 && [...a.words].sort().join(" ") === [...b.words].sort().join(" ")) return 1;
  return wordByWord(a, b, allowed(short));
}

function wordByWord(a: Loose, b: Loose, max: number): number | null {
  let spent = 0;
  let plurals = 0;
  for (let i = 0; i < a.words.length; i++) {
    const [word, other] = [a.words[i] ?? "", b.words[i] ?? ""];
    if (word === other) continue;
    if (isPlural(word, other) || isPlural(other, word)) {
      plurals++;
      continue;
    }
    const may = allowedInWord(word, other, a.words.length);
    const cost = edits(word, other, may);
    if (cost > may) return null;
    spent += cost;
  }
  return spent <= max ? spent + plurals / 2 : null;
}

function allowedInWord(word: string, other: string, words: number): number {
  // One Han character is a word's worth of meaning.
  if (HAN().test(word)) return 0;
  const short = Math.min(word.length, other.length);
  return short === 3 && words > 1 ? 1 : allowed(short);
}

function isPlural(one: string, many: string): boolean {
  if (one.length >= 3 && one.endsWith("y") && many === `${one.slice(0, -1)}ies`) return true;
  return ENDINGS.some((ending) => one.length >= (ending === "s" ? 2 : 3) && many === one + ending);
}

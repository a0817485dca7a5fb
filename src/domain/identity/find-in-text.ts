import { lazyRegExp } from "../text/lazy-reg-exp";
import { type Block, blocksWith, mayHold } from "./blocks";
import type { Relation } from "./compare-names";
import { patternFor } from "./letters";
import type { Name } from "./names";
import { isSomebodyElse, RANK, relationIn } from "./relation";
import { type Segment, segmentsOf, wordsOf } from "./segments";
import { sameWord, type Word } from "./words";

/** Where in a text the name stands. */
export interface TextMatch {
  relation: Extract<Relation, "equal" | "swapped" | "contains">;
  /** The name is a block of its own (a heading, a cell), perhaps with a remark behind it. */
  isWholeBlock: boolean;
  /** Something that looks like another name stands in an earlier block: this one may be a list's or a note's. */
  isPreceded: boolean;
  /** The words it stands among. */
  runs: Segment["runs"];
}

const SHORT = 80;
/** Far enough to see that a word is part of an address. */
const LONGEST_WORD = 60;
/** Characters that a pattern of single letters does not meet: parted syllables, loose voicing marks, half-width kana. */
const COMPOSE_FIRST = /[\u1100-\u11ff\u3099\u309a\uff65-\uff9f]/;

/** Long words are rare, and those that begin with a vowel are looked for at more places. */
const byRarity = (one: Word, other: Word) => weight(other.plain) - weight(one.plain);
const weight = (plain: string) => plain.length - (/^[aeiouаеиоαεηιο]/.test(plain) ? 2 : 0);

/**
 * Looks for a full name in a text of blocks. Null where it stands nowhere; words across blocks are no name. `hasWord`:
 * whether at least its rarest word was met.
 */
export function findName(name: Name, given: string): { match: TextMatch | null; hasWord: boolean } {
  const text = name.isUnspaced && COMPOSE_FIRST.test(given) ? given.normalize("NFKC") : given;
  const rarest = [...name.words].sort(byRarity)[0] as Word;
  let best: TextMatch | null = null;
  let hasWord = false;
  for (const block of blocksWith(text, patternFor(rarest))) {
    hasWord = true;
    if (!name.words.every((one) => mayHold(block.text, one))) continue;
    const match = matchIn(name, block, text);
    if (match && (best === null || value(match) > value(best))) best = match;
    if (best && value(best) === TOP) break;
  }
  return { match: best, hasWord };
}

/** A whole block counts more than a mention; a mention is enough where nothing else is asked for. */
const value = ({ relation, isWholeBlock, isPreceded }: TextMatch) =>
  (2 - RANK.indexOf(relation)) * 4 + (isWholeBlock ? 2 : 0) + (isPreceded ? 0 : 1);
const TOP = 11;

function matchIn(name: Name, block: Block, text: string): TextMatch | null {
  let best: TextMatch | null = null;
  for (const segment of segmentsOf(block.text)) {
    const found = relationIn(name, segment);
    if (!found) continue;
    const relation = found.relation as TextMatch["relation"];
    const match = { relation, isWholeBlock: found.isWhole && segment.isMain, isPreceded: false, runs: segment.runs };
    if (best === null || value(match) > value(best)) best = match;
  }
  return best && { ...best, isPreceded: namesBefore(name, text, block.start) };
}

/** A page says whom it is about before this many lines; what comes later is its list or its notes. */
const MAX_LINES_BEFORE = 100;

const LETTER = lazyRegExp(String.raw`\p{L}`, "u");
const DIGIT_OR_LONG_WORD = lazyRegExp(String.raw`\p{N}|(?:^|\s)\p{Ll}{5,}(?:\s|$)`, "u");

/** Quickly leaves out what is a sentence, a date or a count; the rest is looked at properly. */
function mayBeName(line: string): boolean {
  const [first = ""] = line.split(/[|,;:(–]/, 1);
  return LETTER().test(first) && !DIGIT_OR_LONG_WORD().test(first) && first.trim().split(/\s+/).length < 8;
}

/** Whether an earlier short block looks like somebody else's name, or there are too many of them to say. */
const namesBefore = (name: Name, text: string, end: number): boolean => namesSomebodyElse(name, text, end) !== false;

/**
 * Whether one of the first short blocks of a text, up to `end`, looks like somebody else's name. Null where there are too
 * many blocks and none of the first does.
 */
export function namesSomebodyElse(name: Name | null, text: string, end = text.length): boolean | null {
  let start = 0;
  for (let line = 0; start < end; line++) {
    if (line === MAX_LINES_BEFORE) return null;
    const newline = text.indexOf("\n", start);
    const stop = newline === -1 ? text.length : newline;
    if (stop - start < SHORT && mayBeName(text.slice(start, stop)) && isSomebodyElse(name, text.slice(start, stop)))
      return true;
    start = stop + 1;
  }
  return false;
}

/** Whether every word of the name stands somewhere in the text as a word, each for itself. */
export function hasAllWords(name: Name, text: string): boolean {
  const solid = name.words.filter((word) => !word.isInitial);
  return solid.length > 1 && solid.every((word) => hasWord(word, text));
}

function hasWord(word: Word, text: string): boolean {
  for (const block of blocksWith(text, patternFor(word), LONGEST_WORD)) {
    if (wordsOf(block.text).some((one) => sameWord(one, word))) return true;
  }
  return false;
}

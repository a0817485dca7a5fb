import { isGeneric } from "./generic";
import { patternFor } from "./letters";
import { compareNames, isParticle, looksLikeName, type Name, namesIn, type Relation } from "./names";
import { type Segment, segmentsOf, wordsOf } from "./segments";
import { sameWord, type Word } from "./words";

/** Where in a text the name stands. */
export interface TextMatch {
  relation: Extract<Relation, "equal" | "swapped" | "contains">;
  /** The name is a block of its own (a heading, a cell), perhaps with a remark behind it. */
  isWholeBlock: boolean;
  /** Something that looks like another name stands in an earlier block: this one may be a list's or a note's. */
  isPreceded: boolean;
}

/** More places than this and the page is a list; the rest says nothing new. */
const MAX_BLOCKS = 200;
const WINDOW = 200;
const SHORT = 80;
/** Far enough to see that a word is part of an address. */
const LONGEST_WORD = 60;
/** Characters that a pattern of single letters does not meet: parted syllables, loose voicing marks, half-width kana. */
const COMPOSE_FIRST = /[\u1100-\u11ff\u3099\u309a\uff65-\uff9f]/;

interface Block {
  start: number;
  text: string;
}

/** The blocks, or windows of long ones, in which the pattern is met. */
function* blocksWith(text: string, pattern: RegExp, reach = WINDOW): Generator<Block> {
  let done = 0;
  for (let count = 0; count < MAX_BLOCKS; count++) {
    // Patterns are shared, so the place to go on from is kept here.
    pattern.lastIndex = done;
    const hit = pattern.exec(text);
    if (!hit) return;
    const start = Math.max(text.lastIndexOf("\n", hit.index) + 1, hit.index - reach);
    const lineEnd = text.indexOf("\n", hit.index);
    done = Math.max(Math.min(lineEnd === -1 ? text.length : lineEnd, hit.index + reach), hit.index + 1);
    yield { start, text: text.slice(start, done) };
  }
}

/** Whether a word may stand in a short text; it is looked at properly later. */
function mayHold(text: string, word: Word): boolean {
  const pattern = patternFor(word);
  pattern.lastIndex = 0;
  return word.isInitial || pattern.test(text);
}

/** Long words are rare, and those that begin with a vowel are looked for at more places. */
const byRarity = (one: Word, other: Word) => weight(other.plain) - weight(one.plain);
const weight = (plain: string) => plain.length - (/^[aeiouаеиоαεηιο]/.test(plain) ? 2 : 0);

/**
 * Whether the word beside a name makes it a longer one: a capital, any word where a script has none, or a particle. A
 * word such as "Candidate" before it does not; behind it, it may be a family name ("Page").
 */
function extendsName(word: Word | undefined, isBefore: boolean): boolean {
  if (word === undefined || (isBefore && isGeneric(word))) return false;
  return word.isCapital !== false || (!isBefore && isParticle(word));
}

/** The name inside a longer run: alone, or as part of what may be a longer name. */
function insideRun(name: Name, run: readonly Word[]): Relation | null {
  if (name.isUnspaced) return null;
  const parts = name.words.filter((word, at) => !word.isInitial || at === 0 || at === name.words.length - 1);
  for (let start = 0; start < run.length; start++) {
    let at = start;
    let matched = 0;
    while (at < run.length && matched < parts.length) {
      const word = run[at] as Word;
      if (sameWord(parts[matched] as Word, word)) matched++;
      else if (matched === 0 || !word.isInitial) break;
      at++;
    }
    if (matched < parts.length || compareNames(name, { ...name, words: run.slice(start, at) }) !== "equal") continue;
    return extendsName(run[start - 1], true) || extendsName(run[at], false) ? "contains" : "equal";
  }
  return null;
}

const RANK: readonly Relation[] = ["equal", "swapped", "contains"];

/** The best way in which one segment names the candidate, and whether the segment is nothing else. */
export function relationIn(name: Name, segment: Segment): { relation: Relation; isWhole: boolean } | null {
  const whole = namesIn(segment).map((one) => compareNames(name, one));
  const inside = segment.runs.map((run) => insideRun(name, run));
  for (const relation of RANK) {
    if (whole.includes(relation))
      return { relation, isWhole: segment.runs.length === 1 || namesIn(segment).length === 1 };
    if (inside.includes(relation)) return { relation, isWhole: false };
  }
  return null;
}

/** Whether a segment that names the candidate names another beside: "Ben Sample & Ada Example". */
export function namesOthersToo(name: Name, block: string): boolean {
  const segments = segmentsOf(block);
  const isBeside = (word: Word) =>
    word.isCapital === true && !isGeneric(word) && !name.words.some((own) => sameWord(own, word));
  const inRun = segments.some((one) => relationIn(name, one)?.isWhole === false && one.runs.flat().some(isBeside));
  const others = segments.flatMap(namesIn).filter((one) => looksLikeName(one) && compareNames(name, one) === "differs");
  return inRun || others.length > 0;
}

/**
 * Looks for a full name in a text of blocks. Null where it stands nowhere; words across blocks are no name. `hasWord`:
 * whether at least its rarest word was met.
 */
export function findName(name: Name, given: string): { match: TextMatch | null; hasWord: boolean } {
  const text = COMPOSE_FIRST.test(given) ? given.normalize("NFKC") : given;
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
    const match = { relation, isWholeBlock: found.isWhole && segment.isMain, isPreceded: false };
    if (best === null || value(match) > value(best)) best = match;
  }
  return best && { ...best, isPreceded: namesBefore(name, text, block.start) };
}

/** A page says whom it is about before this many lines; what comes later is its list or its notes. */
const MAX_LINES_BEFORE = 100;

/** Quickly leaves out what is a sentence, a date or a count; the rest is looked at properly. */
function mayBeName(line: string): boolean {
  const [first = ""] = line.split(/[|,;:(–]/, 1);
  return (
    /\p{L}/u.test(first) && !/\p{N}|(?:^|\s)\p{Ll}{5,}(?:\s|$)/u.test(first) && first.trim().split(/\s+/).length < 8
  );
}

/** Whether an earlier short block looks like somebody else's name. */
function namesBefore(name: Name, text: string, end: number): boolean {
  let start = 0;
  for (let line = 0; start < end; line++) {
    if (line === MAX_LINES_BEFORE) return true;
    const newline = text.indexOf("\n", start);
    const stop = newline === -1 ? text.length : newline;
    if (stop - start < SHORT && mayBeName(text.slice(start, stop)) && isSomebodyElse(name, text.slice(start, stop)))
      return true;
    start = stop + 1;
  }
  return false;
}

/** Whether a short text is a name-like run and not the candidate's. */
export function isSomebodyElse(name: Name | null, block: string): boolean {
  const [segment] = segmentsOf(block);
  const [other] = segment ? namesIn(segment) : [];
  if (!other || !looksLikeName(other)) return false;
  return name === null || ["contains", "partly", "differs"].includes(compareNames(name, other));
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

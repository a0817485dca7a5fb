import { lazyRegExp } from "../text/lazy-reg-exp";
import { compareNames, type Relation } from "./compare-names";
import { isGeneric } from "./generic";
import { isOtherScript } from "./likeness";
import { isParticle, looksLikeName, type Name, namesIn } from "./names";
import { type Segment, segmentsOf } from "./segments";
import { sameWord, type Word } from "./words";

const LETTER = lazyRegExp(String.raw`\p{L}`, "u");

/**
 * Whether the word beside a name makes it a longer one: a capital, any word where a script has none, or a particle. A
 * word such as "Candidate" before it does not; behind it, it may be a family name ("Page"). A number never does.
 */
function extendsName(word: Word | undefined, isBefore: boolean): boolean {
  if (word === undefined || (isBefore && isGeneric(word)) || !LETTER().test(word.plain)) return false;
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

/** The best first; other relations say that the segment is not the candidate. */
export const RANK: readonly Relation[] = ["equal", "swapped", "contains"];

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
function namesOthersToo(name: Name, block: string): boolean {
  const segments = segmentsOf(block);
  const isBeside = (word: Word) =>
    word.isCapital === true && !isGeneric(word) && !name.words.some((own) => sameWord(own, word));
  const inRun = segments.some((one) => relationIn(name, one)?.isWhole === false && one.runs.flat().some(isBeside));
  // A relative is somebody else too; the name in another script is a reading of it.
  const isOther = (one: Name) =>
    looksLikeName(one) &&
    ["partly", "differs"].includes(compareNames(name, one)) &&
    !isOtherScript(name.words, one.words);
  const others = segments.flatMap(namesIn).filter(isOther);
  return inRun || others.length > 0;
}

/** Whether a short text is a name-like run and not the candidate's. */
export function isSomebodyElse(name: Name | null, block: string): boolean {
  const [segment] = segmentsOf(block);
  const [other] = segment ? namesIn(segment) : [];
  if (!other || !looksLikeName(other)) return false;
  return name === null || ["contains", "partly", "differs"].includes(compareNames(name, other));
}

/** How a short text (a title, a heading, a link) names the candidate. */
export interface Named {
  relation: Relation;
  /** Its part of the text is nothing but the name. */
  isWhole: boolean;
  /** Nobody else is named before it or beside it. */
  isMain: boolean;
}

const PARTS = /\s[-–—|·→←›‹»«]+\s|\|/;

/** What stands in brackets behind the candidate's name (a reading, a nickname, an id) is a remark about the candidate. */
function withoutRemark(name: Name, part: string): string {
  const [front = ""] = part.split(/[([{（［【〔「『]/, 1);
  return segmentsOf(front).some((segment) => relationIn(name, segment)) ? front : part;
}

/** The best way in which a short text names the candidate; null when it does not. */
export function namedIn(name: Name, text: string): Named | null {
  const parts = text.split(PARTS);
  const found = parts.flatMap((part, at) =>
    segmentsOf(part).flatMap((segment) => {
      const related = relationIn(name, segment);
      return related ? { ...related, at } : [];
    }),
  );
  const rank = (one: (typeof found)[number]) => RANK.indexOf(one.relation) * 2 + Number(!one.isWhole);
  const best = found.sort((one, other) => rank(one) - rank(other))[0];
  if (!best) return null;
  const { relation, isWhole, at } = best;
  const isPreceded = parts.slice(0, at).some((part) => isSomebodyElse(name, part));
  return { relation, isWhole, isMain: !isPreceded && !namesOthersToo(name, withoutRemark(name, parts[at] ?? "")) };
}

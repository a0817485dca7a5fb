import type { PageText } from "../facts";
import type { TagUse } from "../tag";
import { fold, tagKey } from "../text/fold";
import { accepts, type Form, formOf } from "./accept";
import { type Hit, TagFinder } from "./find";
import { type Line, readLines, type Standing } from "./lines";
import { hasNounCapitals } from "./ordinary";
import type { PageIndex } from "./prepare";

export interface OnPageOptions {
  /** The candidate's name, whose words are no tags. */
  name: string;
  /** What the recruiter used with this integration. */
  uses: readonly TagUse[];
  /** Tags the candidate carries already. */
  carried: readonly string[];
  limit?: number;
}

export interface OnPageTag {
  name: string;
  /** The higher the likelier it is wanted; comparable within one page only. */
  score: number;
}

const LIMIT = 8;
const PLACE: Readonly<Record<Standing, number>> = {
  declared: 3,
  headline: 2.6,
  field: 2,
  heading: 1.6,
  content: 1.2,
  note: 0.9,
};
/** A piece of a list, or a line of its own, is said of the candidate; a word in a sentence may be said of anything. */
const FORM: Readonly<Record<Form, number>> = { whole: 1.3, piece: 1.3, sentence: 1 };
const ORDINARY = 0.6;
const MANY_WORDS = 1.15;
/** Further places count less and less. */
const AGAIN = 0.15;
const MAX_AGAIN = 3;
/** So much of a line is looked at around a name: a line may be a whole book. */
const BEFORE = 160;
const AFTER = 80;
/** Addresses are nobody's tags. */
const ADDRESS = /\S*@\S*|\S+:\/\/\S*|www\.\S+/g;

/**
 * The tags whose names stand in a page as whole words, likeliest first: by place, rarity and the recruiter's own use.
 * Short and ordinary words count only in a declared place or with capitals.
 */
export function tagsOnPage(page: PageText, index: PageIndex, options: OnPageOptions): OnPageTag[] {
  const scores = scoresOf(page, index, options.name);
  const uses = new Map(options.uses.map((use) => [tagKey(use.name), use.count]));
  const carried = new Set(options.carried.map(tagKey));
  const found: OnPageTag[] = [];
  for (const [tag, { best, count }] of scores) {
    const name = index.names[tag]!;
    const key = tagKey(name);
    const again = 1 + AGAIN * Math.min(MAX_AGAIN, count - 1);
    const used = 1 + 0.1 * Math.min(4, Math.log2(1 + (uses.get(key) ?? 0)));
    const score = best * again * used * (0.7 + 0.3 * index.rarity[tag]!);
    if (!carried.has(key)) found.push({ name, score });
  }
  // The order of the page decides between equals.
  return found.sort((a, b) => b.score - a.score).slice(0, options.limit ?? LIMIT);
}

interface Score {
  best: number;
  count: number;
}

function scoresOf(page: PageText, index: PageIndex, name: string): Map<number, Score> {
  const finder = new TagFinder(index);
  const nounCapitals = hasNounCapitals(page.text);
  const scores = new Map<number, Score>();
  for (const line of readLines(page, name)) {
    const text = hidden(line.text, name);
    const folded = fold(text);
    const hits = finder.find(folded);
    if (hits.length === 0) continue;
    const original = originals(text, folded, hits);
    hits.forEach((hit, at) => {
      const worth = worthOf({ text, standing: line.standing }, hit, original[at]!, index, nounCapitals);
      if (worth === 0) return;
      const score = scores.get(hit.tag);
      if (!score) scores.set(hit.tag, { best: worth, count: 1 });
      else {
        score.best = Math.max(score.best, worth);
        score.count++;
      }
    });
  }
  return scores;
}

function worthOf(line: Line, hit: Hit, place: Piece, index: PageIndex, nounCapitals: boolean): number {
  const demand = index.demand(hit.tag);
  const name = index.names[hit.tag]!;
  const from = Math.max(0, place[0] - BEFORE);
  const [start, end] = [place[0] - from, place[1] - from];
  const text = line.text.slice(from, place[1] + AFTER);
  const form = formOf(text, start, end);
  if (!accepts({ text, standing: line.standing, form, start, end, name, demand, nounCapitals })) return 0;
  const words = name.includes(" ") ? MANY_WORDS : 1;
  return PLACE[line.standing] * FORM[form] * words * (demand.ordinary ? ORDINARY : 1);
}

type Piece = readonly [start: number, end: number];

/** Where hits of the folded line stand in the line itself. */
function originals(text: string, folded: string, hits: readonly Hit[]): Piece[] {
  if (text.length === folded.length) return hits.map(({ start, end }) => [start, end]);
  const starts = placesOf(text, folded.length);
  return hits.map(({ start, end }) => [starts[start]!, starts[end] ?? text.length]);
}

/** How long each character is once it is folded: `foldMap` is exact for a name, and slow for a page. */
const lengths = new Map<string, number>();

/** For each place of a folded line the place in the line; near enough where marks of one letter change their order. */
function placesOf(text: string, length: number): Int32Array {
  const places = new Int32Array(length + 1).fill(text.length);
  let to = 0;
  let at = 0;
  for (const character of text) {
    let width = character === " " ? 1 : lengths.get(character);
    if (width === undefined) {
      width = fold(character).length;
      lengths.set(character, width);
    }
    places.fill(at, to, to + width);
    to += width;
    at += character.length;
  }
  return places;
}

/** The line without the candidate's name and without addresses, as long as before. */
function hidden(text: string, name: string): string {
  const blank = (piece: string) => "|".repeat(piece.length);
  const named = name !== "" && text.includes(name) ? text.replaceAll(name, blank) : text;
  return /[@:.]/.test(named) ? named.replace(ADDRESS, blank) : named;
}

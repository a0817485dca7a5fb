import { lazyRegExp } from "../text/lazy-reg-exp";
import type { PageIndex } from "./prepare";
import { eachWord, isUnspaced, stem, withoutParticle } from "./words";

/** A tag's name in a folded line. */
export interface Hit {
  tag: number;
  start: number;
  end: number;
}

/** What may stand between the words of one name: a blank, or a sign that binds (`full-stack`, `CI/CD`, `R & D`). */
const BINDS = /^(?: ?[&/+] ?|[-‐‑.'’ ]?)$/;
/** The dot of an abbreviation: longer words end a sentence with it. */
const ABBREVIATES = ". ";
const MAX_ABBREVIATION = 4;

/** The stems met so far: a page says the same words over and over. */
type Numbers = Map<string, number>;

/** Finds tags in one folded line after the other, as whole words; of names that overlap the longest. */
export class TagFinder {
  readonly #numbers: Numbers = new Map();
  readonly #dictionary = new Dictionary();
  #starts: number[] = [];
  #ends: number[] = [];
  #words: number[] = [];

  constructor(private readonly index: PageIndex) {}

  find(folded: string): Hit[] {
    const hits = this.#spaced(folded);
    return isUnspaced(folded) && this.index.unspaced.size > 0
      ? [...hits, ...unspacedHits(folded, this.index, this.#dictionary)]
      : hits;
  }

  #spaced(folded: string): Hit[] {
    this.#starts = [];
    this.#ends = [];
    this.#words = [];
    let known = false;
    eachWord(folded, (text, start) => {
      const number = this.#numberOf(text);
      if (number >= 0) known = true;
      this.#starts.push(start);
      this.#ends.push(start + text.length);
      this.#words.push(number);
    });
    const hits: Hit[] = [];
    for (let at = 0; known && at < this.#words.length; at++) {
      const last = this.#longest(folded, at, hits);
      if (last > at) at = last;
    }
    return hits;
  }

  /** Adds the longest name that begins with this word; gives its last word, or the one before this where there is none. */
  #longest(folded: string, first: number, hits: Hit[]): number {
    const { edges, ends } = this.index;
    let node = 0;
    let found = -1;
    let last = first - 1;
    for (let at = first; at < this.#words.length; at++) {
      const word = this.#words[at]!;
      if (word < 0 || (at > first && !this.#binds(folded, at))) break;
      node = edges.next(node, word);
      if (node < 0) break;
      const tag = ends.get(node);
      if (tag !== undefined) {
        found = tag;
        last = at;
      }
    }
    if (found < 0) return last;
    const [start, end] = [this.#starts[first]!, this.#ends[last]!];
    hits.push({ tag: this.#spelt(found, folded, start, end), start, end });
    return last;
  }

  /** Of the tags that share a stem the one that is spelt as the page spells it. */
  #spelt(tag: number, folded: string, start: number, end: number): number {
    const others = this.index.alike.get(tag);
    const spelt = others && folded.slice(start, end);
    return others?.find((one) => this.index.folded[one] === spelt) ?? tag;
  }

  #binds(folded: string, at: number): boolean {
    const before = this.#ends[at - 1]!;
    const between = folded.slice(before, this.#starts[at]!);
    return BINDS.test(between) || (between === ABBREVIATES && before - this.#starts[at - 1]! <= MAX_ABBREVIATION);
  }

  #numberOf(text: string): number {
    const met = this.#numbers.get(text);
    if (met !== undefined) return met;
    const { vocabulary } = this.index;
    const bare = vocabulary.get(stem(text)) === undefined ? withoutParticle(text) : null;
    const number = vocabulary.get(bare ?? stem(text)) ?? -1;
    this.#numbers.set(text, number);
    return number;
  }
}

const KATAKANA = lazyRegExp("[\\p{Script=Katakana}ー\\u3099\\u309a]", "u");
/** What is put behind the name of a place in Japanese. */
const PLACE_SUFFIX = /^[都府県市区]/;

function unspacedHits(folded: string, index: PageIndex, dictionary: Dictionary): Hit[] {
  const hits: Hit[] = [];
  const breaks = new Breaks(folded, dictionary);
  for (let at = 0; at < folded.length - 1; at++) {
    const tags = index.unspaced.get(folded.slice(at, at + 2));
    const tag = tags?.find((one) => standsAt(folded, at, index.folded[one]!, breaks));
    if (tag === undefined) continue;
    const end = at + index.folded[tag]!.length;
    hits.push({ tag, start: at, end });
    at = end - 1;
  }
  return hits;
}

function standsAt(folded: string, at: number, name: string, breaks: Breaks): boolean {
  return folded.startsWith(name, at) && isEdge(folded, at, breaks) && isEdge(folded, at + name.length, breaks);
}

/** Whether a word may end at this place: never between two characters of Katakana; else the browser's dictionaries say. */
function isEdge(folded: string, place: number, breaks: Breaks): boolean {
  const [left = "", right = ""] = [folded[place - 1], folded[place]];
  if (!isUnspaced(left) || !isUnspaced(right)) return true;
  const kana = [KATAKANA().test(left), KATAKANA().test(right)];
  if (kana[0] || kana[1]) return kana[0] !== kana[1];
  return breaks.has(place) || (PLACE_SUFFIX.test(right) && breaks.has(place + 1));
}

/** So many characters of a run go to the dictionaries at once: they are slow. */
const WINDOW = 60;
/** More runs of one page are not asked for: what lies inside them counts as no word. */
const MAX_RUNS = 150;
const RUN_END = /[\s\x21-\x7e、。，；：！？「」（）・|]/;

let segmenter: Intl.Segmenter | null = null;

/** The browser's dictionaries for one page. */
class Dictionary {
  #runs = 0;

  /** Places where a word begins in a folded run, and its end. They know composed letters only, and a folded run has none. */
  breaks(run: string): number[] {
    if (++this.#runs > MAX_RUNS) return [];
    segmenter ??= new Intl.Segmenter("ja", { granularity: "word" });
    const places = [0];
    let at = 0;
    for (const { segment } of segmenter.segment(run.normalize("NFC"))) {
      at += segment.normalize("NFD").length;
      places.push(at);
    }
    return places;
  }
}

/** Where words end in a line; looked up only around what might be a tag. */
class Breaks {
  #from = 0;
  #to = 0;
  #places = new Set<number>();

  constructor(
    private readonly folded: string,
    private readonly dictionary: Dictionary,
  ) {}

  has(place: number): boolean {
    if (place <= this.#from || place >= this.#to) this.#read(place);
    return this.#places.has(place);
  }

  #read(place: number): void {
    const { folded } = this;
    let from = place;
    while (from > 0 && place - from < WINDOW / 2 && !RUN_END.test(folded[from - 1]!)) from--;
    let to = place;
    while (to < folded.length && to - place < WINDOW && !RUN_END.test(folded[to]!)) to++;
    this.#places = new Set(this.dictionary.breaks(folded.slice(from, to)).map((at) => from + at));
    this.#from = from;
    this.#to = to;
  }
}

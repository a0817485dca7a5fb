import type { Index } from "../picker/prepare";
import { Edges } from "./edges";
import { isOrdinary } from "./ordinary";
import { eachWord, isUnspaced, stem } from "./words";

/** What a tag's name asks of the places it is found in. */
export interface Demand {
  /** An ordinary word: counts in a declared place, or with a capital inside a sentence. */
  ordinary: boolean;
  /** So short, or an abbreviation, that its letters must be spelt as the tag spells them. */
  exact: boolean;
}

/** A tag list made ready for reading pages; built once for each list. */
export interface PageIndex {
  names: readonly string[];
  folded: readonly string[];
  /** What each tag asks for, worked out when it is met. */
  demand(tag: number): Demand;
  /** How rare the rarest word of each tag is among all tags: 1 is in no other, 0 in all. */
  rarity: Float32Array;
  /** Word (as stemmed) to its number. */
  vocabulary: ReadonlyMap<string, number>;
  edges: Edges;
  /** The tag that ends at a node. */
  ends: ReadonlyMap<number, number>;
  /** Other tags that end at the node of this one. */
  alike: ReadonlyMap<number, readonly number[]>;
  /** Tags of scripts without blanks, by their first two characters, longest first. */
  unspaced: ReadonlyMap<string, readonly number[]>;
}

/** Longer names stand in no page as a whole, and would make the tree deep. */
const MAX_WORDS = 8;
/** Shorter names written as one word may be any word. */
const MIN_JOINED = 5;

/** Makes the picker's index ready for reading pages. */
export function preparePage({ names, folded }: Index): PageIndex {
  const builder = new Builder(names, folded);
  folded.forEach((_, tag) => {
    builder.add(tag);
  });
  // Only then: the tag that is written so comes before one that is another's way of writing.
  folded.forEach((_, tag) => {
    builder.addSpellings(tag);
  });
  return builder.done();
}

class Builder {
  readonly #edges = new Edges();
  readonly #ends = new Map<number, number>();
  readonly #alike = new Map<number, number[]>();
  readonly #unspaced = new Map<string, number[]>();
  readonly #vocabulary = new Map<string, number>();
  /** Tags share most words, so each is stemmed once. */
  readonly #numbers = new Map<string, number>();
  readonly #paths: number[][] = [];
  readonly #uses: number[] = [];

  constructor(
    private readonly names: readonly string[],
    private readonly folded: readonly string[],
  ) {}

  add(tag: number): void {
    const text = this.folded[tag]!;
    const path = this.#path(text);
    this.#paths.push(path);
    if (path.length === 0 || path.length > MAX_WORDS) return;
    if (isUnspaced(text)) {
      const start = text.slice(0, 2);
      const list = this.#unspaced.get(start);
      if (list) list.push(tag);
      else this.#unspaced.set(start, [tag]);
      return;
    }
    this.#insert(path, tag);
    path.forEach((word, at) => {
      if (path.indexOf(word) === at) this.#uses[word] = (this.#uses[word] ?? 0) + 1;
    });
  }

  /** Other ways to write a name: `Power BI` as one word, `JavaScript` as two. */
  addSpellings(tag: number): void {
    const text = this.folded[tag]!;
    const words = this.#paths[tag]!.length;
    if (words === 0 || words > MAX_WORDS || isUnspaced(text)) return;
    if (words === 2) {
      let joined = "";
      eachWord(text, (word) => {
        joined += word;
      });
      if (joined.length >= MIN_JOINED) this.#insert(this.#path(joined), tag);
    } else if (words === 1 && /[a-z][A-Z]/.test(this.names[tag]!)) {
      this.#insert(this.#path(this.names[tag]!.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase()), tag);
    }
  }

  done(): PageIndex {
    for (const list of this.#unspaced.values()) list.sort((a, b) => this.folded[b]!.length - this.folded[a]!.length);
    const { names, folded } = this;
    return {
      names,
      folded,
      demand: (tag) => demandOf(names[tag]!, folded[tag]!),
      rarity: Float32Array.from(this.#paths, (path) => this.#rarityOf(path)),
      vocabulary: this.#vocabulary,
      edges: this.#edges,
      ends: this.#ends,
      alike: this.#alike,
      unspaced: this.#unspaced,
    };
  }

  #path(folded: string): number[] {
    const path: number[] = [];
    eachWord(folded, (word) => {
      path.push(this.#numberOf(word));
    });
    return path;
  }

  #numberOf(word: string): number {
    const met = this.#numbers.get(word);
    if (met !== undefined) return met;
    const form = stem(word);
    const number = this.#vocabulary.get(form) ?? this.#vocabulary.size;
    this.#vocabulary.set(form, number);
    this.#numbers.set(word, number);
    return number;
  }

  #insert(path: readonly number[], tag: number): void {
    let node = 0;
    for (const word of path) node = this.#edges.add(node, word);
    const first = this.#ends.get(node);
    if (first === undefined) this.#ends.set(node, tag);
    else if (first !== tag) {
      const others = this.#alike.get(first);
      if (others) others.push(tag);
      else this.#alike.set(first, [tag]);
    }
  }

  #rarityOf(path: readonly number[]): number {
    const count = this.names.length;
    let least = count;
    for (const word of path) least = Math.min(least, this.#uses[word] ?? 1);
    return 1 - Math.log(Math.max(1, least)) / Math.log(Math.max(2, count));
  }
}

function demandOf(name: string, folded: string): Demand {
  let only: string | null = null;
  let words = 0;
  eachWord(folded, (word) => {
    only = word;
    words++;
  });
  const single = words === 1 && only !== null;
  const latin = /^[\x21-\x7e]+$/.test(name);
  const abbreviation = latin && /^[A-Z0-9&+#./-]{2,6}$/.test(name) && /[A-Z]/.test(name);
  return {
    ordinary: single && isOrdinary(only ?? "", stem),
    exact: single && latin && (abbreviation || name.length <= 3),
  };
}

import type { TagUse } from "../tag";
import { fold, unfold } from "../text/fold";
import { bestPlace, everyWord, type Piece, startsWord, TIERS, withSlips } from "./match";
import { type Index, prepare } from "./prepare";
import { rankRecents } from "./recents";

export interface Suggestion {
  name: string;
  kind: "recent" | "tag";
  /** Matched parts of `name`, as `[start, end)`; worked out when read. */
  readonly marks: [start: number, end: number][];
}

export interface SearchOptions {
  /** What the recruiter used with this integration. */
  recents: readonly TagUse[];
  /** Folded names (`fold`) that the candidate carries already. */
  hide: ReadonlySet<string>;
  limit?: number;
}

/** Below this many hits, names with small slips are added. */
const FEW = 5;
/** More guesses than this help nobody. */
const MAX_GUESSES = 20;

/** Tags that fit what was typed, best first; with nothing typed the recruiter's own tags, then all others. */
export function search(index: Index, query: string, options: SearchOptions): Suggestion[] {
  const { hide, limit = Number.POSITIVE_INFINITY } = options;
  const recents = rankRecents(index, options.recents, hide);
  // Without a tag list the recents are searched like one.
  const list = index.names.length === 0 && recents.length > 0 ? prepare(recents) : index;
  const folded = fold(query);
  const hits = folded === "" ? everything(list) : matches(list, folded, (at) => hide.has(list.folded[at] ?? ""));
  return suggest(list, hits, recents, hide, limit);
}

/** A suggestion whose marks are worked out when read: of thousands of hits a few rows are ever on screen. */
class Hit implements Suggestion {
  constructor(
    readonly name: string,
    readonly kind: Suggestion["kind"],
    private readonly at: number,
    private readonly folded: string,
    private readonly hits: Hits,
  ) {}

  get marks(): Piece[] {
    const pieces = this.hits.pieces(this.at);
    return pieces.length > 0 ? unfold(this.name, this.folded, pieces) : [];
  }
}

/** Places by tier, each with how to find the matched pieces once they are needed. */
interface Hits {
  tiers: readonly (readonly number[])[];
  pieces: (at: number) => Piece[];
}

function everything(index: Index): Hits {
  return { tiers: [Array.from(index.names, (_, at) => at)], pieces: () => [] };
}

function matches(index: Index, query: string, hidden: (at: number) => boolean): Hits {
  const tiers: number[][] = TIERS.map(() => []);
  const words = query.includes(" ") ? query.split(" ") : [];
  let few = 0;
  for (let at = 0; at < index.folded.length; at++) {
    const tier = tierOf(index.folded[at]!, query, words);
    if (tier < 0) continue;
    tiers[tier]!.push(at);
    if (few < FEW && !hidden(at)) few++;
  }
  if (few >= FEW) return { tiers, pieces: (at) => piecesOf(index.folded[at]!, query, words) };
  const hit = new Set(tiers.flat());
  const slips = withSlips(index, query, (at) => hit.has(at) || hidden(at)).slice(0, MAX_GUESSES);
  const guessed = new Map(slips.map((slip) => [slip.at, slip.piece]));
  return {
    tiers: [...tiers, slips.map((slip) => slip.at)],
    pieces: (at) => {
      const piece = guessed.get(at);
      return piece ? [piece] : piecesOf(index.folded[at]!, query, words);
    },
  };
}

function tierOf(folded: string, query: string, words: readonly string[]): number {
  const first = folded.indexOf(query);
  if (first === 0) return 0;
  if (first > 0) return startsWord(folded, bestPlace(folded, query, first)) ? 1 : 2;
  return words.length > 0 && words.every((word) => folded.includes(word)) ? 3 : -1;
}

function piecesOf(folded: string, query: string, words: readonly string[]): Piece[] {
  const first = folded.indexOf(query);
  if (first < 0) return everyWord(folded, words) ?? [];
  const at = first === 0 ? 0 : bestPlace(folded, query, first);
  return [[at, at + query.length]];
}

/** Within each tier the recruiter's own tags first, then the alphabet. */
function suggest(index: Index, hits: Hits, recents: readonly string[], hide: ReadonlySet<string>, limit: number) {
  const suggestions: Suggestion[] = [];
  const rank = new Map(recents.map((name, at) => [name, at]));
  const add = (at: number, kind: Suggestion["kind"]) => {
    const folded = index.folded[at]!;
    const name = index.names[at]!;
    if (suggestions.length >= limit || hide.has(folded)) return;
    suggestions.push(new Hit(name, kind, at, folded, hits));
  };
  for (const tier of hits.tiers) {
    const own = rank.size === 0 ? [] : tier.filter((at) => rank.has(index.names[at]!));
    own.sort((a, b) => rank.get(index.names[a]!)! - rank.get(index.names[b]!)!);
    for (const at of own) add(at, "recent");
    for (const at of tier) {
      if (suggestions.length >= limit) break;
      if (own.length === 0 || !rank.has(index.names[at]!)) add(at, "tag");
    }
  }
  return suggestions;
}

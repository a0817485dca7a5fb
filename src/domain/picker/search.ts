import type { TagUse } from "../tag";
import { fold, unfold } from "../text/fold";
import { bestPlace, everyWord, type Piece, startsWord, TIERS, withSlips } from "./match";
import { type Index, prepare } from "./prepare";
import { rankRecents } from "./recents";

export interface Suggestion {
  name: string;
  kind: "recent" | "tag";
  tier: Tier;
  /** Matched parts of `name`, as `[start, end)`; worked out when read. */
  readonly marks: [start: number, end: number][];
}

export interface SearchOptions {
  /** What the recruiter used with this integration. */
  recents: readonly TagUse[];
  limit?: number;
}

/** How a name fits what was typed: `guess` by similarity, `any` when nothing is typed. */
export type Tier = (typeof TIERS)[number] | "guess" | "any";

/** Below this many hits, names with small slips are added. */
const FEW = 5;
/** More guesses than this help nobody. */
const MAX_GUESSES = 20;

/** Tags that fit what was typed, best first; with nothing typed the recruiter's own tags, then all others. */
export function search(index: Index, query: string, options: SearchOptions): Suggestion[] {
  const { limit = Number.POSITIVE_INFINITY } = options;
  const recents = rankRecents(index, options.recents);
  // Without a tag list the recents are searched like one.
  const list = index.names.length === 0 && recents.length > 0 ? prepare(recents) : index;
  const folded = fold(query);
  const hits = folded === "" ? everything(list) : matches(list, folded);
  return suggest(list, hits, recents, limit);
}

/** A suggestion whose marks are worked out when read: of thousands of hits a few rows are ever on screen. */
class Hit implements Suggestion {
  constructor(
    readonly name: string,
    readonly kind: Suggestion["kind"],
    readonly tier: Tier,
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
  tiers: readonly (readonly [Tier, readonly number[]])[];
  pieces: (at: number) => Piece[];
}

function everything(index: Index): Hits {
  return { tiers: [["any", Array.from(index.names, (_, at) => at)]], pieces: () => [] };
}

function matches(index: Index, query: string): Hits {
  const tiers: number[][] = TIERS.map(() => []);
  const words = query.includes(" ") ? query.split(" ") : [];
  let hits = 0;
  for (let at = 0; at < index.folded.length; at++) {
    const tier = tierOf(index.folded[at]!, query, words);
    if (tier < 0) continue;
    tiers[tier]!.push(at);
    hits++;
  }
  const found = TIERS.map((tier, at) => [tier, tiers[at]!] as const);
  const pieces = (at: number) => piecesOf(index.folded[at]!, query, words);
  if (hits >= FEW) return { tiers: found, pieces };
  const hit = new Set(tiers.flat());
  const slips = withSlips(index, query, (at) => hit.has(at)).slice(0, MAX_GUESSES);
  const guessed = new Map(slips.map((slip) => [slip.at, slip.piece]));
  return {
    tiers: [...found, ["guess", slips.map((slip) => slip.at)]],
    pieces: (at) => {
      const piece = guessed.get(at);
      return piece ? [piece] : pieces(at);
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
function suggest(index: Index, hits: Hits, recents: readonly string[], limit: number): Suggestion[] {
  const suggestions: Suggestion[] = [];
  const rank = new Map(recents.map((name, at) => [name, at]));
  const add = (at: number, kind: Suggestion["kind"], tier: Tier) => {
    if (suggestions.length >= limit) return;
    suggestions.push(new Hit(index.names[at]!, kind, tier, at, index.folded[at]!, hits));
  };
  for (const [tier, places] of hits.tiers) {
    const own = rank.size === 0 ? [] : places.filter((at) => rank.has(index.names[at]!));
    own.sort((a, b) => rank.get(index.names[a]!)! - rank.get(index.names[b]!)!);
    for (const at of own) add(at, "recent", tier);
    for (const at of places) {
      if (suggestions.length >= limit) break;
      if (own.length === 0 || !rank.has(index.names[at]!)) add(at, "tag", tier);
    }
  }
  return suggestions;
}

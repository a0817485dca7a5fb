import type { TagUse } from "../tag";
import { tagKey } from "../text/fold";
import { existing } from "./existing";
import type { Index } from "./prepare";

/** As many as Alt+1…9 can take. */
export const MAX_RECENTS = 9;
const WEEK = 7 * 24 * 3600 * 1000;

/** Recent and frequent in one number: used twice as often weighs as much as used a week later. */
function weight(use: TagUse, newest: number): number {
  return Math.log2(Math.max(1, use.count)) - (newest - use.lastUsedAt) / WEEK;
}

/**
 * The recruiter's own tags, best first, in the tag list's spelling. A tag that the list no longer has is left out: taking
 * it would create it again. Without any list the recents are all there is.
 */
export function rankRecents(index: Index, uses: readonly TagUse[]): string[] {
  const newest = uses.reduce((latest, use) => Math.max(latest, use.lastUsedAt), 0);
  const ranked = [...uses].sort((a, b) => weight(b, newest) - weight(a, newest) || b.lastUsedAt - a.lastUsedAt);
  const names = new Map<string, string>();
  for (const use of ranked) {
    const name = index.names.length === 0 ? use.name : existing(index, use.name);
    const key = tagKey(use.name);
    if (name !== null && !names.has(key)) names.set(key, name);
    if (names.size === MAX_RECENTS) break;
  }
  return [...names.values()];
}

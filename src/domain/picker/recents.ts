import type { TagUse } from "../tag";

import { fold, sameKey } from "../text/fold";
import { existing, type Index } from "./prepare";

/** As many as Alt+1…9 can take. */
export const MAX_RECENTS = 9;
const NONE: ReadonlySet<string> = new Set();
const WEEK = 7 * 24 * 3600 * 1000;

/** Recent and frequent in one number: used twice as often weighs as much as used a week later. */
function weight(use: TagUse, newest: number): number {
  return Math.log2(Math.max(1, use.count)) - (newest - use.lastUsedAt) / WEEK;
}

/**
 * The recruiter's own tags, best first, in the tag list's spelling. A tag that the list no longer has is left out: taking
 * it would create it again. Without any list the recents are all there is. `hide`: folded names that take up no place.
 */
export function rankRecents(index: Index, uses: readonly TagUse[], hide: ReadonlySet<string> = NONE): string[] {
  const newest = uses.reduce((latest, use) => Math.max(latest, use.lastUsedAt), 0);
  const ranked = [...uses].sort((a, b) => weight(b, newest) - weight(a, newest) || b.lastUsedAt - a.lastUsedAt);
  const names = new Map<string, string>();
  for (const use of ranked) {
    const name = index.names.length === 0 ? use.name : existing(index, use.name);
    const folded = fold(use.name);
    const shown = name !== null && !hide.has(folded) && !hide.has(fold(name));
    if (shown && !names.has(sameKey(folded))) names.set(sameKey(folded), name);
  }
  return [...names.values()].slice(0, MAX_RECENTS);
}

import { tagKey } from "../text/fold";
import { MAX_RECENTS } from "./recents";

/**
 * Which tag each of Alt+1…9 takes. A number once given belongs to its tag for the session: tags used since take the free
 * numbers, and nothing moves up when a tag is gone or a candidate has it already.
 */
export function assignNumbers(before: readonly string[], ranked: readonly string[]): string[] {
  const taken = new Set(before.map(tagKey));
  return [...before, ...ranked.filter((name) => !taken.has(tagKey(name)))].slice(0, MAX_RECENTS);
}

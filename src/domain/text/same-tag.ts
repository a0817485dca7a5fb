import { tagKey } from "./fold";

/**
 * Whether two names are one and the same tag: equal but for case, width, composition, blanks and unseen characters. Accents
 * tell tags apart (`schon`, `schön`): the picker finds one by the other, but nothing is skipped or replaced for it.
 */
export function sameTag(a: string, b: string): boolean {
  return a === b || tagKey(a) === tagKey(b);
}

/** The stored spelling of a tag: the very same name where the list has it, else the first that is the same tag; else null. */
export function storedSpelling(names: readonly string[], name: string): string | null {
  if (names.includes(name)) return name;
  const key = tagKey(name);
  return names.find((one) => tagKey(one) === key) ?? null;
}

/** The names without later duplicates of one and the same tag. */
export function distinctTags(names: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const name of names) {
    const key = tagKey(name);
    if (!first.has(key)) first.set(key, name);
  }
  return [...first.values()];
}

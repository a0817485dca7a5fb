import { existing, type Index, splitPaste } from "../../domain/picker";

/** The tags of the list a text names, spelt as in the list; or what in it is no tag. */
export function setTags(typed: string, index: Index): { tags: readonly string[] } | { unknown: readonly string[] } {
  const parts = splitPaste(typed, index) ?? [typed];
  const named = parts.filter((part) => part.trim() !== "").map((part) => ({ part, tag: existing(index, part) }));
  const unknown = named.filter(({ tag }) => tag === null).map(({ part }) => part.trim());
  return unknown.length > 0 ? { unknown } : { tags: named.map(({ tag }) => tag as string) };
}

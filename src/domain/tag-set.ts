import { confirmedName, type TagList } from "./tag-list";
import { distinctTags, sameTag } from "./text/same-tag";

/** Tags that go together under one name, of one integration: "Phone screen done" is three tags. */
export interface TagSet {
  id: string;
  integrationId: string;
  name: string;
  /** As the tag list spells them; distinct. */
  tags: readonly string[];
}

/** More tags than this are a mistake rather than one thing to say of somebody. */
export const MAX_SET_TAGS = 20;
export const MAX_SETS = 100;
export const MAX_SET_NAME = 80;

export type TagSetProblem = "no-name" | "name-taken" | "no-tags" | "too-many";

/** The set as it is kept: its name trimmed, each tag once. */
export const cleanSet = (set: TagSet): TagSet => ({
  ...set,
  name: set.name.replace(/\s+/g, " ").trim(),
  tags: distinctTags(set.tags.filter((tag) => tag.trim() !== "")),
});

/** Why a (cleaned) set may not be kept beside the others; null when it may. */
export function tagSetProblem(set: TagSet, others: readonly TagSet[]): TagSetProblem | null {
  if (set.name === "" || set.name.length > MAX_SET_NAME) return "no-name";
  if (set.tags.length === 0) return "no-tags";
  const siblings = others.filter((one) => one.integrationId === set.integrationId && one.id !== set.id);
  if (siblings.some((one) => sameTag(one.name, set.name))) return "name-taken";
  return set.tags.length > MAX_SET_TAGS || siblings.length >= MAX_SETS ? "too-many" : null;
}

/** The sets with this one added, or in the place of the one with its id and integration. */
export function withSet(sets: readonly TagSet[], set: TagSet): TagSet[] {
  const at = sets.findIndex((one) => isSame(one, set));
  return at < 0 ? [...sets, set] : sets.with(at, set);
}

export const withoutSet = (sets: readonly TagSet[], which: Pick<TagSet, "id" | "integrationId">): TagSet[] =>
  sets.filter((one) => !isSame(one, which));

const isSame = (a: Pick<TagSet, "id" | "integrationId">, b: Pick<TagSet, "id" | "integrationId">): boolean =>
  a.id === b.id && a.integrationId === b.integrationId;

/** The members' exact names as far as they surely exist, and those of which nobody can say so. */
export function confirmMembers(
  list: TagList | undefined,
  tags: readonly string[],
  now: number,
): { names: string[]; missing: string[] } {
  const names: string[] = [];
  const missing: string[] = [];
  for (const tag of tags) {
    const name = confirmedName(list, tag, now);
    if (name === null) missing.push(tag);
    else names.push(name);
  }
  return { names: distinctTags(names), missing };
}

import { sameTag, storedSpelling } from "./text/same-tag";

/** A tag this browser added with success. Kombo's copy of the ATS may not show it for a day. */
export interface OwnTag {
  name: string;
  addedAt: number;
}

/** The tag list of one integration; parallel arrays, because fifty thousand objects are slow to read. */
export interface TagList {
  integrationId: string;
  ids: string[];
  /** As Kombo gave them, byte for byte: a tag is sent as it is called. */
  names: string[];
  /** When the list was last brought up to date completely (epoch ms); 0 before the first time. */
  syncedAt: number;
  own: OwnTag[];
}

/** One change Kombo reports; a null name means that the tag was deleted. */
export interface TagChange {
  id: string;
  name: string | null;
}

/** How long a complete list vouches for its tags where nobody looks before a tag is sent. */
export const CONFIRMED_MS = 24 * 60 * 60_000;
/** How long an own tag counts although Kombo's list lacks it. */
export const OWN_TAG_MS = 48 * 60 * 60_000;

export const emptyTagList = (integrationId: string): TagList => ({
  integrationId,
  ids: [],
  names: [],
  syncedAt: 0,
  own: [],
});

/** All names to offer: Kombo's, then own ones it does not show yet. */
export function offeredNames({ names, own }: TagList): readonly string[] {
  return own.length === 0 ? names : [...names, ...own.map((tag) => tag.name)];
}

/**
 * The list after a complete refresh that began at `startedAt`. Own tags go once Kombo shows them, or once it should have
 * shown them.
 */
export function mergeTags(list: TagList, changes: readonly TagChange[], startedAt: number): TagList {
  const names = new Map(list.ids.map((id, at) => [id, list.names[at] ?? ""]));
  for (const { id, name } of changes) {
    if (name === null) names.delete(id);
    else names.set(id, name);
  }
  const all = [...names.values()];
  const pending = list.own.filter(({ addedAt }) => startedAt - addedAt < OWN_TAG_MS);
  const own = pending.filter((tag) => !all.some((name) => sameTag(name, tag.name)));
  return { integrationId: list.integrationId, ids: [...names.keys()], names: all, syncedAt: startedAt, own };
}

/** The list with a tag that was just added. */
export function withOwnTag(list: TagList, name: string, now: number): TagList {
  if (list.names.some((known) => sameTag(known, name))) return list;
  return { ...list, own: [...list.own.filter((tag) => !sameTag(tag.name, name)), { name, addedAt: now }] };
}

/** The list after an add was undone: nobody knows any more whether the tag exists. */
export function withoutOwnTag(list: TagList, name: string): TagList {
  const own = list.own.filter((tag) => !sameTag(tag.name, name));
  return own.length === list.own.length ? list : { ...list, own };
}

/**
 * The tag's exact name when it surely exists: a list confirmed within a day has it, or this browser added it within two.
 * Null when nobody can say so.
 */
export function confirmedName(list: TagList | undefined, name: string, now: number): string | null {
  if (!list) return null;
  const age = now - list.syncedAt;
  if (list.syncedAt > 0 && age >= 0 && age < CONFIRMED_MS) {
    const known = storedSpelling(list.names, name);
    if (known !== null) return known;
  }
  return list.own.find((tag) => now - tag.addedAt < OWN_TAG_MS && sameTag(tag.name, name))?.name ?? null;
}

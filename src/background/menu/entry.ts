import type { TagSet } from "../../domain/tag-set";

/** What an entry of the context menu stands for. Its id carries it all, because the worker may have died in between. */
export interface Entry {
  /** The ATS, or the host of a learned page. */
  place: string;
  where: "page" | "link";
  kind: "root" | "tag" | "set" | "other" | "panel" | "many";
  /** The tag's name, or the set's integration and id. */
  tag: string;
}

/** In a tag's place: the entry takes the candidates of the open page along. */
export const LISTED_HERE = "here";

export const idOf = ({ place, where, kind, tag }: Entry): string => JSON.stringify([place, where, kind, tag]);

/** The entry an id stands for; null for an id that is not ours. */
export function entryOf(id: string | number): Entry | null {
  try {
    const [place, where, kind, tag] = JSON.parse(String(id)) as string[];
    if (!place || tag === undefined || (where !== "page" && where !== "link")) return null;
    const isEntry = kind === "tag" || kind === "set" || kind === "other" || kind === "panel" || kind === "many";
    return isEntry ? { place, where, kind, tag } : null;
  } catch {
    return null;
  }
}

/** A set in the place of an entry's tag. */
export const setKey = ({ integrationId, id }: Pick<TagSet, "integrationId" | "id">): string =>
  JSON.stringify([integrationId, id]);

/** The integration and id such a key holds. */
export function setOfKey(key: string): Pick<TagSet, "integrationId" | "id"> {
  const [integrationId = "", id = ""] = JSON.parse(key) as string[];
  return { integrationId, id };
}

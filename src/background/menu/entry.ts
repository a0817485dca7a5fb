/** What an entry of the context menu stands for. Its id carries it all, because the worker may have died in between. */
export interface Entry {
  /** The ATS, or the host of a learned page. */
  place: string;
  where: "page" | "link";
  kind: "root" | "tag" | "other" | "panel";
  tag: string;
}

export const idOf = ({ place, where, kind, tag }: Entry): string => JSON.stringify([place, where, kind, tag]);

/** The entry an id stands for; null for an id that is not ours. */
export function entryOf(id: string | number): Entry | null {
  try {
    const [place, where, kind, tag] = JSON.parse(String(id)) as string[];
    if (!place || tag === undefined || (where !== "page" && where !== "link")) return null;
    return kind === "tag" || kind === "other" || kind === "panel" ? { place, where, kind, tag } : null;
  } catch {
    return null;
  }
}

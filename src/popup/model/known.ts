import type { CarriedTag } from "../../domain/outbox/carried-tags";
import { tagKey } from "../../domain/text/fold";

/** Why a tag is not simply added: the candidate carries it, it is on its way, or it is put aside to be sent. */
export type KnownState = "carried" | "adding" | "aside";

export interface KnownTag {
  name: string;
  state: KnownState;
}

/** Tags that are on the candidate or about to be, by their keys (`tagKey`). */
export type KnownTags = ReadonlyMap<string, KnownTag>;

/** Gathers known tags; of two states of one tag the later given counts. */
export function knownTags(tags: Iterable<KnownTag>): KnownTags {
  return new Map([...tags].map((tag) => [tagKey(tag.name), tag]));
}

/** The candidate's tags as known ones. A tag being removed may be added again. */
export const knownOn = (tags: readonly CarriedTag[]): KnownTag[] =>
  tags.flatMap(({ name, state }) =>
    state === "removing" ? [] : [{ name, state: state === "adding" ? "adding" : "carried" }],
  );

/** The state of a tag that is on the candidate or about to be; undefined for any other. */
export const stateOf = (known: KnownTags, name: string): KnownState | undefined => known.get(tagKey(name))?.state;

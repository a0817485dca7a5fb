import type { Connector } from "../../domain/connector";
import type { Index, Suggestion } from "../../domain/picker";
import type { Pins } from "../../domain/picker/pins";
import type { TagUse } from "../../domain/tag";
import type { TagSet } from "../../domain/tag-set";
import type { TagChoice } from "../../messaging/protocol";
import type { KnownState, KnownTags } from "./known";

/** The parts of the list when nothing is typed, in their order; a new one needs its heading in parts/Group.tsx. */
export type RowGroup = "page" | "recent" | "sets" | "all";

/** One row of the list under the field. `near`: an existing tag that may be meant. */
export interface Row {
  name: string;
  kind: Suggestion["kind"] | "near" | "create" | "set" | KnownState;
  marks: Suggestion["marks"];
  /** The digit that takes it together with Alt. */
  number?: number;
  /** It has this number for good. */
  isPinned?: true;
  /** Its name stands in the page. */
  isOnPage?: true;
  /** Of a set: its id, the tags it would add, all its tags, and those that are not in the list. */
  set?: { id: string; adds: readonly string[]; tags: readonly string[]; missing: readonly string[] };
}

/** The part of the list a row stands in, when nothing is typed. */
export function groupOf({ kind, number, isOnPage }: Row): RowGroup {
  if (isOnPage) return "page";
  if (kind === "recent" || number !== undefined) return "recent";
  return kind === "set" ? "sets" : "all";
}

export interface Given {
  text: string;
  index: Index;
  recents: readonly TagUse[];
  /** Tags by Alt+1…9 (see `assignNumbers`). */
  numbers: readonly string[];
  /** What has Alt+1…9 for good. */
  pins: Pins;
  sets: readonly TagSet[];
  /** Tags whose names stand in the page. */
  onPage: readonly string[];
  known: KnownTags;
  connector: Connector;
  mayCreate: boolean;
  /** It is known which tags there are. Until then nothing is called new. */
  listKnown: boolean;
}

/** What a row stands for, the same however the list changes around it. */
export const rowKey = ({ name, kind, set }: Row): string =>
  set ? `set:${set.id}` : `${kind === "create" ? "create" : "tag"}:${name}`;

/** What taking a row of one tag sends: an existing tag exactly as its ATS spells it, or a new one. */
export const choiceOf = ({ name, kind }: Row): TagChoice => ({ name, create: kind === "create" });

/** What taking any row sends: of a set, those of its tags that the candidate lacks. */
export const choicesOf = (row: Row): TagChoice[] =>
  row.set ? row.set.adds.map((name) => ({ name, create: false, set: row.name })) : [choiceOf(row)];

/** Whether the tag is on the candidate or about to be. */
export const isKnown = ({ kind }: Row): boolean => kind === "carried" || kind === "adding" || kind === "aside";

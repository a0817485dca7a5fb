import type { Connector } from "../../domain/connector";
import type { Index, Suggestion } from "../../domain/picker";
import type { TagUse } from "../../domain/tag";
import type { TagChoice } from "../../messaging/protocol";
import type { KnownState, KnownTags } from "./known";

/** The parts of the list when nothing is typed, in their order; a new one needs its heading in parts/Option.tsx. */
export type RowGroup = "recent" | "all";

/** One row of the list under the field. `near`: an existing tag that may be meant. */
export interface Row {
  name: string;
  kind: Suggestion["kind"] | "near" | "create" | KnownState;
  marks: Suggestion["marks"];
  /** The digit that takes it together with Alt. */
  number?: number;
}

/** The part of the list a row stands in, when nothing is typed. */
export const groupOf = ({ kind, number }: Row): RowGroup =>
  kind === "recent" || number !== undefined ? "recent" : "all";

export interface Given {
  text: string;
  index: Index;
  recents: readonly TagUse[];
  /** Tags by Alt+1…9 (see `assignNumbers`). */
  numbers: readonly string[];
  known: KnownTags;
  connector: Connector;
  mayCreate: boolean;
  /** It is known which tags there are. Until then nothing is called new. */
  listKnown: boolean;
}

/** What a row stands for, the same however the list changes around it. */
export const rowKey = ({ name, kind }: Pick<Row, "name" | "kind">): string =>
  `${kind === "create" ? "create" : "tag"}:${name}`;

/** What taking a row sends: an existing tag exactly as its ATS spells it, or a new one. */
export const choiceOf = (row: Row): TagChoice => ({ name: row.name, create: row.kind === "create" });

/** Whether the tag is on the candidate or about to be. */
export const isKnown = ({ kind }: Row): boolean => kind === "carried" || kind === "adding" || kind === "aside";

import type { AtsReference, Candidate } from "../candidate";
import type { CertaintyReason } from "../certainty";
import type { AskBy } from "./look-up";

/** Where a row comes from: what a person wrote or exported, markup that was pasted, a page of a known ATS, any other page. */
export type RowOrigin = "text" | "html" | "ats-page" | "other-page";

/** Why nobody can be asked about a row. */
export type NotAsked =
  | "empty"
  | "name-only" // Kombo would find namesakes
  | "several-named"
  | "no-candidate-link"
  | "unknown-link"
  | "new-host" // a host that only looks like a known system, on a page or in markup
  | "no-integration"
  | "pick-integration"
  | "own-address" // a colleague's, or the recruiter's own
  | "not-understood";

/** One way to ask for a row's person. */
export interface RowAsk {
  by: AskBy;
  value: string;
  needsPageMatch?: true;
}

/** A row of the input, understood. */
export interface BatchRow {
  /** Its number in the input, from 1. */
  row: number;
  /** As it is shown: what it said, in short. In memory only. */
  text: string;
  /** The name it gives; empty where it gives none. */
  name: string;
  /** Whether the name stands in a field of its own. */
  nameIsField: boolean;
  /** It says something beside whom it names that is neither a name nor a label: perhaps that somebody else is meant. */
  hasOtherWords: boolean;
  /** Its own tags; empty: those of the whole batch. */
  tags: readonly string[];
  origin: RowOrigin;
  /** Null where nobody can be asked; then `why` says why. */
  reference: AtsReference | null;
  asks: readonly RowAsk[];
  why: NotAsked | null;
  integrationId: string | null;
  boundTo: string | null;
  isOldBinding: boolean;
  isPicked: boolean;
  isTrustedHost: boolean;
}

export type RowState = "ready" | "look" | "not-found" | "refused" | "twice";

export type RowReason =
  | CertaintyReason
  | NotAsked
  | "by-page" // the page wrote both link and name
  | "several"
  | "other-words" // something beside it that is no name
  | "other-id" // its id is somebody else's than its address and name
  | "id-and-email" // both were given and both are this person's
  | "not-in-kombo"
  | "failed"
  | "not-looked-up"
  | "same-person";

/** What came of a row. */
export interface FoundRow {
  row: BatchRow;
  state: RowState;
  reason: RowReason;
  candidate: Candidate | null;
  /** What it was found by. */
  by: AskBy | null;
  asOf: number;
  /** For a row that is there twice: the row that counts. */
  sameAs?: number;
}

import { create } from "zustand";
import { MOST_ROWS } from "../domain/batch/batch";
import type { ColumnRole } from "../domain/batch/columns";
import { markTwice } from "../domain/batch/plan";
import type { FoundRow, RowOrigin, RowState } from "../domain/batch/row";
import type { Failure } from "../domain/failure";
import type { Operation } from "../domain/job";
import { type Index, prepare } from "../domain/picker";
import { DEFAULT_SETTINGS, type Settings } from "../domain/settings";
import type { BatchRefusal } from "../messaging/protocol";
import type { Binding, LearnedPattern } from "../storage/schema";
import type { RawRow } from "./model/understand";

/** What was given to the page, before anybody is looked up. */
export interface Input {
  rows: readonly RawRow[];
  /** What its columns hold; null: a list. */
  roles: readonly ColumnRole[] | null;
  /** The headers, where the first row names the columns. */
  headers: readonly string[] | null;
  origin: RowOrigin;
  /** Set where it came from a page that shows only part of its list. */
  partly: { loaded: number; told: number } | null;
  /** How many rows there are too many; then nothing is taken. */
  tooMany: number | null;
}

export type Filter = RowState | "all" | "email-only";

export interface PageState {
  settings: Settings;
  bindings: readonly Binding[];
  patterns: readonly LearnedPattern[];
  /** The integration for what does not say its own. */
  picked: string | null;
  text: string;
  input: Input | null;
  lookingUp: { done: number; total: number } | null;
  lookUpFailure: Failure | null;
  found: readonly FoundRow[] | null;
  choices: ReadonlyMap<number, boolean>;
  filter: Filter;
  query: string;
  /** The person has had those found by e-mail or id alone on screen. */
  hasSeenUnnamed: boolean;
  operation: Operation;
  tagText: string;
  /** New names the person decided to create although similar tags exist. */
  deliberate: ReadonlySet<string>;
  tagLists: ReadonlyMap<string, Index>;
  /** The second step is asked for since then (epoch ms); null: not yet. */
  confirming: number | null;
  sending: boolean;
  /** The id of a batch that may have been started already, though no answer said so. */
  sendId: string | null;
  problem: BatchRefusal | "no-answer" | null;
  /** What came of reading the page this was opened from; null: from no page. */
  fromPage: "read" | "nobody" | "unreadable" | null;
  /** The batch in view. */
  batchId: string | null;
  /** What the rows of a batch said that was sent from this page, for its report. */
  texts: ReadonlyMap<string, ReadonlyMap<number, string>>;
}

const FRESH = {
  input: null,
  lookingUp: null,
  lookUpFailure: null,
  found: null,
  choices: new Map<number, boolean>(),
  filter: "all" as const,
  query: "",
  hasSeenUnnamed: false,
  confirming: null,
  sending: false,
  sendId: null,
  problem: null,
  deliberate: new Set<string>(),
};

export const useBatch = create<PageState>(() => ({
  settings: DEFAULT_SETTINGS,
  bindings: [],
  patterns: [],
  picked: null,
  text: "",
  operation: "add",
  tagText: "",
  tagLists: new Map(),
  batchId: null,
  fromPage: null,
  texts: new Map(),
  ...FRESH,
}));

export const get = useBatch.getState;
export const set = useBatch.setState;

/** Back to the beginning, with what was typed. */
export const startOver = (): void => set({ ...FRESH, batchId: null });

/** Takes new input, unless it is too long. */
export function takeInput(input: Omit<Input, "tooMany">): void {
  const tooMany = input.rows.length > MOST_ROWS ? input.rows.length : null;
  set({ ...FRESH, batchId: null, input: { ...input, tooMany } });
}

export const showFound = (found: readonly FoundRow[]): void => set({ found: markTwice(found), choices: new Map() });

export const EMPTY_INDEX: Index = prepare([]);

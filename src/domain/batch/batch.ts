import type { Failure, FailureKind } from "../failure";
import type { Job, Operation } from "../job";
import type { Requester } from "../requester";
import type { RowReason } from "./row";

/**
 * What a batch does now. `filling`: not all of it is on disk yet, so nothing is sent; `stopped`: a cause that concerns all
 * of it; `too-old`: it waited for more than a day, and a person is asked once; `over`: nothing is left to hand over.
 */
export const BATCH_STATES = ["filling", "running", "paused", "stopped", "too-old", "cancelled", "over"] as const;

export type BatchState = (typeof BATCH_STATES)[number];

/** Why a row of the input is not sent. */
export const SKIP_REASONS = [
  "not-found",
  "refused",
  "several", // several people fit
  "twice", // the same person and tags by an earlier row
  "not-included", // the person left it out, or did not confirm it
  "not-understood",
  "no-tag",
  "tag-refused", // this tag of it may not be added
  "not-looked-up",
] as const;

export type SkipReason = (typeof SKIP_REASONS)[number];

/**
 * A row of the input that is not sent, by its number there, and what was found out about it; nothing of what it said. With a
 * tag: only that tag of the row is not.
 */
export type SkippedRow = readonly [row: number, reason: SkipReason, why: RowReason, tag?: string];

/** Many jobs that were asked for in one step. Its jobs share its id. */
export interface Batch {
  id: string;
  operation: Operation;
  state: BatchState;
  /** Why it is stopped. */
  failure: Failure | null;
  createdAt: number;
  /** When a person last asked for it: its age counts from here. */
  requestedAt: number;
  integrationIds: readonly string[];
  tags: readonly string[];
  people: number;
  jobs: number;
  /** Rows of the input. */
  rows: number;
  skipped: readonly SkippedRow[];
  /** The batch it takes back. */
  undoes: string | null;
  /** Who asked for it last; absent where nobody was signed in. */
  requestedBy?: Requester;
  /** When a person cleared it (epoch ms): shown nowhere since, as its jobs are. */
  clearedAt?: number;
}

/** What is decided when a batch is asked for. */
export type NewBatch = Omit<
  Batch,
  "state" | "failure" | "createdAt" | "requestedAt" | "undoes" | "requestedBy" | "clearedAt"
>;

/** More rows than this are not taken: said before anything is looked up. */
export const MOST_ROWS = 10_000;

/** Places of an integration's concurrency a batch leaves free: for tags by hand, here and at colleagues'. */
export const PLACES_LEFT_FREE = 2;

/** How many of an integration's places the jobs of batches may use. */
export const batchWidth = (concurrency: number): number => Math.max(1, concurrency - PLACES_LEFT_FREE);

const CONCERNING_ALL: readonly FailureKind[] = [
  "other-user",
  "permission-missing",
  "model-unavailable",
  "action-unavailable",
  "action-disabled",
];

/** A refusal that every other job of the batch would meet as well, and that no queue is held for. */
export const concernsWholeBatch = (kind: FailureKind): boolean => CONCERNING_ALL.includes(kind);

const CONCERNING_A_TAG: readonly FailureKind[] = [
  "tag-unwritable",
  "tag-not-allowed",
  "tag-format",
  "tag-forbidden",
  "tag-not-yours",
];

/** A refusal that every other job of the batch with this tag would meet as well. */
export const concernsWholeTag = (kind: FailureKind): boolean => CONCERNING_A_TAG.includes(kind);

/** A job of a batch with rows: it waits and ends in a place of its own. */
export const isBatchJob = ({ row }: Pick<Job, "row">): boolean => row !== undefined;

/** Ids of a batch's jobs, in the order of its rows. */
export const batchJobId = (batch: string, at: number): string => `${batch}:${String(at).padStart(6, "0")}`;

/** The batch that takes another one back: the same one however often it is asked for. */
export const undoBatchId = (batch: string): string => `undo-${batch}`;

/** From which states a person's word leads on, and where to. */
export const BATCH_MOVES = {
  start: { from: ["filling", "paused", "stopped", "too-old"], to: "running" },
  pause: { from: ["running", "over"], to: "paused" },
  cancel: { from: ["filling", "running", "over", "paused", "stopped", "too-old"], to: "cancelled" },
} as const satisfies Record<string, { from: readonly BatchState[]; to: BatchState }>;

export type BatchMove = keyof typeof BATCH_MOVES;

/** Whether a batch in this state can make the move. */
export const mayMove = (state: BatchState, move: BatchMove): boolean =>
  (BATCH_MOVES[move].from as readonly BatchState[]).includes(state);

/** How many jobs of a batch stand where. */
export interface BatchCounts {
  waiting: number;
  sending: number;
  done: number;
  failed: number;
  cancelled: number;
}

/** Whether every job of it has come to its end. */
export function isFinished({ state }: Pick<Batch, "state">, { waiting, sending }: BatchCounts): boolean {
  return sending === 0 && (waiting === 0 || state === "cancelled") && state !== "filling";
}

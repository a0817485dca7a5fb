import type { Batch } from "../../domain/batch/batch";
import { withDb } from "../../storage/db";
import { onDemand } from "../load";

const hasBatch = async (which: (batch: Batch) => boolean): Promise<boolean> =>
  (await withDb((db) => db.getAll("batches"))).some(which);

/** At start: what was being written down when the worker died goes on, or is forgotten. */
export async function recoverBatches(): Promise<void> {
  if (await hasBatch(({ state }) => state === "filling")) await (await onDemand()).batches.recover();
}

/** Forgets batches that have been over for this many days. */
export async function tendBatches(days: number): Promise<void> {
  if (await hasBatch(() => true)) await (await onDemand()).batches.prune(days);
}

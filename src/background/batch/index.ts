import type { Batch } from "../../domain/batch/batch";
import { withDb } from "../../storage/db";
import { onDemand } from "../load";
import { feed, outbox } from "../outbox/index";
import type { Batches } from "./batches";

let made: Batches | undefined;

/** The batches of this background. */
export async function batches(): Promise<Batches> {
  const parts = await onDemand();
  made ??= new parts.Batches(outbox, feed);
  return made;
}

const hasBatch = async (which: (batch: Batch) => boolean): Promise<boolean> =>
  (await withDb((db) => db.getAll("batches"))).some(which);

/** At start: what was being written down when the worker died goes on, or is forgotten. */
export async function recoverBatches(): Promise<void> {
  if (await hasBatch(({ state }) => state === "filling")) await (await batches()).recover();
}

/** Forgets batches that have been over for this many days. */
export async function tendBatches(days: number): Promise<void> {
  if (await hasBatch(() => true)) await (await batches()).prune(days);
}

/** A person clears what is over and this old: gives how many jobs of batches that were. What failed stays. */
export async function clearBatches(days: number): Promise<number> {
  return (await hasBatch(() => true)) ? (await batches()).prune(days, { keepFailed: true }) : 0;
}

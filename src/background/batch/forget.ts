import type { Batch } from "../../domain/batch/batch";
import { JOB_STATES } from "../../domain/job";
import { MIRROR_LAG_MS } from "../../domain/outbox/carried-tags";
import { hidden } from "../../domain/outbox/forget";
import type { Outbox } from "../outbox/outbox";
import type { Feed } from "./feed";
import { eachSlice, idsOf, SLICE } from "./slices";

const DAY_MS = 24 * 60 * 60_000;

/** Forgets a batch with all its jobs; gives how many these were. */
export async function forgetBatch(outbox: Outbox, feed: Feed, id: string): Promise<number> {
  let count = 0;
  for (let left = true; left; ) {
    const slice = await outbox.change(async (tx) => {
      const store = tx.objectStore("batchJobs");
      const keys = await store.getAllKeys(idsOf(id), SLICE);
      for (const key of keys) await store.delete(key);
      if (keys.length < SLICE) await tx.objectStore("batches").delete(id);
      return keys.length;
    });
    count += slice;
    left = slice === SLICE;
  }
  feed.changed();
  return count;
}

/**
 * Forgets batches nobody asked for within these days, but for what still waits; gives how many jobs these had.
 * `keepFailed`: also those of which a job failed, for somebody has still to decide on it. A batch and the one that takes
 * it back go together, and what Kombo may not show yet is kept unseen meanwhile.
 */
export async function pruneBatches(
  outbox: Outbox,
  feed: Feed,
  days: number,
  { keepFailed = false } = {},
): Promise<number> {
  let count = 0;
  const now = outbox.parts.clock();
  const before = now - days * DAY_MS;
  const live = new Set((await outbox.liveJobs()).map((job) => job.batch));
  const all = await outbox.parts.withDb((db) => db.getAll("batches"));
  const kept = new Set<string>();
  for (const batch of all) {
    const { id, state, requestedAt, clearedAt } = batch;
    const isOver = (state === "over" || state === "cancelled") && !live.has(id);
    const isDecided = !(keepFailed && (await hasFailed(outbox, batch)));
    if (!isOver || !isDecided || (clearedAt === undefined && requestedAt >= before)) kept.add(id);
  }
  for (const { id, undoes } of all) {
    if (undoes !== null && kept.has(id)) kept.add(undoes);
    if (undoes !== null && kept.has(undoes)) kept.add(id);
  }
  const open = all.filter(({ id, state }) => kept.has(id) && state !== "over" && state !== "cancelled");
  for (const { id, requestedAt, clearedAt } of all.filter((one) => !kept.has(one.id))) {
    // Its jobs ended within a day of when it was last asked for, and are known to Kombo a day later.
    const knownAt = Math.min(requestedAt + MIRROR_LAG_MS, clearedAt ?? Number.POSITIVE_INFINITY) + MIRROR_LAG_MS;
    const isNeeded = now < knownAt || open.some(({ createdAt }) => createdAt <= knownAt);
    if (!isNeeded) count += (await forgetBatch(outbox, feed, id)) * (clearedAt === undefined ? 1 : 0);
    else if (clearedAt === undefined) count += await hide(outbox, feed, id);
  }
  return count;
}

/** Shows it no more, and keeps of its jobs only what was written to whom; gives how many these were. */
async function hide(outbox: Outbox, feed: Feed, id: string): Promise<number> {
  let count = 0;
  await eachSlice(outbox, id, JOB_STATES, async (jobs, park, tx) => {
    for (const job of jobs) {
      if (job.state === "done") park(hidden(job));
      else await tx.objectStore("batchJobs").delete(job.id);
    }
    count += jobs.length;
  });
  const clearedAt = outbox.parts.clock();
  await outbox.change(async (tx) => {
    const store = tx.objectStore("batches");
    const batch = await store.get(id);
    if (batch) await store.put({ ...batch, skipped: [], requestedBy: undefined, clearedAt });
  });
  feed.changed();
  return count;
}

async function hasFailed(outbox: Outbox, { id, integrationIds }: Batch): Promise<boolean> {
  const counts = integrationIds.map((integration) =>
    outbox.parts.withDb((db) => db.countFromIndex("batchJobs", "state", IDBKeyRange.only([id, integration, "failed"]))),
  );
  return (await Promise.all(counts)).some((count) => count > 0);
}

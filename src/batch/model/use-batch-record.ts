import { useEffect, useState } from "react";
import { type Batch, type BatchCounts, isFinished } from "../../domain/batch/batch";
import { type PacePoint, withPoint } from "../../domain/batch/pace";
import { onStoreChange } from "../../storage/changes";
import { readBatchCounts, readBatches } from "../../storage/read-batches";

export interface BatchRecord {
  batch: Batch;
  counts: BatchCounts;
  /** The batch that takes it back. */
  undo: Batch | null;
  points: readonly PacePoint[];
}

/** However fast answers come, the page reads no oftener than this. */
const PAUSE_MS = 1000;
/** Counting makes the batch's writes wait, and takes longer the more there is: at most one part in so many of the time. */
const RARER = 20;

/** A batch with where its jobs stand, read again as they move on; undefined until read, null when it is gone. */
export function useBatchRecord(id: string): BatchRecord | null | undefined {
  const [record, setRecord] = useState<BatchRecord | null>();
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let points: PacePoint[] = [];
    let pause = PAUSE_MS;
    const read = async () => {
      const began = performance.now();
      const all = await readBatches();
      const batch = all.find((one) => one.id === id);
      const counts = batch && (await readBatchCounts(batch));
      pause = Math.max(PAUSE_MS, RARER * (performance.now() - began));
      if (isGone) return;
      if (!batch || !counts) return setRecord(null);
      const at = Date.now();
      const ended = counts.done + counts.failed + counts.cancelled;
      // A pause is no pace.
      points = batch.state === "running" || batch.state === "over" ? withPoint(points, { at, ended }) : [];
      setRecord({ batch, counts, undo: all.find(({ undoes }) => undoes === id) ?? null, points });
      if (!isFinished(batch, counts)) plan(pause);
    };
    let due = Number.POSITIVE_INFINITY;
    const plan = (ms: number) => {
      if (isGone || Date.now() + ms >= due) return;
      clearTimeout(timer);
      due = Date.now() + ms;
      timer = setTimeout(() => {
        due = Number.POSITIVE_INFINITY;
        void read().catch(() => plan(2000));
      }, ms);
    };
    plan(0);
    const stop = onStoreChange((store) => {
      if (store === "batchJobs" || store === "batches" || store === "holds") plan(pause);
    });
    return () => {
      isGone = true;
      clearTimeout(timer);
      stop();
    };
  }, [id]);
  return record;
}

import type { Batch, BatchCounts } from "../domain/batch/batch";
import type { Job } from "../domain/job";
import { storedJobs } from "../domain/stored-job";
import { withDb } from "./db";

/** All batches that were not cleared, the latest first. */
export async function readBatches(): Promise<Batch[]> {
  const all = (await withDb((db) => db.getAll("batches"))).filter((one) => one.clearedAt === undefined);
  return all.sort((a, b) => b.createdAt - a.createdAt);
}

/** Its jobs the outbox has taken over: a few at a time. */
async function inOutbox(batch: string): Promise<Job[]> {
  return (await withDb((db) => db.getAll("jobs"))).filter((job) => job.batch === batch);
}

/** How many of its jobs stand where; counted by the database, however many they are. */
export async function readBatchCounts({ id, integrationIds }: Batch): Promise<BatchCounts> {
  const handedOver = await inOutbox(id);
  const count = async (state: string) => {
    const each = integrationIds.map((integration) =>
      withDb((db) => db.countFromIndex("batchJobs", "state", IDBKeyRange.only([id, integration, state]))),
    );
    return (await Promise.all(each)).reduce((sum, one) => sum + one, 0);
  };
  const [queued, done, failed, cancelled] = await Promise.all(["queued", "done", "failed", "cancelled"].map(count));
  const sending = handedOver.filter(({ state }) => state === "sending").length;
  return {
    waiting: (queued ?? 0) + handedOver.length - sending,
    sending,
    done: done ?? 0,
    failed: failed ?? 0,
    cancelled: cancelled ?? 0,
  };
}

/** How far the batches are that are under way, all together; null when none is. `asks`: one waits for a person. */
export async function readBatchProgress(): Promise<{ left: number; jobs: number; asks: boolean } | null> {
  const open = (await readBatches()).filter(({ state }) => state !== "cancelled" && state !== "filling");
  const progress = { left: 0, jobs: 0, asks: false };
  for (const batch of open) {
    const { waiting, sending } = await readBatchCounts(batch);
    if (waiting + sending === 0) continue;
    progress.left += waiting + sending;
    progress.jobs += batch.jobs;
    progress.asks ||= batch.state === "stopped" || batch.state === "too-old";
  }
  return progress.jobs > 0 ? progress : null;
}

/** Its failed jobs. */
export async function readFailedJobs({ id, integrationIds }: Batch): Promise<Job[]> {
  const each = integrationIds.map((integration) =>
    withDb((db) => db.getAllFromIndex("batchJobs", "state", IDBKeyRange.only([id, integration, "failed"]))),
  );
  return storedJobs((await Promise.all(each)).flat());
}

/** All its jobs, in the order of its rows. */
export async function readBatchJobs(batch: string): Promise<Job[]> {
  const range = IDBKeyRange.bound(`${batch}:`, `${batch};`, false, true);
  const over = await withDb((db) => db.getAll("batchJobs", range));
  const all = storedJobs([...over, ...(await inOutbox(batch))]);
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}

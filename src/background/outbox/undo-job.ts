import type { Job } from "../../domain/job";
import { emitOutbox } from "./events";
import { dispatcher, outbox } from "./index";

/** Takes an add back and starts what follows from it; false when it may not be undone. Rejects when the disk is full. */
export async function undoJob(jobId: string): Promise<boolean> {
  const job: Job | undefined = await outbox.get(jobId);
  const undone = await outbox.undo(jobId);
  if (undone && job) emitOutbox("undone", job);
  if (undone) void dispatcher.run();
  return undone;
}

/**
 * Takes back what a batch added, each job for itself; gives how many. What the candidate carried before stays, and so does
 * what was asked for before the batch: it kept its own.
 */
export async function undoBatch(batch: string): Promise<number> {
  const jobs = (await outbox.all()).filter((job) => job.batch === batch && job.operation === "add");
  let undone = 0;
  for (const job of jobs) if (await undoJob(job.id)) undone++;
  return undone;
}

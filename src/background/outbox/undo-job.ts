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

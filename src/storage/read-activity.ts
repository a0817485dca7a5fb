import type { Job } from "../domain/job";
import { storedJobs } from "../domain/stored-job";
import { withDb } from "./db";

/** Everything this browser was asked for and still remembers, batches included. */
export async function readActivity(): Promise<Job[]> {
  const [jobs, inBatches] = await withDb((db) => {
    const tx = db.transaction(["jobs", "batchJobs"]);
    return Promise.all([tx.objectStore("jobs").getAll(), tx.objectStore("batchJobs").getAll()]);
  });
  return storedJobs([...jobs, ...inBatches]);
}

import type { Job } from "../../domain/job";
import { storedJobs } from "../../domain/stored-job";
import type { Outbox } from "../outbox/outbox";
import type { OutboxTransaction } from "../outbox/transaction";

/** Jobs a transaction: the worker must get round to other things in between. */
export const SLICE = 250;

type Work = (jobs: readonly Job[], park: (job: Job) => Job, tx: OutboxTransaction) => Promise<void>;

/** The keys of a batch's jobs, or of those after this one. */
export const idsOf = (batch: string, after: string | null = null): IDBKeyRange =>
  IDBKeyRange.bound(after ?? `${batch}:`, `${batch};`, after !== null, true);

/** Goes through a batch's jobs in these states, handed over or not, one transaction a slice. */
export async function eachSlice(outbox: Outbox, id: string, states: readonly Job["state"][], work: Work) {
  let after: string | null = null;
  do {
    after = await outbox.change(async (tx, _save, park) => {
      const all = await jobsAfter(tx, id, after);
      const fitting = storedJobs(all).filter((job) => states.includes(job.state));
      await work(fitting, park, tx);
      return all.length < SLICE ? null : (all.at(-1)?.id ?? null);
    });
  } while (after !== null);
}

/** The next slice of a batch's jobs by their ids, from both places together. */
async function jobsAfter(tx: OutboxTransaction, batch: string, after: string | null): Promise<Job[]> {
  const range = idsOf(batch, after);
  const places = [tx.objectStore("batchJobs").getAll(range, SLICE), tx.objectStore("jobs").getAll(range, SLICE)];
  const both = (await Promise.all(places)).flat().filter((job) => job.batch === batch);
  return both.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, SLICE);
}

import type { IDBPTransaction } from "idb";
import { isUnreadable, type Job, type JobState } from "../../domain/job";
import { storedJob, storedJobs } from "../../domain/stored-job";
import type { QuicktagDb, WithDb } from "../../storage/db";

/** A transaction over the stores the queue owns. */
export type OutboxTransaction = IDBPTransaction<
  QuicktagDb,
  ["jobs", "holds", "intentions", "batches", "batchJobs"],
  "readwrite"
>;

/** The browser could not store what was asked for, most likely because the disk is full, so nothing was sent. */
export class StorageFull extends Error {
  readonly code = "storage-full";
  constructor(cause: unknown) {
    super("The browser could not store the outbox", { cause });
    this.name = "StorageFull";
  }
}

/** `strict` waits for the disk itself, so that even a power failure right afterwards forgets nothing. */
export type Durability = "strict" | "relaxed";

/** Runs the body in one read-write transaction: all of it is written when this resolves, or none of it. */
export async function inTransaction<T>(
  withDb: WithDb,
  durability: Durability,
  body: (tx: OutboxTransaction) => Promise<T>,
): Promise<T> {
  const tx = await begin(withDb, durability);
  // Observed here as well, so that an abort while the body runs is not an unhandled rejection.
  const finished = tx.done.then(
    () => null,
    (error: unknown) => ({ error: error ?? tx.error }),
  );
  let result: T;
  try {
    result = await body(tx);
  } catch (error) {
    abort(tx);
    await finished;
    throw asStorageFull(error);
  }
  const broken = await finished;
  if (broken) throw asStorageFull(broken.error);
  return result;
}

/** Its requests must follow at once: a transaction without any ends by itself. */
function begin(withDb: WithDb, durability: Durability): Promise<OutboxTransaction> {
  return withDb(async (db) =>
    db.transaction(["jobs", "holds", "intentions", "batches", "batchJobs"], "readwrite", { durability }),
  ).catch((error) => {
    throw asStorageFull(error);
  });
}

function abort(tx: OutboxTransaction): void {
  try {
    tx.abort();
  } catch {
    // Already aborted by the failure itself.
  }
}

/** Besides `QuotaExceededError` Chrome says of a full disk `AbortError` and, when opening, `UnknownError`. */
function asStorageFull(error: unknown): unknown {
  return error instanceof DOMException ? new StorageFull(error) : error;
}

export async function readJob(tx: OutboxTransaction, id: string): Promise<Job | undefined> {
  const stored = await tx.objectStore("jobs").get(id);
  return stored && storedJob(stored);
}

/** The same, also where it is a job of a batch that waits or is over. */
export async function readAnyJob(tx: OutboxTransaction, id: string): Promise<Job | undefined> {
  const stored = (await tx.objectStore("jobs").get(id)) ?? (await tx.objectStore("batchJobs").get(id));
  return stored && storedJob(stored);
}

/** Jobs that are queued or sending. */
export async function readLive(tx: OutboxTransaction): Promise<Job[]> {
  return [...(await readInState(tx, "sending")), ...(await readInState(tx, "queued"))];
}

/** Jobs in this state that can be read; one that cannot is shown as failed, whatever it says of itself. */
export async function readInState(tx: OutboxTransaction, state: JobState): Promise<Job[]> {
  const stored = await tx.objectStore("jobs").index("state").getAll(state);
  return stored.map(storedJob).filter((job) => !isUnreadable(job));
}

export async function readAll(tx: OutboxTransaction): Promise<Job[]> {
  return storedJobs(await tx.objectStore("jobs").getAll());
}

/** What batches have, or had, for the candidates of these jobs, but for what is handed over. */
export async function readBatchJobsOf(tx: OutboxTransaction, jobs: readonly Pick<Job, "target">[]): Promise<Job[]> {
  const candidates = [...new Set(jobs.map(({ target }) => target.candidateId))];
  const index = tx.objectStore("batchJobs").index("candidate");
  return storedJobs((await Promise.all(candidates.map((id) => index.getAll(id)))).flat());
}

/** What cannot have been a job's number is left out: an odd one would make every number after it odd. */
const NUMBERS = () => IDBKeyRange.bound(0, Number.MAX_SAFE_INTEGER - 1);

/**
 * The next number, above all that were given: as large as the time (epoch ms), so that it stands above those of finished
 * batches and of what was cleared, too.
 */
export async function nextSeq(tx: OutboxTransaction, now: number): Promise<number> {
  const last = await tx.objectStore("jobs").index("seq").openKeyCursor(NUMBERS(), "prev");
  return Math.max(last ? Math.floor(last.key) + 1 : 1, Math.floor(now));
}

/** Removes intentions that are carried out now; false when all of them were carried out before. */
export async function endIntentions(tx: OutboxTransaction, ids: readonly string[]): Promise<boolean> {
  const store = tx.objectStore("intentions");
  const there = (await Promise.all(ids.map((id) => store.getKey(id)))).filter((id) => id !== undefined);
  await Promise.all(there.map((id) => store.delete(id)));
  return ids.length === 0 || there.length > 0;
}

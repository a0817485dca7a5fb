import type { IDBPTransaction } from "idb";
import type { Job } from "../../domain/job";
import type { OnDb, QuicktagDb } from "../../storage/db";

/** A transaction over the stores the queue owns. */
export type QueueTransaction = IDBPTransaction<QuicktagDb, ["jobs", "holds"], "readwrite">;

/** The browser could not store what was asked for, most likely because the disk is full, so nothing was sent. */
export class StorageFull extends Error {
  readonly code = "storage-full";
  constructor(cause: unknown) {
    super("The browser could not store the journal", { cause });
    this.name = "StorageFull";
  }
}

/** `strict` waits for the disk itself, so that even a power failure right afterwards forgets nothing. */
export type Durability = "strict" | "relaxed";

/** Runs the body in one read-write transaction: all of it is written when this resolves, or none of it. */
export async function inTransaction<T>(
  onDb: OnDb,
  durability: Durability,
  body: (tx: QueueTransaction) => Promise<T>,
): Promise<T> {
  const tx = await begin(onDb, durability);
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
function begin(onDb: OnDb, durability: Durability): Promise<QueueTransaction> {
  return onDb(async (db) => db.transaction(["jobs", "holds"], "readwrite", { durability })).catch((error) => {
    throw asStorageFull(error);
  });
}

function abort(tx: QueueTransaction): void {
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

export async function readJob(tx: QueueTransaction, id: string): Promise<Job | undefined> {
  return tx.objectStore("jobs").get(id);
}

/** Jobs that are queued or sending. */
export async function readLive(tx: QueueTransaction): Promise<Job[]> {
  const byState = tx.objectStore("jobs").index("state");
  return [...(await byState.getAll("sending")), ...(await byState.getAll("queued"))];
}

export async function nextSeq(tx: QueueTransaction): Promise<number> {
  const last = await tx.objectStore("jobs").index("seq").openKeyCursor(null, "prev");
  return last ? last.key + 1 : 1;
}

import type { IDBPTransaction } from "idb";
import type { Job } from "../../domain/job";
import type { QuicktagDb, WithDb } from "../../storage/db";

/** A transaction over the stores the queue owns. */
export type OutboxTransaction = IDBPTransaction<QuicktagDb, ["jobs", "holds", "intentions"], "readwrite">;

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
  return withDb(async (db) => db.transaction(["jobs", "holds", "intentions"], "readwrite", { durability })).catch(
    (error) => {
      throw asStorageFull(error);
    },
  );
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
  return tx.objectStore("jobs").get(id);
}

/** Jobs that are queued or sending. */
export async function readLive(tx: OutboxTransaction): Promise<Job[]> {
  const byState = tx.objectStore("jobs").index("state");
  return [...(await byState.getAll("sending")), ...(await byState.getAll("queued"))];
}

export async function nextSeq(tx: OutboxTransaction): Promise<number> {
  const last = await tx.objectStore("jobs").index("seq").openKeyCursor(null, "prev");
  return last ? last.key + 1 : 1;
}

/** Removes intentions that are carried out now; false when all of them were carried out before. */
export async function endIntentions(tx: OutboxTransaction, ids: readonly string[]): Promise<boolean> {
  const store = tx.objectStore("intentions");
  const there = (await Promise.all(ids.map((id) => store.getKey(id)))).filter((id) => id !== undefined);
  await Promise.all(there.map((id) => store.delete(id)));
  return ids.length === 0 || there.length > 0;
}

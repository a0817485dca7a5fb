import type { IDBPDatabase, IDBPTransaction } from "idb";
import { additionsIn, migrateBinding, migrateJob, migrateTagList } from "./migrate";

/** Databases of any version: their stores are not those of today's schema. */
export type AnyDb = IDBPDatabase<unknown>;
export type Upgrade = IDBPTransaction<unknown, string[], "versionchange">;
type Step = (db: AnyDb, tx: Upgrade) => void | Promise<void>;

/** Steps from one version to the next, in order; a step is never edited once released. */
const STEPS: readonly Step[] = [
  // 1.0.0
  (db) => {
    const jobs = db.createObjectStore("jobs", { keyPath: "id" });
    jobs.createIndex("state", "state");
    jobs.createIndex("seq", "seq", { unique: true });
    db.createObjectStore("holds", { keyPath: "scope" });
    db.createObjectStore("candidates", { keyPath: "key" }).createIndex("page", "page");
    db.createObjectStore("tags", { keyPath: "integrationId" });
    db.createObjectStore("uses", { keyPath: ["integrationId", "name"] });
    db.createObjectStore("bindings", { keyPath: "key" });
    db.createObjectStore("shapes", { keyPath: "id" });
  },
  (db) => void db.createObjectStore("intentions", { keyPath: "id" }),
  // After 1.0.0: standard names. Known candidates go: what 1.0.0 took for proof of a person was too little.
  async (db, tx) => {
    const patterns = db.createObjectStore("urlPatterns", { keyPath: "id" });
    for (const pattern of await tx.objectStore("shapes").getAll()) await patterns.put(pattern);
    db.deleteObjectStore("shapes");
    const addedAt = additionsIn(await tx.objectStore("jobs").getAll());
    await rewrite(tx, "tags", (stored) => migrateTagList(stored, addedAt));
    await rewrite(tx, "jobs", migrateJob);
    await rewrite(tx, "bindings", migrateBinding);
    await tx.objectStore("candidates").clear();
  },
  // What waits in a batch stands apart, so that the outbox reads only what it is about to send.
  (db) => {
    db.createObjectStore("batches", { keyPath: "id" });
    const jobs = db.createObjectStore("batchJobs", { keyPath: "id" });
    jobs.createIndex("state", ["batch", "target.integrationId", "state"]);
    jobs.createIndex("candidate", "target.candidateId");
  },
];

export const DB_VERSION = STEPS.length;

/**
 * Brings the stores from this version to today's, in the transaction of the upgrade. When anything fails the transaction
 * is undone as a whole: the open rejects, everything is as before, and the next open tries again.
 */
export async function upgrade(db: AnyDb, from: number, tx: Upgrade): Promise<void> {
  // The open itself says when it failed.
  tx.done.catch(() => undefined);
  try {
    for (const step of STEPS.slice(from)) await step(db, tx);
  } catch (error) {
    console.error("Quicktag could not bring what it stored up to date", error);
    abort(tx);
  }
}

/** Puts the new form in the place of each record; null removes it. Null is never a record: all of them have a key path. */
async function rewrite(tx: Upgrade, store: string, migrate: (stored: unknown) => unknown): Promise<void> {
  const all = tx.objectStore(store);
  const keys = await all.getAllKeys();
  for (const [at, stored] of (await all.getAll()).entries()) {
    const migrated = migrate(stored);
    await (migrated === null ? all.delete(keys[at] as IDBValidKey) : all.put(migrated));
  }
}

function abort(tx: Upgrade): void {
  try {
    tx.abort();
  } catch {
    // Already undone by the request that failed.
  }
}

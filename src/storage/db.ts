import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import type { Stores } from "./schema";
import { type AnyDb, DB_VERSION, type Upgrade, upgrade } from "./upgrade";

export { DB_VERSION } from "./upgrade";

export interface QuicktagDb extends DBSchema {
  jobs: { key: string; value: Stores["jobs"]; indexes: { state: string; seq: number } };
  holds: { key: string; value: Stores["holds"] };
  candidates: { key: string; value: Stores["candidates"]; indexes: { page: string } };
  tags: { key: string; value: Stores["tags"] };
  uses: { key: [string, string]; value: Stores["uses"] };
  bindings: { key: string; value: Stores["bindings"] };
  urlPatterns: { key: string; value: Stores["urlPatterns"] };
  intentions: { key: string; value: Stores["intentions"] };
  batches: { key: string; value: Stores["batches"] };
  batchJobs: {
    key: string;
    value: Stores["batchJobs"];
    indexes: { state: [batch: string, integrationId: string, state: string]; candidate: string };
  };
}

export type Db = IDBPDatabase<QuicktagDb>;

export const DB_NAME = "quicktag";

let opened: Promise<Db> | null = null;

/** The open database; one connection a context. */
export function openDb(name = DB_NAME): Promise<Db> {
  if (name !== DB_NAME) return open(name);
  opened ??= open(name).catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Runs something on a database. It must begin with its transaction, for it may be run a second time. */
export type WithDb = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

/**
 * Runs it on the open database. After a write that found the disk full, Chrome closes every connection: then it is run
 * once more on a new one. Rejects when that cannot be had either.
 */
export const withDb: WithDb = async (work) => {
  const db = await openDb();
  try {
    return await work(db);
  } catch (error) {
    if ((error as Error | null)?.name !== "InvalidStateError") throw error;
    await forget(db);
    return work(await openDb());
  }
};

/** The connection is of no use any more; another one may have taken its place already. */
async function forget(db: Db): Promise<void> {
  const current = opened;
  if ((await current?.catch(() => null)) === db && opened === current) opened = null;
}

function open(name: string): Promise<Db> {
  return openDB<QuicktagDb>(name, DB_VERSION, {
    upgrade: (db, from, _to, tx) => void upgrade(db as unknown as AnyDb, from, tx as unknown as Upgrade),
    // Another context holds the old version open. The browser waits for it, and so do we: nothing can be read before.
    blocked: () => console.warn("Quicktag waits for an older page of its own to close its data"),
    blocking: (_current, _blocked, event) => {
      // Another context wants a newer schema: let go, or it would wait for ever.
      (event.target as IDBDatabase).close();
    },
  });
}

/** For tests: forget and delete the database. */
export async function dropDb(name = DB_NAME): Promise<void> {
  if (opened) (await opened).close();
  opened = null;
  await deleteDB(name);
}

import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import type { Stores } from "./schema";

export interface QuicktagDb extends DBSchema {
  jobs: { key: string; value: Stores["jobs"]; indexes: { state: string; seq: number } };
  holds: { key: string; value: Stores["holds"] };
  candidates: { key: string; value: Stores["candidates"]; indexes: { page: string } };
  tags: { key: string; value: Stores["tags"] };
  uses: { key: [string, string]; value: Stores["uses"] };
  bindings: { key: string; value: Stores["bindings"] };
  shapes: { key: string; value: Stores["shapes"] };
  intentions: { key: string; value: Stores["intentions"] };
}

export type Db = IDBPDatabase<QuicktagDb>;

export const DB_NAME = "quicktag";

/** Steps from one version to the next, in order; a step is never edited once released. */
const MIGRATIONS: readonly ((db: Db) => void)[] = [
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
];

export const DB_VERSION = MIGRATIONS.length;

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
    upgrade: (db, from) => {
      for (const migrate of MIGRATIONS.slice(from)) migrate(db);
    },
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

import { readFileSync } from "node:fs";
import { type IDBPDatabase, openDB } from "idb";

/** One object store as it was recorded. */
export interface RecordedStore {
  keyPath: string | string[] | null;
  autoIncrement: boolean;
  indexes: { name: string; keyPath: string; unique: boolean; multiEntry: boolean }[];
  keys: unknown[];
  values: Record<string, unknown>[];
}

export interface RecordedProfile {
  version: string;
  databases: Record<"quicktag" | "quicktag-keyring", { version: number; stores: Record<string, RecordedStore> }>;
  local: Record<string, unknown>;
  session: Record<string, unknown>;
  alarms: { name: string }[];
}

const file = new URL("../../fixtures/profile-1.0.0.json", import.meta.url);

/** What 1.0.0 really stored; a fresh copy at each call. */
export const recorded = (): RecordedProfile => JSON.parse(readFileSync(file, "utf8")) as RecordedProfile;

export const storesOf = ({ databases }: RecordedProfile): Record<string, RecordedStore> => databases.quicktag.stores;

/** Makes the database as 1.0.0 left it, out of the recording, and gives the open connection of that old version. */
export function restore(profile: RecordedProfile, blocking?: (db: IDBPDatabase) => void): Promise<IDBPDatabase> {
  const { version, stores } = profile.databases.quicktag;
  let old: IDBPDatabase | undefined;
  return openDB("quicktag", version, {
    upgrade(db, _from, _to, tx) {
      for (const [name, { keyPath, autoIncrement, indexes }] of Object.entries(stores)) {
        const store = db.createObjectStore(name, { keyPath, autoIncrement });
        for (const { name: index, keyPath: path, ...how } of indexes) store.createIndex(index, path, how);
        for (const value of stores[name]?.values ?? []) void tx.objectStore(name).put(value);
      }
    },
    blocking: () => old && blocking?.(old),
  }).then((db) => {
    old = db;
    return db;
  });
}

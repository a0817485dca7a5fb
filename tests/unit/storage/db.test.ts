import "fake-indexeddb/auto";
import { afterEach, expect, it } from "vitest";
import { DB_NAME, DB_VERSION, dropDb, openDb } from "../../../src/storage/db";

afterEach(() => dropDb());

const STORES = ["bindings", "candidates", "holds", "jobs", "shapes", "tags", "uses"];

it("makes every store where nothing was stored yet", async () => {
  const db = await openDb();
  expect(db.version).toBe(DB_VERSION);
  expect([...db.objectStoreNames].sort()).toEqual(STORES);
  expect([...db.transaction("jobs").store.indexNames].sort()).toEqual(["seq", "state"]);
});

it("keeps what is there when it is opened again", async () => {
  await (await openDb()).put("holds", { scope: "key", failure: null as never, since: 1 });
  (await openDb()).close();
  const again = await openDb(`${DB_NAME}`);
  expect(again.name).toBe(DB_NAME);
});

it("lets go for a newer version, and opens anew afterwards", async () => {
  await openDb();
  const newer = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DB_NAME, DB_VERSION + 1);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("the old connection did not let go"));
  });
  expect(newer.version).toBe(DB_VERSION + 1);
  newer.close();
});

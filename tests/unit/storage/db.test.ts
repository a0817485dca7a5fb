import "fake-indexeddb/auto";
import { afterEach, expect, it, vi } from "vitest";
import { failure } from "../../../src/domain/failure";
import { DB_NAME, DB_VERSION, dropDb, openDb, withDb } from "../../../src/storage/db";
import {
  readBinding,
  readHolds,
  readJobs,
  readKnownOnPage,
  readTagList,
  readUrlPatterns,
  readUses,
} from "../../../src/storage/read";

// No policy: only what is on disk counts here.
vi.mock("../../../src/platform/browser", () => ({ browser: { storage: { local: { get: async () => ({}) } } } }));

afterEach(() => dropDb());

const STORES = [
  "batchJobs",
  "batches",
  "bindings",
  "candidates",
  "holds",
  "intentions",
  "jobs",
  "tags",
  "urlPatterns",
  "uses",
];

it("makes every store where nothing was stored yet", async () => {
  const db = await openDb();
  expect(db.version).toBe(DB_VERSION);
  expect([...db.objectStoreNames].sort()).toEqual(STORES);
  expect([...db.transaction("jobs").store.indexNames].sort()).toEqual(["seq", "state"]);
});

it("goes on with a new connection when the browser closed the old one, as Chrome does when the disk is full", async () => {
  const hold = { scope: "key", failure: failure("key-invalid"), since: 1 };
  await withDb((db) => db.put("holds", hold));
  (await openDb()).close();
  expect(await withDb((db) => db.getAll("holds"))).toEqual([hold]);
  expect(await readHolds()).toEqual([hold]);
});

it("opens one new connection, however many found the old one closed", async () => {
  (await openDb()).close();
  const open = vi.spyOn(indexedDB, "open");
  await Promise.all([1, 2, 3].map(() => withDb((db) => db.getAll("holds"))));
  expect(open).toHaveBeenCalledTimes(1);
  open.mockRestore();
});

it("does not run twice what failed for another reason", async () => {
  let runs = 0;
  const work = () => {
    runs += 1;
    return Promise.reject(new DOMException("full", "QuotaExceededError"));
  };
  await expect(withDb(work)).rejects.toThrow("full");
  expect(runs).toBe(1);
});

it("remembers nothing where the database cannot be opened, and says so of the outbox", async () => {
  const refused = new DOMException("Internal error opening backing store", "UnknownError");
  const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw refused;
  });
  const logged = vi.spyOn(console, "warn").mockImplementation(() => {});
  expect(await readTagList("x")).toBeUndefined();
  expect(await readUses("x")).toEqual([]);
  expect(await readKnownOnPage("https://app.example.com/1")).toEqual([]);
  expect(await readBinding("lever", "x")).toBeUndefined();
  expect(await readUrlPatterns()).toEqual([]);
  await expect(readJobs()).rejects.toBe(refused);
  open.mockRestore();
  logged.mockRestore();
  expect(await readJobs()).toEqual([]);
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

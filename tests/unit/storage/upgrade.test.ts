import "fake-indexeddb/auto";
import { openDB } from "idb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { offeredNames } from "../../../src/domain/tag-list";
import { DB_NAME, DB_VERSION, dropDb, openDb, withDb } from "../../../src/storage/db";
import { additionsIn, migrateJob, migrateTagList } from "../../../src/storage/migrate";
import { readBinding, readHolds, readJobs, readTagList, readUrlPatterns, readUses } from "../../../src/storage/read";
import { type RecordedProfile, recorded, restore, storesOf } from "./recorded";

// No policy: only what is on disk counts here.
vi.mock("../../../src/platform/browser", () => ({ browser: { storage: { local: { get: async () => ({}) } } } }));

afterEach(async () => {
  vi.restoreAllMocks();
  await dropDb();
});

/** The recording lies on disk and nobody has it open. */
async function installed(profile: RecordedProfile = recorded()): Promise<RecordedProfile> {
  (await restore(profile)).close();
  return profile;
}

const valuesOf = (profile: RecordedProfile, store: string) => storesOf(profile)[store]?.values ?? [];

async function rawStores(): Promise<Record<string, unknown[]>> {
  const db = await openDB(DB_NAME);
  const names = [...db.objectStoreNames];
  const all = await Promise.all(names.map((name) => db.getAll(name)));
  db.close();
  return Object.fromEntries(names.map((name, at) => [name, all[at] as unknown[]]));
}

describe("the update from 1.0.0", () => {
  it("carries over everything but the known candidates", async () => {
    const profile = await installed();
    await openDb();
    const now = await rawStores();
    for (const store of ["holds", "uses"]) expect(now[store], store).toEqual(valuesOf(profile, store));
    expect(now.urlPatterns).toEqual(valuesOf(profile, "shapes"));
    const addedAt = additionsIn(valuesOf(profile, "jobs"));
    expect(now.tags).toEqual(valuesOf(profile, "tags").map((one) => migrateTagList(one, addedAt)));
    expect(now.jobs).toEqual(valuesOf(profile, "jobs").map(migrateJob));
    expect(now.bindings).toEqual(valuesOf(profile, "bindings").map((one) => ({ ...one, fromVersion1: true })));
    expect(now.candidates).toEqual([]);
    expect(Object.keys(now)).not.toContain("shapes");
  });

  it("gives each of them through today's readers, unmended", async () => {
    const profile = await installed();
    const jobs = await readJobs();
    expect(jobs.map(({ seq }) => seq)).toEqual(
      valuesOf(profile, "jobs")
        .map(({ seq }) => seq as number)
        .sort((a, b) => a - b),
    );
    expect(jobs).toEqual(
      valuesOf(profile, "jobs")
        .map((one) => migrateJob(one) as { seq: number })
        .sort((a, b) => a.seq - b.seq),
    );
    expect(await readHolds()).toEqual(valuesOf(profile, "holds"));
    expect(await readUrlPatterns()).toEqual(valuesOf(profile, "shapes"));
    for (const { integrationId, names } of valuesOf(profile, "tags")) {
      const list = await readTagList(integrationId as string);
      expect(list && [...offeredNames(list)].sort()).toEqual((names as string[]).sort());
      expect(await readUses(integrationId as string)).toEqual(
        valuesOf(profile, "uses")
          .filter((use) => use.integrationId === integrationId)
          .sort((a, b) => (b.lastUsedAt as number) - (a.lastUsedAt as number)),
      );
    }
    expect(await readBinding("workable", "birch")).toMatchObject({ fromVersion1: true });
  });

  it("leaves the indexes usable under the new words", async () => {
    await installed();
    const states = await withDb((db) => db.getAllFromIndex("jobs", "state", "cancelled"));
    expect(states.length).toBeGreaterThan(0);
    expect(await withDb((db) => db.getAllFromIndex("jobs", "state", "withdrawn"))).toEqual([]);
  });

  it("makes room for batches beside the jobs that were there", async () => {
    const profile = await installed();
    const jobs = valuesOf(profile, "jobs");
    const [first] = await readJobs();
    const row = { ...first!, id: "batch:000001", batch: "batch", state: "queued" as const, row: 1 };
    await withDb((db) => db.put("batchJobs", row));
    const { integrationId, candidateId } = row.target;
    const key = IDBKeyRange.only(["batch", integrationId, "queued"]);
    expect(await withDb((db) => db.getAllFromIndex("batchJobs", "state", key))).toEqual([row]);
    expect(await withDb((db) => db.getAllFromIndex("batchJobs", "candidate", candidateId))).toEqual([row]);
    expect(await withDb((db) => db.getAll("batches"))).toEqual([]);
    // What a batch has is told by its own page.
    expect(await readJobs()).toHaveLength(jobs.length);
    await withDb((db) => db.put("jobs", { ...row, seq: 9999 }));
    expect(await readJobs()).toHaveLength(jobs.length);
  });

  it("fetches a tag list again that is none", async () => {
    const profile = recorded();
    valuesOf(profile, "tags").push({ integrationId: "half" });
    await installed(profile);
    expect(await readTagList("half")).toBeUndefined();
  });

  it("carries over a job with values it does not know, and half a record", async () => {
    const profile = recorded();
    const odd = [
      { id: "odd", seq: 900, state: "paused", uncertain: true, extra: new Date(5) },
      { id: "half" },
      { id: 7, seq: "not a number", state: ["queued"] },
    ];
    valuesOf(profile, "jobs").push(...odd);
    await installed(profile);
    await openDb();
    const { jobs } = await rawStores();
    expect(jobs).toEqual(
      expect.arrayContaining([
        { id: "odd", seq: 900, state: "paused", unanswered: true, extra: new Date(5) },
        { id: "half" },
        { id: 7, seq: "not a number", state: ["queued"] },
      ]),
    );
    const shown = (await readJobs()).filter(({ failure }) => failure?.kind === "entry-unreadable");
    expect(shown).toHaveLength(3);
  });

  it("changes nothing when it comes a second time", async () => {
    await installed();
    (await openDb()).close();
    const first = await rawStores();
    await readJobs();
    expect(await rawStores()).toEqual(first);
  });
});

describe("an update that is interrupted", () => {
  const logged = () => vi.spyOn(console, "error").mockImplementation(() => undefined);

  /** From the nth on, every write fails, as on a full disk; null: never. */
  function writesFailFrom(nth: number): () => number {
    const put = IDBObjectStore.prototype.put;
    let count = 0;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      count += 1;
      if (count >= nth) throw new DOMException("no room", "QuotaExceededError");
      return put.apply(this, given);
    });
    return () => count;
  }

  it("leaves everything as it was, and the next open does it again", async () => {
    const profile = recorded();
    const stores = ["jobs", "bindings", "shapes", "tags"];
    const writes = stores.map((store) => valuesOf(profile, store).length).reduce((sum, count) => sum + count, 0);
    for (let nth = 1; nth <= writes; nth++) {
      await installed(profile);
      const before = await rawStores();
      logged();
      writesFailFrom(nth);
      await expect(openDb(), `write ${nth}`).rejects.toThrow();
      vi.restoreAllMocks();
      const db = await openDB(DB_NAME);
      expect(db.version).toBe(1);
      db.close();
      expect(await rawStores()).toEqual(before);
      const jobs = await readJobs();
      expect(jobs).toHaveLength(valuesOf(profile, "jobs").length);
      await dropDb();
    }
  });

  it("does not end half-way when the browser itself undoes the transaction", async () => {
    await installed();
    const clear = vi.spyOn(IDBObjectStore.prototype, "clear").mockImplementation(function (this: IDBObjectStore) {
      this.transaction.abort();
      throw new DOMException("gone", "AbortError");
    });
    logged();
    await expect(openDb()).rejects.toThrow();
    clear.mockRestore();
    expect((await rawStores()).candidates?.length).toBeGreaterThan(0);
    expect((await openDb()).version).toBe(DB_VERSION);
  });
});

describe("a context that still has the old version open", () => {
  it("lets go when asked, as 1.0.0 does", async () => {
    await restore(recorded(), (db) => db.close());
    expect((await openDb()).version).toBe(DB_VERSION);
  });

  it("is waited for when it does not let go", async () => {
    const old = await restore(recorded());
    const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    let opened = false;
    const opening = openDb().then((db) => {
      opened = true;
      return db;
    });
    await vi.waitFor(() => expect(warned).toHaveBeenCalled());
    // The old one still reads and writes in its own words.
    await old.put("jobs", { ...(valuesOf(recorded(), "jobs")[0] as object), tag: "Written late" });
    expect(opened).toBe(false);
    old.close();
    await opening;
    expect((await readJobs()).map(({ tag }) => tag)).toContain("Written late");
  });

  it("is waited for by all that ask meanwhile, and the update comes once", async () => {
    const old = await restore(recorded());
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const reads = [readJobs(), readHolds(), readUrlPatterns()];
    old.close();
    for (const read of await Promise.all(reads)) expect(read.length).toBeGreaterThan(0);
  });
});

import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";

let local: Record<string, unknown> = {};
vi.mock("../../../src/platform/browser", () => ({
  browser: {
    storage: {
      local: {
        get: async (items: string | string[]) =>
          structuredClone(
            Object.fromEntries([items].flat().flatMap((item) => (item in local ? [[item, local[item]]] : []))),
          ),
        set: async (items: object) => void Object.assign(local, structuredClone(items)),
      },
    },
  },
}));

const KEY = "ks_dev_NotARealKeyAtAll0123456789";
const ORIGIN = "https://api.us.kombo.dev";
/** A new worker: nothing in memory, the same disk. */
const worker = async () => {
  vi.resetModules();
  const apiKey = await import("../../../src/background/account/api-key");
  const { readCredentials } = await import("../../../src/background/account/credentials");
  return { ...apiKey, readCredentials, readApiKey: async () => (await readCredentials()).apiKey };
};

beforeEach(() => {
  local = {};
});

describe("the API key on disk", () => {
  it("comes back in the next worker and stands nowhere in readable form", async () => {
    await (await worker()).storeApiKey(KEY, ORIGIN);
    expect(JSON.stringify(local)).not.toContain(KEY);
    expect(JSON.stringify(local)).not.toContain(btoa(KEY));
    expect(await (await worker()).readApiKey()).toBe(KEY);
  });

  it("is sealed with a wrapping key nobody can export", async () => {
    await (await worker()).storeApiKey(KEY, ORIGIN);
    const request = indexedDB.open("quicktag-keyring", 1);
    const db = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const all = db.transaction("keys").objectStore("keys").getAll();
    const [wrapping] = await new Promise<CryptoKey[]>((resolve) => (all.onsuccess = () => resolve(all.result)));
    db.close();
    expect(wrapping?.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("raw", wrapping as CryptoKey)).rejects.toThrow();
  });

  it("is simply missing when the wrapping key or the ciphertext is lost", async () => {
    expect(await (await worker()).readApiKey()).toBeNull();
    await (await worker()).storeApiKey(KEY, ORIGIN);
    (local.sealedKey as { data: number[] }).data[0] = 0;
    (local.sealedKey as { data: number[] }).data[1] = 0;
    expect(await (await worker()).readApiKey()).toBeNull();
  });

  it("is not called missing when the browser's storage fails", async () => {
    await (await worker()).storeApiKey(KEY, ORIGIN);
    const next = await worker();
    const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("no room", "UnknownError");
    });
    await expect(next.readApiKey()).rejects.toThrow("storage did not answer");
    open.mockRestore();
    expect(await next.readApiKey()).toBe(KEY);
  });

  it("is of no use once the origin it was stored for is changed or taken away", async () => {
    await (await worker()).storeApiKey(KEY, ORIGIN);
    expect(await (await worker()).readCredentials()).toMatchObject({ apiKey: KEY, apiOrigin: ORIGIN });
    const { origin: _, ...without } = local.sealedKey as { origin: string };
    const sameWorker = await worker();
    await sameWorker.readCredentials();
    for (const changed of [
      { ...without, origin: "https://elsewhere.example.com" },
      without,
      { ...without, origin: 1 },
    ]) {
      local.sealedKey = changed;
      expect(await (await worker()).readApiKey()).toBeNull();
      expect(await sameWorker.readApiKey()).toBeNull();
    }
  });

  it("of version 1.0.0, stored without its origin, belongs to the server in the settings", async () => {
    await (await worker()).storeApiKey("another", ORIGIN);
    const request = indexedDB.open("quicktag-keyring", 1);
    const db = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const get = db.transaction("keys").objectStore("keys").get("wrapping");
    const wrapping = await new Promise<CryptoKey>((resolve) => (get.onsuccess = () => resolve(get.result)));
    db.close();
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, wrapping, new TextEncoder().encode(KEY));
    local.sealedKey = { iv: [...iv], data: [...new Uint8Array(data)] };
    const read = await (await worker()).readCredentials();
    expect(read).toMatchObject({ apiKey: KEY, apiOrigin: "https://api.kombo.dev" });
  });

  it("shows a prefix that recognises it and gives it away to nobody", async () => {
    const { keyHint } = await worker();
    expect(keyHint(KEY)).toBe("ks_dev_NotA…");
  });
});

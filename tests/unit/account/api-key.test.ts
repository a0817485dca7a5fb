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
/** A new worker: nothing in memory, the same disk. */
const worker = async () => {
  vi.resetModules();
  const apiKey = await import("../../../src/background/account/api-key");
  const { readCredentials } = await import("../../../src/background/account/credentials");
  return { ...apiKey, readApiKey: async () => (await readCredentials()).apiKey };
};

beforeEach(() => {
  local = {};
});

describe("the API key on disk", () => {
  it("comes back in the next worker and stands nowhere in readable form", async () => {
    await (await worker()).storeApiKey(KEY);
    expect(JSON.stringify(local)).not.toContain(KEY);
    expect(JSON.stringify(local)).not.toContain(btoa(KEY));
    expect(await (await worker()).readApiKey()).toBe(KEY);
  });

  it("is sealed with a wrapping key nobody can export", async () => {
    await (await worker()).storeApiKey(KEY);
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
    await (await worker()).storeApiKey(KEY);
    (local.sealedKey as { data: number[] }).data[0] = 0;
    (local.sealedKey as { data: number[] }).data[1] = 0;
    expect(await (await worker()).readApiKey()).toBeNull();
  });

  it("shows a prefix that recognises it and gives it away to nobody", async () => {
    const { keyHint } = await worker();
    expect(keyHint(KEY)).toBe("ks_dev_NotA…");
  });
});

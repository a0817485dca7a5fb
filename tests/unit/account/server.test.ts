import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import { DEFAULT_SETTINGS, type Server } from "../../../src/domain/settings";

/** The stored key goes to the server it was given for, and to no other: whoever can only change the address must not get it. */
let local: Record<string, unknown> = {};
let full = false;
vi.mock("../../../src/platform/browser", () => ({
  browser: {
    storage: {
      local: {
        get: async (items: string | string[]) =>
          structuredClone(
            Object.fromEntries([items].flat().flatMap((item) => (item in local ? [[item, local[item]]] : []))),
          ),
        set: async (items: object) => {
          // As browsers do it: settings are bigger than a key, so they are what does not fit any more.
          if (full && "settings" in items) throw new Error("QUOTA_BYTES quota exceeded");
          Object.assign(local, structuredClone(items));
        },
      },
    },
    permissions: { contains: async () => true },
    runtime: { getURL: (path: string) => path },
    i18n: { getUILanguage: () => "en" },
    contextMenus: { removeAll: async () => {}, create: (_: unknown, done: () => void) => done() },
    alarms: { create: () => {}, clear: () => {} },
  },
  ownOrigin: () => "",
}));
const { showTexts } = await import("../i18n/show-texts");
showTexts("en");

const { isOtherServer } = await import("../../../src/background/account/access");
const { checkConnection } = await import("../../../src/background/account/connection");
const { saveSettings } = await import("../../../src/background/account/save");
const { storeApiKey } = await import("../../../src/background/account/api-key");
const { accessTo, readCredentials } = await import("../../../src/background/account/credentials");
const { listTags } = await import("../../../src/kombo/read");
const readApiKey = async () => (await readCredentials()).apiKey;

const KEY = "ks_dev_NotARealKeyAtAll0123456789";
const eu: Server = { kind: "eu" };
const elsewhere: readonly Server[] = [
  { kind: "us" },
  { kind: "own", url: "https://kombo.example.com/v1" },
  { kind: "own", url: "https://api.kombo.dev.example.com/v1" },
];
const asked: string[] = [];

beforeEach(async () => {
  local = { settings: { ...DEFAULT_SETTINGS, server: eu } };
  await storeApiKey(KEY, "https://api.kombo.dev");
  asked.length = 0;
  vi.stubGlobal("fetch", async (request: Request | URL | string) => {
    asked.push(request instanceof Request ? request.url : String(request));
    throw new TypeError("no network in this test");
  });
});

it.each(elsewhere)("$kind $url is elsewhere; the stored server, however written, is not", async (server) => {
  expect(await isOtherServer(server)).toBe(true);
  expect(await isOtherServer(eu)).toBe(false);
  expect(await isOtherServer({ kind: "own", url: "https://api.kombo.dev/v1" })).toBe(false);
});

it("never leaves the new key beside the old server when the disk is full", async () => {
  const before = structuredClone(local);
  full = true;
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const answer = await saveSettings({ server: { kind: "us" }, key: `${KEY}x`, integrations: [] });
  full = false;
  logged.mockRestore();
  expect(answer).toEqual({ ok: false, reason: "storage-full" });
  expect(local).toEqual(before);
  expect(await readApiKey()).toBe(KEY);
});

it.each(elsewhere)("the key stays where it belongs although the settings name $kind $url", async (server) => {
  local.settings = { ...DEFAULT_SETTINGS, server };
  const access = await accessTo("greenhouse:HWUTwvyx2wLoSUHphiWVrp28");
  expect(await listTags(access!, {})).toMatchObject({ ok: false, failure: { kind: "key-missing" } });
  const { key } = await checkConnection({ server, integrations: [] });
  expect(key).toMatchObject({ ok: false, failure: { kind: "key-missing" } });
  expect(asked).toEqual([]);
});

it.each(elsewhere)("a check of $kind $url without a key asks nobody", async (server) => {
  const { key } = await checkConnection({ server, integrations: [] });
  expect(key).toMatchObject({ ok: false, failure: { kind: "key-missing" } });
  expect(asked).toEqual([]);
  await checkConnection({ server: eu, integrations: [] });
  expect(asked).toHaveLength(1);
});

it.each(elsewhere)("$kind $url is not stored without the key being pasted again", async (server) => {
  expect(await saveSettings({ server, integrations: [] })).toEqual({ ok: false, reason: "bad-key" });
  expect(local.settings).toMatchObject({ server: eu });
  const fresh = `${KEY}x`;
  expect(await saveSettings({ server, key: fresh, integrations: [] })).toEqual({ ok: true });
  expect(local.settings).toMatchObject({ server });
  expect(await readApiKey()).toBe(fresh);
});

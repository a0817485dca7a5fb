import { beforeEach, expect, it, vi } from "vitest";

let local: Record<string, unknown> = {};
let managed: () => Promise<unknown> = async () => ({});
vi.mock("../../../src/platform/browser", () => ({
  browser: {
    storage: {
      managed: { get: () => managed() },
      local: {
        get: async (items: string | string[]) =>
          structuredClone(
            Object.fromEntries([items].flat().flatMap((item) => (item in local ? [[item, local[item]]] : []))),
          ),
        set: async (items: object) => void Object.assign(local, structuredClone(items)),
        remove: async (item: string) => void delete local[item],
      },
    },
  },
}));
const { parsePolicy } = await import("../../../src/domain/policy/parse");
const parse = vi.fn(parsePolicy);
vi.mock("../../../src/background/load", () => ({ onDemand: async () => ({ parsePolicy: parse }) }));
vi.stubGlobal(
  "BroadcastChannel",
  class {
    postMessage() {}
  },
);
const { takePolicy } = await import("../../../src/background/account/policy");
const { readSettings, readOwnSettings } = await import("../../../src/storage/settings");
const { changeSettings } = await import("../../../src/background/account/settings");

const says = (values: object) => {
  managed = async () => structuredClone(values);
};

beforeEach(() => {
  local = {};
  parse.mockClear();
});

it("takes over what the browser says, and later what it says then", async () => {
  says({ historyDays: 7 });
  expect(await takePolicy()).toBe(true);
  expect(await readSettings()).toMatchObject({ historyDays: 7, locked: ["historyDays"] });
  says({ historyDays: 14, mayCreateTags: false });
  expect(await takePolicy()).toBe(true);
  expect(await readSettings()).toMatchObject({ historyDays: 14, mayCreateTags: false });
  says({});
  expect(await takePolicy()).toBe(true);
  expect(await readSettings()).toMatchObject({ historyDays: 30, mayCreateTags: true, locked: [] });
});

it("reads nothing anew while it stays the same, at a thousand starts of the worker", async () => {
  says({ historyDays: 7 });
  await takePolicy();
  for (let start = 0; start < 1000; start++) expect(await takePolicy()).toBe(false);
  expect(parse).toHaveBeenCalledTimes(1);
});

it("holds the last one until the browser says something", async () => {
  says({ historyDays: 7 });
  await takePolicy();
  managed = () => new Promise(() => {});
  void takePolicy();
  expect(await readSettings()).toMatchObject({ historyDays: 7 });
  managed = () => Promise.reject(new Error("The browser is shutting down"));
  expect(await takePolicy()).toBe(false);
  expect(await readSettings()).toMatchObject({ historyDays: 7 });
});

it("is over when Firefox says that there is none", async () => {
  says({ historyDays: 7 });
  await takePolicy();
  managed = () => Promise.reject(new Error("Managed storage manifest not found"));
  expect(await takePolicy()).toBe(true);
  expect(await readSettings()).toMatchObject({ historyDays: 30 });
});

it("of an earlier version is read anew", async () => {
  says({ historyDays: 7 });
  await takePolicy();
  (local.policy as { version: number }).version = 0;
  expect(await readSettings()).toMatchObject({ historyDays: 30 });
  expect(await takePolicy()).toBe(true);
  expect(await readSettings()).toMatchObject({ historyDays: 7 });
});

it("never gets among the recruiter's own settings", async () => {
  says({ historyDays: 7, mayCreateTags: false, server: { kind: "us" } });
  await takePolicy();
  await changeSettings({ notify: true });
  expect(await readOwnSettings()).toMatchObject({ historyDays: 30, mayCreateTags: true, server: { kind: "eu" } });
  expect(JSON.stringify(local.settings)).not.toContain("tagRules");
});

it("what damage left of a stored policy holds, and the rest comes back with the next look", async () => {
  const all = {
    historyDays: 7,
    mayCreateTags: false,
    tagRules: { forbiddenWords: ["x"] },
    ownDomains: ["example.com"],
  };
  says(all);
  await takePolicy();
  const whole = structuredClone(local.policy) as { values: Record<string, unknown> };
  const before = await readSettings();
  for (const wrong of [null, 7, "garbage", [], {}, [null], { allowed: 1 }]) {
    for (const field of Object.keys(whole.values)) {
      local.policy = { ...whole, values: { ...whole.values, [field]: wrong } };
      const settings = await readSettings();
      for (const other of Object.keys(whole.values).filter((name) => name !== field))
        expect(settings[other as keyof typeof settings]).toEqual(before[other as keyof typeof before]);
      if (JSON.stringify(settings) !== JSON.stringify(before)) await takePolicy();
      if (field !== "ownDomains" || !Array.isArray(wrong)) expect(await readSettings()).toEqual(before);
    }
    local.policy = { ...whole, values: wrong, problems: wrong, defaults: wrong };
    await expect(readSettings()).resolves.toBeDefined();
    await takePolicy();
    local.policy = structuredClone(whole);
  }
});

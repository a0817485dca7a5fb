import { beforeEach, expect, it, vi } from "vitest";

const items = new Map<string, unknown>();
vi.mock("../../../src/platform/browser", () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => (items.has(key) ? { [key]: items.get(key) } : {}),
        set: async (values: object) => {
          for (const [key, value] of Object.entries(values)) items.set(key, value);
        },
        remove: async (key: string) => void items.delete(key),
      },
    },
  },
}));
const { takePrefill, writePrefill } = await import("../../../src/storage/prefill");
const { digest } = await import("../../../src/storage/digest");

const PAGE = "https://app.greenhouse.io/people";
const NOW = 1_000_000;
const intent = { tabId: 7, tag: "Python", link: `${PAGE}/42`, at: NOW };

beforeEach(() => items.clear());

it("counts once, on its tab and page, for half a minute", async () => {
  const stored = { ...intent, page: await digest(PAGE) };
  await writePrefill(stored);
  expect(await takePrefill(8, PAGE, NOW)).toBeNull();
  expect(await takePrefill(7, PAGE, NOW + 29_000)).toEqual(stored);
  expect(await takePrefill(7, PAGE, NOW)).toBeNull();
});

it.each<[string, string | null, number]>([
  ["another page", `${PAGE}?page=2`, NOW],
  ["a page without an address", null, NOW],
  ["half a minute later", PAGE, NOW + 30_000],
  ["before it was made: the clock was set back", PAGE, NOW - 1],
])("does not count on %s", async (_, url, now) => {
  await writePrefill({ ...intent, page: await digest(PAGE) });
  expect(await takePrefill(7, url, now)).toBeNull();
});

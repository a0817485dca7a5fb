import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";

interface Made {
  id: string;
  title: string;
  contexts: string[];
}

/** The browser's menu: an id twice is an error there, and nothing is removed in an instant. */
const menu = new Map<string, Made>();
const errors: string[] = [];
let local: Record<string, unknown> = {};
vi.mock("../../../src/platform/browser", () => ({
  browser: {
    storage: { local: { get: async () => local } },
    runtime: {},
    i18n: { getUILanguage: () => "en" },
    contextMenus: {
      removeAll: async () => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        menu.clear();
      },
      create: (entry: Made, done: () => void) => {
        if (menu.has(entry.id)) errors.push(entry.id);
        menu.set(entry.id, entry);
        done();
      },
    },
  },
}));
const { showTexts } = await import("../i18n/show-texts");
showTexts("en", (key) => key);

const { buildMenus } = await import("../../../src/background/menu/build");
const { withDb } = await import("../../../src/storage/db");
const { entryOf, idOf, setOfKey } = await import("../../../src/background/menu/entry");
const { countUse } = await import("../../../src/background/tags/uses");

const greenhouse = { id: "greenhouse:NorthwindGH0000000000000", connector: "greenhouse", label: "" } as const;
const lever = { id: "lever:LarkspurLever00000000000", connector: "lever", label: "" } as const;
const setUp = (...integrations: object[]) => {
  local = { settings: { ...DEFAULT_SETTINGS, integrations } };
};

beforeEach(async () => {
  menu.clear();
  errors.length = 0;
});

it("never doubles an entry, however many ask for it at once", async () => {
  setUp(greenhouse, lever);
  await Promise.all(Array.from({ length: 5 }, () => buildMenus()));
  expect(errors).toEqual([]);
  const roots = [...menu.values()].filter(({ title }) => title === "menu_tag_candidate");
  expect(roots).toHaveLength(4);
});

it("follows a changed setting", async () => {
  setUp(greenhouse, lever);
  await buildMenus();
  setUp(lever);
  await buildMenus();
  const places = new Set([...menu.keys()].map((id) => JSON.parse(id)[0]));
  expect([...places].sort()).toEqual(["lever", "selection", "toolbar"]);
});

it("shows the recent tags of that ATS's integration only, at most eight, a lone & kept", async () => {
  setUp(greenhouse, lever);
  await countUse(greenhouse.id, ["R&D", ...Array.from({ length: 9 }, (_, at) => `Tag ${at}`)]);
  await buildMenus();
  const tags = [...menu.values()].filter(({ id }) => entryOf(id)?.kind === "tag");
  expect(tags.every(({ id }) => entryOf(id)?.place === "greenhouse")).toBe(true);
  expect(tags.filter(({ id }) => entryOf(id)?.where === "page")).toHaveLength(8);
  await countUse(greenhouse.id, ["R&D"]);
  await buildMenus();
  expect([...menu.values()].some(({ title }) => title === "R&&D")).toBe(true);
});

it("shows learned pages where no known system has its entries already", async () => {
  setUp(greenhouse);
  const learned = { by: "candidate", ats: null, integrationId: greenhouse.id, learnedAt: 1 } as const;
  await withDb(async (db) => {
    await db.put("urlPatterns", { ...learned, id: "1", host: "app.greenhouse.io", path: "/odd/{id}" });
    await db.put("urlPatterns", { ...learned, id: "2", host: "ats.example.org:8443", path: "/people/{id}" });
  });
  await buildMenus();
  const places = new Set([...menu.keys()].map((id) => JSON.parse(id)[0]));
  expect([...places].sort()).toEqual(["ats.example.org:8443", "greenhouse", "selection", "toolbar"]);
});

it("offers the sets of that ATS's integration only, by name, at most five", async () => {
  setUp(greenhouse, lever);
  const set = (at: number) => ({ id: `s${at}`, integrationId: lever.id, name: `Set ${at}`, tags: ["A", "B"] });
  local.tagSets = [...Array.from({ length: 6 }, (_, at) => set(at)), { ...set(9), integrationId: "lever:another" }];
  await buildMenus();
  const sets = [...menu.values()].map(({ id }) => entryOf(id)).filter((entry) => entry?.kind === "set");
  expect(sets.every((entry) => entry?.place === "lever")).toBe(true);
  const onPage = sets.filter((entry) => entry?.where === "page").map((entry) => setOfKey(entry!.tag));
  expect(onPage).toEqual([0, 1, 2, 3, 4].map((at) => ({ integrationId: lever.id, id: `s${at}` })));
});

it("an id carries everything, and a foreign one nothing", () => {
  const entry = { place: "lever", where: "link", kind: "tag", tag: 'A "quoted", tag' } as const;
  expect(entryOf(idOf(entry))).toEqual(entry);
  for (const foreign of ["", "x", "[]", "null", 7, '["lever","elsewhere","tag","A"]', '["lever","page","root",""]']) {
    expect(entryOf(foreign)).toBeNull();
  }
});

it("offers to tag many on the toolbar button, and the candidates listed here on pages of a known ATS", async () => {
  setUp(greenhouse);
  await buildMenus();
  const many = [...menu.values()].filter(({ id }) => entryOf(id)?.kind === "many");
  const known = many.filter(({ id }) => ["toolbar", "greenhouse"].includes(entryOf(id)?.place ?? ""));
  expect(known.map(({ id, contexts }) => [entryOf(id)?.place, contexts?.includes("action")])).toEqual([
    ["toolbar", true],
    ["toolbar", true],
    ["greenhouse", false],
  ]);
});

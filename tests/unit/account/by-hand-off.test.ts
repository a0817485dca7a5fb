import "fake-indexeddb/auto";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { AskBy } from "../../../src/domain/batch/look-up";
import type { BatchPerson } from "../../../src/domain/batch/new-jobs";
import { shown } from "../popup/made";

// A company that wants people found by the page only: whichever message a person's own words come by.

const areas = await vi.hoisted(async () => (await import("../storage/areas")).areas());
vi.mock("../../../src/platform/browser", () => {
  const event = { addListener: () => undefined };
  return {
    ownOrigin: () => "",
    browser: {
      storage: { ...areas, onChanged: event },
      alarms: { create: async () => undefined, clear: async () => true, getAll: async () => [] },
      action: { setBadgeText: async () => undefined, setTitle: async () => undefined },
      contextMenus: { removeAll: async () => undefined, create: () => undefined },
      permissions: { contains: async () => true },
      runtime: {
        getURL: (path: string) => path,
        getPlatformInfo: async () => ({}),
        getContexts: async () => [],
        onMessage: event,
        onConnect: event,
      },
      tabs: { create: async () => undefined },
      i18n: { getMessage: (key: string) => key, getUILanguage: () => "en" },
    },
  };
});
const page = vi.hoisted(() => ({ links: [] as { href: string; text: string }[] }));
vi.mock("../../../src/background/matching/page", async (original) => ({
  ...(await original<object>()),
  callPage: async () => ({
    pageUrl: "https://app.greenhouse.io/people",
    links: page.links,
    told: null,
    loaded: null,
    cut: false,
  }),
}));
vi.mock("../../../src/background/menu/rebuild", () => ({ rebuildMenus: async () => undefined }));
vi.mock("../../../src/background/notify/badge", () => ({ updateBadge: () => undefined }));

const { showTexts } = await import("../i18n/show-texts");
const { handlers } = await import("../../../src/background/handlers");
const { onTagMany } = await import("../../../src/background/menu/many");
const { storeApiKey } = await import("../../../src/background/account/api-key");
const { changeSettings } = await import("../../../src/background/account/settings");
const { outbox } = await import("../../../src/background/outbox/index");
const { withDb } = await import("../../../src/storage/db");
showTexts("en");

const INTEGRATION = "greenhouse:made-up";
const linkTo = (id: number) => `https://app.greenhouse.io/people/${id}`;

/** The company's word, as it was last read. */
const company = (byHand: boolean) =>
  areas.local.set({ policy: { version: 2, raw: "…", values: { byHand }, defaults: [], problems: [] } });

beforeEach(async () => {
  areas.local.items.clear();
  areas.session.items.clear();
  page.links = [];
  asked = 0;
  await storeApiKey("ks_dev_NotARealKeyAtAll0123456789", "https://api.kombo.dev");
  await changeSettings({ integrations: [{ id: INTEGRATION, connector: "greenhouse", label: "" }], keyHint: "ks_…" });
  await company(false);
  for (const store of ["jobs", "batches", "batchJobs"] as const) await withDb((db) => db.clear(store));
  outbox.invalidate();
});

/** What Kombo is asked, and says: nobody has this id. */
let asked = 0;
vi.stubGlobal("fetch", async () => {
  asked += 1;
  return Response.json({ status: "success", data: { results: [], next: null } });
});

/** How often Kombo is asked, and what the page is told. */
const lookUp = async (by: AskBy, values: string[]) => {
  asked = 0;
  const { failure } = await handlers["batch.lookUp"]({ integrationId: INTEGRATION, by, values });
  return { asked, failure: failure?.kind };
};
const ASKED = { asked: 1, failure: undefined };
const REFUSED = { asked: 0, failure: "by-hand-off" };

describe("a list", () => {
  it("is looked up only as far as a page that Quicktag read itself listed it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat({ max: 9999 }), { maxLength: 30 }),
        fc.uniqueArray(fc.nat({ max: 9999 }), { minLength: 1, maxLength: 10 }),
        async (listed, wanted) => {
          areas.session.items.clear();
          page.links = listed.map((id) => ({ href: linkTo(id), text: "Ada" }));
          await onTagMany(1);
          const isAll = wanted.every((id) => listed.includes(id));
          expect(await lookUp("candidate", wanted.map(String))).toEqual(isAll ? ASKED : REFUSED);
          expect(await lookUp("email", ["ada@example.com"])).toEqual(REFUSED);
          expect(await lookUp("kombo", wanted.map(String))).toEqual(REFUSED);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("is looked up whatever it holds where the company says nothing", async () => {
    await company(true);
    for (const by of ["candidate", "application", "kombo", "email"] as const)
      expect(await lookUp(by, ["ada@example.com"])).toEqual(ASKED);
  });

  const batch = (count: number) => ({
    id: "b",
    operation: "add" as const,
    integrationIds: [INTEGRATION],
    tags: ["Fair"],
    people: count,
    jobs: count,
    rows: count,
    skipped: [],
  });
  const person = (reference: BatchPerson["reference"]): BatchPerson => ({
    row: 1,
    integrationId: INTEGRATION,
    candidate: { id: "c1", remoteId: "42", name: "Ada Example", tags: [] },
    reference,
    asOf: Date.now(),
    tags: [{ name: "Fair", create: false }],
  });
  const typed = { ats: "greenhouse" as const, tenant: null, lookups: [{ by: "candidate" as const, value: "42" }] };

  it("that was looked up before the company switched it off is not written down, nor begun", async () => {
    await company(true);
    expect(await handlers["batch.create"]({ batch: batch(1), newTags: [], noted: [] })).toMatchObject({
      refused: null,
    });
    await company(false);
    const refused = { ok: false, refused: "by-hand-off" };
    expect(await handlers["batch.add"]({ id: "b", from: 0, people: [person(typed)] })).toEqual(refused);
    await company(true);
    expect(await handlers["batch.add"]({ id: "b", from: 0, people: [person(typed)] })).toMatchObject({ ok: true });
    await company(false);
    expect(await handlers["batch.move"]({ id: "b", move: "start" })).toEqual({ ok: false });
    expect(await handlers["batch.begin"]({ id: "b", noted: [] })).toEqual(refused);
    expect(await withDb((db) => db.count("batchJobs"))).toBe(0);
  });
});

describe("one person", () => {
  it.each(["ada@example.com", "4242", linkTo(4242), "Ada Example"])("is not found by hand: %s", async (text) => {
    expect(await handlers["candidate.byHand"]({ text, tabId: null })).toMatchObject({
      failure: { kind: "by-hand-off" },
    });
    expect(asked).toBe(0);
  });

  it("who was found by hand before it was switched off gets no tag, and loses none", async () => {
    const found = shown({ matchedBy: "hand", integrationId: INTEGRATION });
    const refused = { ok: false, because: "refused", reason: "by-hand-off" };
    expect(await handlers["tags.apply"]({ shown: found, tags: [{ name: "Fair", create: false }] })).toEqual(refused);
    expect(await handlers["tags.remove"]({ shown: found, tag: "Berlin" })).toEqual(refused);
    expect(await outbox.all()).toEqual([]);
  });
});

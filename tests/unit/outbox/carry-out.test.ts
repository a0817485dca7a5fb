import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FindResult } from "../../../src/domain/find";
import type { Intention } from "../../../src/domain/intention";
import { shown } from "../popup/made";

const areas = await vi.hoisted(async () => (await import("../storage/areas")).areas());

vi.mock("../../../src/platform/browser", () => {
  const event = { addListener: () => undefined };
  return {
    ownOrigin: () => "",
    browser: {
      storage: { ...areas, onChanged: event },
      alarms: { create: async () => undefined, clear: async () => true, getAll: async () => [] },
      runtime: { getURL: (path: string) => path, onMessage: event, onConnect: event },
    },
  };
});
const page = vi.hoisted(() => ({ result: null as FindResult | null, linked: null as FindResult | null }));
vi.mock("../../../src/background/matching/by-tab", () => ({ findInTab: async () => page.result }));
vi.mock("../../../src/background/matching/by-link", () => ({ findByLink: async () => page.linked }));

const { applyTags } = await import("../../../src/background/outbox/apply");
const { carryOutIntentions } = await import("../../../src/background/outbox/carry-out");
const { findLinkForPopup } = await import("../../../src/background/matching/recent-finds");
const { addIntention, takeIntentions } = await import("../../../src/background/outbox/intention-store");
const { changeSettings } = await import("../../../src/background/account/settings");
const { emptyTagList } = await import("../../../src/domain/tag-list");
const { changeTagList } = await import("../../../src/background/tags/tag-store");
const { withDb } = await import("../../../src/storage/db");
const { writeNumbers } = await import("../../../src/storage/numbers");
const { readJobs } = await import("../../../src/storage/read");

const INTEGRATION = "greenhouse:made-up";
const URL_OF_ADA = "https://app.greenhouse.io/people/42";
const LINK = "https://app.greenhouse.io/people/44";
const ada = shown({ pageUrl: URL_OF_ADA });

/** The names written, and what is held with why. */
async function carryOut() {
  const held: Intention[] = [];
  await carryOutIntentions(applyTags, async (some) => void held.push(...some));
  const names = (await readJobs()).map(({ tag }) => tag);
  return { names, held: held.map(({ tag, held }) => [tag.name ?? tag.typed, held]) };
}

const enter = (tag: Partial<Intention["tag"]>, link?: string) =>
  addIntention({
    id: crypto.randomUUID(),
    owner: "closed",
    tabId: 7,
    pageUrl: URL_OF_ADA,
    ...(link !== undefined && { link }),
    tag: { typed: "", name: null, ...tag },
  });

beforeEach(async () => {
  areas.session.items.clear();
  page.result = { kind: "found", shown: ada };
  await withDb(async (db) => {
    for (const store of ["jobs", "intentions", "tags", "uses"] as const) await db.clear(store);
  });
  await changeSettings({ integrations: [{ id: INTEGRATION, connector: "greenhouse", label: "" }] });
  await list(Date.now(), "Python", "Referral", "Front  End");
});

const list = (syncedAt: number, ...names: string[]) =>
  changeTagList(INTEGRATION, () => ({ ...emptyTagList(INTEGRATION), ids: names, names, syncedAt }));

describe("what was entered in a popup that is closed", () => {
  it("is written when it is the name of an existing tag, spelt as that tag", async () => {
    await enter({ typed: "front end" });
    await enter({ typed: "pyt", name: "Python" });
    expect(await carryOut()).toEqual({ names: ["Front  End", "Python"], held: [] });
  });

  it("waits for a person when it is only the beginning of one, or followed by arrow keys", async () => {
    await enter({ typed: "pyth" });
    await enter({ typed: "Python", isOpen: true });
    expect(await carryOut()).toEqual({
      names: [],
      held: [
        ["pyth", "no-such-tag"],
        ["Python", "no-such-tag"],
      ],
    });
  });

  it("waits for a person once somebody else is signed in", async () => {
    const relay = "https://tags.example.com";
    const signIn = {
      relay,
      issuer: "https://id.example.com",
      clientId: "quicktag",
      scopes: ["openid"],
      audience: relay,
      token: "access" as const,
      authorizationEndpoint: "https://id.example.com/authorize",
      tokenEndpoint: "https://id.example.com/token",
      revocationEndpoint: null,
      subject: "ada",
      user: "ada",
    };
    await changeSettings({ server: { kind: "relay", url: relay }, signIn });
    await enter({ typed: "Python" });
    await changeSettings({ signIn: { ...signIn, subject: "ben", user: "ben" } });
    await enter({ typed: "Referral" });
    expect(await carryOut()).toEqual({ names: ["Referral"], held: [["Python", "other-user"]] });
    await changeSettings({ server: { kind: "eu" }, signIn: null });
  });

  it("means by a number the tag that has it in this session", async () => {
    await writeNumbers(INTEGRATION, ["Referral", "Python"]);
    await enter({ digit: 2 });
    expect(await carryOut()).toEqual({ names: ["Python"], held: [] });
  });

  it("means by a number nobody saw a tag only a person may send, and names it", async () => {
    await withDb((db) => db.put("uses", { integrationId: INTEGRATION, name: "Python", count: 1, lastUsedAt: 1 }));
    await enter({ digit: 1 });
    await enter({ digit: 9 });
    expect(await carryOut()).toEqual({
      names: [],
      held: [
        ["Python", "no-number"],
        ["", "no-number"],
      ],
    });
  });

  it("means by a number what is pinned there, a tag or a whole set", async () => {
    await writeNumbers(INTEGRATION, ["Referral"]);
    areas.local.items.set("tagSets", [
      { id: "s", integrationId: INTEGRATION, name: "Done", tags: ["Python", "Referral"] },
      { id: "t", integrationId: INTEGRATION, name: "Broken", tags: ["Python", "Gone"] },
    ]);
    const pins = [
      { kind: "tag", name: "Front  End" },
      { kind: "set", id: "s" },
      { kind: "set", id: "t" },
    ];
    areas.local.items.set("pins", { [INTEGRATION]: pins });
    await enter({ digit: 1 });
    await enter({ digit: 2 });
    await enter({ digit: 3 });
    await enter({ typed: "Broken", set: "t" });
    const held = [
      ["", "no-such-tag"],
      ["Broken", "no-such-tag"],
    ];
    expect(await carryOut()).toEqual({ names: ["Front  End", "Python", "Referral"], held });
    expect((await readJobs()).map(({ set }) => set)).toEqual([undefined, "Done", "Done"]);
    areas.local.items.delete("pins");
    areas.local.items.delete("tagSets");
  });

  it("never means by a number a tag the list has lost", async () => {
    await writeNumbers(INTEGRATION, ["Deleted"]);
    await enter({ digit: 1 });
    expect(await carryOut()).toEqual({ names: [], held: [["Deleted", "no-number"]] });
  });

  it("waits when no list has vouched for the tag within a day", async () => {
    await list(Date.now() - 60 * 24 * 3600_000, "Python");
    await enter({ typed: "Python" });
    expect(await carryOut()).toEqual({ names: [], held: [["Python", "no-such-tag"]] });
  });

  it("of an earlier browser session waits, and holds back nothing entered now", async () => {
    await enter({ typed: "Python" });
    areas.session.items.clear();
    await enter({ typed: "Referral" });
    expect(await carryOut()).toEqual({ names: ["Referral"], held: [["Python", "restarted"]] });
  });

  it("over a link is for that link's candidate, not the page's", async () => {
    const bob = { ...ada.candidate, id: "kombo-bob", name: "Bob Example" };
    page.linked = { kind: "found", shown: { ...ada, candidate: bob } };
    await findLinkForPopup({ tabId: 7, link: LINK });
    await enter({ typed: "Python" }, LINK);
    expect(await carryOut()).toEqual({ names: ["Python"], held: [] });
    expect((await readJobs()).map(({ target }) => target.candidateId)).toEqual(["kombo-bob"]);
  });

  it("over a link nobody looked up any more waits, and the page's next popup shows it", async () => {
    await findLinkForPopup({ tabId: 7, link: `${LINK}9` });
    await enter({ typed: "Python" }, LINK);
    expect(await carryOut()).toEqual({ names: [], held: [["Python", "not-sure"]] });
    expect(await takeIntentions(URL_OF_ADA, "next", `${LINK}9`)).toEqual([]);
    expect((await takeIntentions(URL_OF_ADA, "next")).map(({ tag }) => tag.typed)).toEqual(["Python"]);
  });

  it("is handed to the page's next popup, and to the one that entered it only once it is held", async () => {
    await enter({ typed: "Python" });
    expect(await takeIntentions(URL_OF_ADA, "closed")).toEqual([]);
    expect((await takeIntentions(URL_OF_ADA, "next")).map(({ tag }) => tag.typed)).toEqual(["Python"]);
    page.result = { kind: "unreadable-page" };
    await enter({ typed: "Referral" });
    await carryOut();
    expect((await takeIntentions(URL_OF_ADA, "closed")).map(({ tag }) => tag.typed)).toEqual(["Referral"]);
  });

  it.each<[string, FindResult]>([
    ["not-sure", { kind: "found", shown: { ...ada, certainty: { level: "ask", reason: "nothing-to-compare" } } }],
    ["not-sure", { kind: "unreadable-page" }],
    ["page-changed", { kind: "found", shown: { ...ada, pageUrl: "https://app.greenhouse.io/people/43" } }],
  ])("waits, %s", async (reason, result) => {
    page.result = result;
    await enter({ typed: "Python" });
    expect(await carryOut()).toEqual({ names: [], held: [["Python", reason]] });
  });
});

import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { API_KEY, INTEGRATIONS, type Person, type SandboxIntegration } from "../../../sandbox/data";
import { type Sandbox, startSandbox } from "../../../sandbox/server";
import { pageUrls } from "../../../sandbox/sites";
import { CASES } from "../../../src/ats/cases";
import type { PageFacts } from "../../../src/domain/facts";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import { POLICY_VERSION } from "../../../src/storage/policy";

const local: Record<string, unknown> = {};
/** The tab: its address as far as the browser gives it, and what its page would answer. */
const tab: { url: string | undefined; facts: Partial<PageFacts>; injected: number } = {
  url: "",
  facts: {},
  injected: 0,
};
vi.mock("../../../src/platform/browser", () => ({
  ownOrigin: () => "",
  browser: {
    storage: { local: { get: async () => local, set: async (items: object) => Object.assign(local, items) } },
    permissions: { contains: async () => true },
    runtime: { sendMessage: async () => {} },
    tabs: { get: async () => ({ url: tab.url }) },
    scripting: {
      executeScript: async ({ func }: { func?: unknown }) => {
        tab.injected += 1;
        if (!func) return [];
        const page = { urlBefore: tab.url, urlAfter: tab.url, title: "", text: "", emails: [], declared: {} };
        return [{ result: { ...page, ...tab.facts } }];
      },
    },
  },
}));
const { storeApiKey } = await import("../../../src/background/account/api-key");
const { findForPopup } = await import("../../../src/background/matching/recent-finds");
const { knownSiteOf } = await import("../../../src/background/matching/known-site");
const { withDb } = await import("../../../src/storage/db");

const of = (connector: string) => INTEGRATIONS.find((one) => one.connector === connector) as SandboxIntegration;
const [greenhouse, workday, workable, odoo] = ["greenhouse", "workday", "workable", "odoo"].map(of) as [
  SandboxIntegration,
  SandboxIntegration,
  SandboxIntegration,
  SandboxIntegration,
];
const [ada, second, third] = greenhouse.people as [Person, Person, Person];
const nameOf = ({ firstName, lastName }: Person) => `${firstName} ${lastName}`;
const pageOf = (person: Person): Partial<PageFacts> => ({
  title: `${nameOf(person)} - Greenhouse`,
  text: nameOf(person),
  headings: [nameOf(person)],
  emails: person.emails.map((address) => ({ address, place: "mailto" as const, candidateLike: true })),
});

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  const integrations = INTEGRATIONS.filter((one, at, all) => all.findIndex((x) => x.connector === one.connector) === at)
    .filter(({ connector }) => connector !== "greenhousev3")
    .map(({ id, connector }) => ({ id, connector, label: "" }));
  local.settings = { ...DEFAULT_SETTINGS, integrations, server: { kind: "own", url: `${sandbox.httpUrl}/v1` } };
  await storeApiKey(API_KEY, sandbox.httpUrl);
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.control.log.clear();
  tab.injected = 0;
  await withDb((db) =>
    Promise.all((["candidates", "bindings", "urlPatterns"] as const).map((store) => db.clear(store))),
  );
});

function follow(url: string | undefined, facts: Partial<PageFacts> = {}) {
  Object.assign(tab, { url, facts });
  return findForPopup({ tabId: 7, following: true });
}
const sent = () => sandbox.control.log.requests.map(({ path, query }) => `${path} ${JSON.stringify(query)}`);
const urlOf = (company: SandboxIntegration, person: Person) => pageUrls(company.id).candidate(person)[0] as string;

describe("following a tab", () => {
  it("finds by the certain id, asked for once however often the page changes", async () => {
    for (let n = 0; n < 3; n++) {
      const result = await follow(urlOf(greenhouse, ada), pageOf(ada));
      expect(result).toMatchObject({
        kind: "found",
        shown: { candidate: { id: ada.komboId }, certainty: { level: "sure" } },
      });
    }
    expect(sandbox.control.log.requests.map(({ query }) => query.remote_ids)).toEqual([ada.remoteId]);
  });

  it("does not send the id of somebody Kombo does not know twice, and no e-mail instead", async () => {
    const nobody = "https://app.greenhouse.io/people/99887766";
    for (let n = 0; n < 3; n++) {
      expect(await follow(nobody, pageOf(second))).toEqual({ kind: "waits-for-key", because: "not-by-id" });
    }
    expect(sandbox.control.log.requests.map(({ query }) => query)).toEqual([
      expect.objectContaining({ remote_ids: "99887766" }),
    ]);
    // With a key the e-mail finds her.
    Object.assign(tab, { url: nobody, facts: pageOf(second) });
    await findForPopup({ tabId: 7 });
    expect(sent().join()).toContain(second.emails[0]);
  });

  it("reads and sends nothing where the company does not want it, whatever a page still asks for", async () => {
    local.policy = { values: { following: false }, defaults: [], problems: [], version: POLICY_VERSION, raw: "{…}" };
    const url = urlOf(greenhouse, ada);
    expect(await follow(url, pageOf(ada))).toEqual({ kind: "waits-for-key", because: "by-policy" });
    expect(await knownSiteOf(7)).toBeNull();
    expect([tab.injected, sent()]).toEqual([0, []]);
    // A key still finds her.
    expect(await findForPopup({ tabId: 7 })).toMatchObject({ kind: "found" });
    delete local.policy;
    expect(await knownSiteOf(7)).not.toBeNull();
  });

  it("keeps the certainty of the popup: a page that shows somebody else is refused", async () => {
    const result = await follow(urlOf(greenhouse, third), { ...pageOf(ada), declared: { name: [nameOf(ada)] } });
    const byKey = await findForPopup({ tabId: 7 });
    expect(result.kind).toBe(byKey.kind);
    expect(result.kind).not.toBe("waits-for-key");
  });

  it.each([
    ["an e-mail", workday],
    ["an id worked out from the address", workable],
  ])("sends nothing where only %s would find the candidate", async (_, company) => {
    const [person] = company.people as [Person];
    expect(await follow(urlOf(company, person), pageOf(person))).toEqual({
      kind: "waits-for-key",
      because: "not-by-id",
    });
    expect(sent()).toEqual([]);
  });

  it("knows somebody again who was found by an e-mail, and sends nothing for it", async () => {
    const [person] = workday.people as [Person];
    const url = urlOf(workday, person);
    Object.assign(tab, { url, facts: pageOf(person) });
    const byKey = await findForPopup({ tabId: 7 });
    expect(byKey).toMatchObject({ kind: "found", shown: { candidate: { id: person.komboId } } });
    sandbox.control.log.clear();
    expect(await follow(url, pageOf(person))).toMatchObject({
      kind: "found",
      shown: { candidate: { id: person.komboId } },
    });
    expect(sent()).toEqual([]);
  });

  it("follows a learned page by the id in its place", async () => {
    const integrationId = greenhouse.id;
    await withDb((db) =>
      db.put("urlPatterns", {
        id: "x",
        host: "ats.example.com",
        path: "/c/{id}",
        by: "candidate",
        ats: null,
        integrationId,
        learnedAt: 1,
      }),
    );
    const result = await follow(`https://ats.example.com/c/${second.remoteId}`, pageOf(second));
    expect(result).toMatchObject({ kind: "found", shown: { candidate: { id: second.komboId } } });
    expect(await follow("https://ats.example.com/report/123456", {})).toEqual({
      kind: "waits-for-key",
      because: "not-by-id",
    });
    expect(sandbox.control.log.requests).toHaveLength(1);
  });

  it("runs nothing in pages of other sites, of systems that are not set up, and on a host nobody confirmed", async () => {
    const own =
      pageUrls(odoo.id).ownDomain?.(odoo.people[0] as Person) ??
      "https://erp.example.com/odoo/recruitment-applications/7";
    for (const url of ["https://news.example.com/people/42", "https://mail.google.com/", own]) {
      expect(await follow(url, pageOf(ada))).toEqual({ kind: "waits-for-key", because: "other-site" });
    }
    expect(await follow(undefined)).toEqual({ kind: "waits-for-key", because: "no-access" });
    expect(tab.injected).toBe(0);
    expect(sent()).toEqual([]);
  });

  it("offers a permission for known sites only, one host", async () => {
    tab.url = urlOf(greenhouse, ada);
    expect(await knownSiteOf(7)).toBe(`https://${new URL(tab.url).hostname}/*`);
    for (const url of ["https://news.example.com/people/42", "chrome://settings/", undefined]) {
      tab.url = url;
      expect(await knownSiteOf(7)).toBeNull();
    }
  });

  it("sends no e-mail, no doubtful id and no search, whatever page of whatever system is open", async () => {
    const urls = Object.values(CASES).flatMap((cases) => cases.map(({ url, facts }) => ({ url, facts: facts ?? {} })));
    const everybody = INTEGRATIONS.flatMap(({ people }) => people);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...urls), fc.constantFrom(...everybody), async ({ url, facts }, person) => {
        sandbox.control.log.clear();
        await follow(url, { ...pageOf(person), ...facts });
        for (const { method, path, query } of sandbox.control.log.requests) {
          expect(method).toBe("GET");
          expect(JSON.stringify(query)).not.toContain("@");
          expect(path).toMatch(/\/(candidates|applications)$/);
          // One id a request, and never more than the address and the page name for certain.
          expect(String(query.remote_ids ?? query.ids ?? "").split(",")).toHaveLength(1);
        }
        expect(sandbox.control.log.requests.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});

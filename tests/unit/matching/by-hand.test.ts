import "fake-indexeddb/auto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { API_KEY, INTEGRATIONS, type SandboxIntegration } from "../../../sandbox/data";
import { type Sandbox, startSandbox } from "../../../sandbox/server";
import { pageUrls } from "../../../sandbox/sites";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";

/** What the browser holds for the extension; the rest of by hand runs as it is. */
const local: Record<string, unknown> = {};
vi.mock("../../../src/platform/browser", () => ({
  ownOrigin: () => "",
  browser: {
    storage: { local: { get: async () => local, set: async (items: object) => Object.assign(local, items) } },
    permissions: { contains: async () => true },
    runtime: { sendMessage: async () => {} },
  },
}));
const { storeApiKey } = await import("../../../src/background/account/api-key");
const { findByHand } = await import("../../../src/background/matching/by-hand");
const { withDb } = await import("../../../src/storage/db");

const of = (connector: string) => INTEGRATIONS.find((one) => one.connector === connector) as SandboxIntegration;
const greenhouse = of("greenhouse");
const onlyfy = of("onlyfy");
const ada = greenhouse.people[0]!;
const link = pageUrls(greenhouse.id).candidate(ada)[0]!;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  const integrations = [greenhouse, onlyfy].map(({ id, connector }) => ({ id, connector, label: "" }));
  local.settings = { ...DEFAULT_SETTINGS, integrations, server: { kind: "own", url: `${sandbox.httpUrl}/v1` } };
  await storeApiKey(API_KEY, sandbox.httpUrl);
});
afterAll(() => sandbox.stop());

const find = (text: string, integrationId: string | undefined = greenhouse.id) =>
  findByHand({ text, tabId: null, ...(integrationId && { integrationId }) });
const isAda = {
  kind: "found",
  shown: { candidate: { id: ada.komboId }, certainty: { level: "ask", reason: "by-hand" } },
};

describe("a person named by hand", () => {
  it.each([
    ["a link", link],
    [
      "a link behind a mail filter",
      `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05`,
    ],
    ["a link in Markdown", `[Ada](${link}),`],
    ["an address with a name", `${ada.firstName} <${ada.emails[0]}>`],
    ["an id with its label", `Candidate ID: ${ada.remoteId}`],
    ["an application's id", `#${ada.applicationRemoteId}`],
    ["Kombo's id", ` ${ada.komboId}\u200b`],
  ])("is found by %s, and always asked about", async (_, text) => {
    expect(await find(text)).toMatchObject(isAda);
  });

  it("is searched in the link's own system, whatever else is set up", async () => {
    expect(await find(link, undefined)).toMatchObject(isAda);
  });

  it("is not in Kombo only where something was asked for", async () => {
    expect(await find("999999999")).toMatchObject({ kind: "not-in-kombo" });
    expect(await find("nobody@example.com")).toMatchObject({ kind: "not-in-kombo" });
  });

  it("is found by an address whose form was learned", async () => {
    const href = `https://ats.unknown.example/people/${ada.remoteId}`;
    expect(await find(href)).toMatchObject({ kind: "not-understood", because: "unknown-link" });
    const pattern = { host: "ats.unknown.example", path: "/people/{id}", id: "x", by: "candidate" as const };
    const entry = { ...pattern, ats: null, integrationId: greenhouse.id, learnedAt: 1 };
    await withDb((db) => db.put("urlPatterns", entry));
    expect(await find(href)).toMatchObject(isAda);
  });
});

describe("what names nobody", () => {
  it.each([
    [`${ada.firstName} ${ada.lastName}`, "name", null],
    ["ada@example.com, ben@example.com", "several", null],
    ["???", "words", null],
    ["\u200b", "words", null],
    ["https://app.greenhouse.io/dashboard", "no-candidate-link", "greenhouse"],
    ["https://juniper.onlyfy.io/candidates/abc/list", "page-needed", "onlyfy"],
    ["https://juniper.onlyfy.io/candidates/77/list", "page-needed", "onlyfy"],
    ["https://juniper.onlyfy.io/candidate/4711?tab=profile", "page-needed", "onlyfy"],
    ["https://example.com/people/42", "unknown-link", null],
  ])("%j is %s, without a request", async (text, because, ats) => {
    const before = sandbox.control.log.requests.length;
    expect(await find(text)).toEqual({ kind: "not-understood", because, ats });
    expect(sandbox.control.log.requests.length).toBe(before);
  });
});

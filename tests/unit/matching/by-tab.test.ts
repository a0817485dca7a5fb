import "fake-indexeddb/auto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { API_KEY, INTEGRATIONS, type Person, type SandboxIntegration } from "../../../sandbox/data";
import { type Sandbox, startSandbox } from "../../../sandbox/server";
import { pageUrls } from "../../../sandbox/sites";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";

/** What the browser holds for the extension, and the page in its tab, which never answers; the rest runs as it is. */
const local: Record<string, unknown> = {};
let open = "";
vi.mock("../../../src/platform/browser", () => ({
  ownOrigin: () => "",
  browser: {
    storage: { local: { get: async () => local, set: async (items: object) => Object.assign(local, items) } },
    permissions: { contains: async () => true },
    runtime: { sendMessage: async () => {} },
    tabs: { get: async () => ({ url: open }) },
    scripting: { executeScript: () => new Promise(() => {}) },
  },
}));
const { storeApiKey } = await import("../../../src/background/account/api-key");
const { findInTab } = await import("../../../src/background/matching/by-tab");

const of = (connector: string) => INTEGRATIONS.find((one) => one.connector === connector) as SandboxIntegration;
const companies = ["greenhouse", "onlyfy", "odoo"].map(of);
const [greenhouse, onlyfy, odoo] = companies as [SandboxIntegration, SandboxIntegration, SandboxIntegration];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  const integrations = companies.map(({ id, connector }) => ({ id, connector, label: "" }));
  local.settings = { ...DEFAULT_SETTINGS, integrations, server: { kind: "own", url: `${sandbox.httpUrl}/v1` } };
  await storeApiKey(API_KEY, sandbox.httpUrl);
});
afterAll(() => sandbox.stop());

const urlOf = (company: SandboxIntegration) => pageUrls(company.id).candidate(company.people[0] as Person)[0]!;
const find = (url: string) => {
  open = url;
  return findInTab({ tabId: 1 });
};

describe("a page that does not answer", () => {
  it("leaves the candidate whom the address names, asked about, and says that it was not read", async () => {
    const start = performance.now();
    const result = await find(urlOf(greenhouse));
    expect(result).toMatchObject({
      kind: "found",
      shown: {
        candidate: { id: greenhouse.people[0]!.komboId },
        certainty: { level: "ask", reason: "nothing-to-compare" },
        pageUnread: true,
      },
    });
    // Two seconds of patience with the page, and one request.
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("is not said to show nobody where only the page can tell", async () => {
    expect(await find(urlOf(onlyfy))).toEqual({ kind: "no-candidate", ats: "onlyfy", filling: true });
  });

  it("is nobody's where the address is a list's", async () => {
    expect(await find(pageUrls(odoo.id).list)).toEqual({ kind: "no-candidate", ats: "odoo" });
  });
});

describe("a host that may only look like Odoo", () => {
  it("is sent nothing about before the button", async () => {
    sandbox.control.log.clear();
    expect(await find("https://evil.example/odoo/hr.applicant/77")).toMatchObject({
      kind: "unknown-page",
      searchable: true,
    });
    expect(sandbox.control.log.requests).toEqual([]);
  });
});

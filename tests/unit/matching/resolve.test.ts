import "fake-indexeddb/auto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { API_KEY, INTEGRATIONS, type Person, type SandboxIntegration } from "../../../sandbox/data";
import { type Sandbox, startSandbox } from "../../../sandbox/server";
import { remember } from "../../../src/background/matching/known-candidates";
import type { LookupContext } from "../../../src/background/matching/lookup";
import { resolve } from "../../../src/background/matching/resolve";
import { evidenceOf } from "../../../src/domain/agreement";
import type { LookUp } from "../../../src/domain/candidate";

vi.mock("../../../src/platform/browser", () => ({ browser: {}, ownOrigin: () => "" }));

let sandbox: Sandbox;
const of = (connector: string) => INTEGRATIONS.find((one) => one.connector === connector) as SandboxIntegration;
const greenhouse = of("greenhouse");
const workday = of("workday");
const [ada, second] = greenhouse.people as [Person, Person];
const [nia, other] = workday.people as [Person, Person];
const nameOf = (one: Person) => `${one.firstName} ${one.lastName}`;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
let turn = 0;
beforeEach(() => {
  sandbox.control.reset();
  turn += 1;
});

/** Each test asks for a tenant of its own, so that no cache of another one answers. */
function context(company: SandboxIntegration, lookups: LookUp[], text: string): LookupContext {
  return {
    reference: { ats: company.connector as "greenhouse", tenant: `tenant-${turn}`, lookups },
    integration: { id: company.id, connector: company.connector, label: "" },
    access: {
      apiKey: API_KEY,
      apiOrigin: sandbox.httpUrl,
      serverUrl: `${sandbox.httpUrl}/v1`,
      integrationId: company.id,
    },
    others: [],
    evidence: evidenceOf({ text }),
    matchedBy: null,
    boundTo: null,
    isOldBinding: false,
    isPicked: false,
    isTrustedHost: true,
    tabId: 1,
    pageTitle: "",
    pageUrl: "https://page.example.test/",
    rule: null,
  };
}
const ask = (company: SandboxIntegration, lookups: LookUp[], text: string) => resolve(context(company, lookups, text));
const byEmail = (person: Person): LookUp => ({ by: "email", value: person.emails[0]! });

describe("resolving who a page means", () => {
  it("refuses Kombo's candidate when the page shows somebody else", async () => {
    const lookups: LookUp[] = [{ by: "candidate", value: ada.remoteId }];
    const page = { ...context(greenhouse, lookups, ""), evidence: evidenceOf({ names: ["Some Other"] }) };
    const result = await resolve(page);
    expect(result).toMatchObject({ kind: "refused", shown: { nameHidden: true, candidate: { name: "" } } });
  });

  it("asks when the page seems to show somebody else without saying so", async () => {
    const result = await ask(greenhouse, [{ by: "candidate", value: ada.remoteId }], "Some Other\na long page");
    expect(result).toMatchObject({ kind: "found", shown: { certainty: { level: "ask" } } });
  });

  it("takes a derived id only when the page agrees", async () => {
    const derived: LookUp = { by: "candidate", value: ada.remoteId, needsPageMatch: true };
    expect((await ask(greenhouse, [derived], "Somebody Different")).kind).toBe("not-in-kombo");
    const agreed = await ask(greenhouse, [derived], `Profile of ${nameOf(ada)}`);
    expect(agreed).toMatchObject({ kind: "found", shown: { candidate: { id: ada.komboId } } });
  });

  it("lets the recruiter choose among several people of one page", async () => {
    const result = await ask(workday, [byEmail(nia), byEmail(other)], `${nameOf(nia)} and ${nameOf(other)}`);
    expect(result.kind === "several" && result.choices.length).toBe(2);
  });

  it("asks for addresses among notes only when the likely ones bring nobody", async () => {
    await ask(workday, [byEmail(nia), { ...byEmail(other), secondary: true }], `${nameOf(nia)} and ${nameOf(other)}`);
    expect(sandbox.control.log.requests.map(({ query }) => query.email)).toEqual([nia.emails[0]]);
  });

  it("never answers the next page from the cache of another one that shares an address", async () => {
    const shared: LookUp = { by: "email", value: "recruiter@example.org" };
    const text = `${nameOf(nia)} ${nameOf(other)}`;
    const one = await ask(workday, [shared, byEmail(nia)], text);
    const next = await ask(workday, [shared, byEmail(other)], text);
    expect(one).toMatchObject({ kind: "found", shown: { candidate: { id: nia.komboId } } });
    expect(next).toMatchObject({ kind: "found", shown: { candidate: { id: other.komboId } } });
  });

  it("answers from the cache while fresh, and refreshes a stale answer behind", async () => {
    const lookups: LookUp[] = [{ by: "candidate", value: second.remoteId }];
    await ask(greenhouse, lookups, nameOf(second));
    sandbox.control.log.clear();
    const cached = await ask(greenhouse, lookups, nameOf(second));
    expect(cached.kind).toBe("found");
    expect(sandbox.control.log.requests).toEqual([]);
    if (cached.kind !== "found") throw new Error("nobody");
    await remember({ ...cached.shown, asOf: 0 }, false);
    const stale = await ask(greenhouse, lookups, nameOf(second));
    expect(stale).toMatchObject({ kind: "found", shown: { asOf: 0 } });
    await sandbox.control.log.waitFor(({ path }) => path.endsWith("/candidates"));
  });
});

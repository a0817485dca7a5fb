import { expect, it, vi } from "vitest";
import { requesterIn } from "../../../src/domain/requester";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/domain/settings";
import type { SignedIn } from "../../../src/domain/sign-in";
import { NO_TAG_RULES } from "../../../src/domain/tag-rules/rules";
import { GREENHOUSE, job } from "./make";

vi.mock("../../../src/platform/browser", () => ({ browser: { permissions: { contains: async () => true } } }));
let settings: Settings = DEFAULT_SETTINGS;
vi.mock("../../../src/background/account/credentials", () => ({
  readCredentials: async () => ({ settings, apiKey: "ks_dev_made_up", apiOrigin: "https://api.kombo.dev" }),
  accessFor: (_: unknown, integrationId: string) => ({
    integrationId,
    apiKey: "ks_dev_made_up",
    apiOrigin: "https://api.kombo.dev",
    serverUrl: "https://api.kombo.dev/v1",
  }),
}));
const { createSender } = await import("../../../src/background/outbox/kombo-sender");

const asked = vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response('{"status":"success"}'));
const sender = createSender(async () => undefined);
const integrations = [{ id: GREENHOUSE, connector: "greenhouse" as const, label: "" }];

it.each([
  [{ tagRules: { ...NO_TAG_RULES, forbiddenWords: ["python"] } }, {}, "tag-forbidden"],
  [{ tagRules: { ...NO_TAG_RULES, allowed: { names: ["Other"], prefixes: [] } } }, {}, "tag-not-allowed"],
  [{ mayCreateTags: false, locked: ["mayCreateTags"] }, { createsTag: true }, "tag-not-yours"],
])("a rule that came while a tag waited holds: %j", async (change, part, kind) => {
  asked.mockClear();
  settings = { ...DEFAULT_SETTINGS, integrations, ...change };
  expect(await sender.send(job(part))).toMatchObject({ ok: false, answered: true, failure: { kind } });
  expect(asked).not.toHaveBeenCalled();
  settings = { ...DEFAULT_SETTINGS, integrations };
  expect(await sender.send(job(part))).toMatchObject({ ok: true });
  expect(asked).toHaveBeenCalledOnce();
});

const RELAY = "https://tags.example.com";
const signInOf = (subject: string): SignedIn => ({
  relay: RELAY,
  issuer: "https://id.example.com",
  clientId: "quicktag",
  scopes: ["openid"],
  audience: RELAY,
  token: "access",
  authorizationEndpoint: "https://id.example.com/authorize",
  tokenEndpoint: "https://id.example.com/token",
  revocationEndpoint: null,
  subject,
  user: `${subject}@example.com`,
});
const HERE: Record<string, Partial<Settings>> = {
  key: {},
  ada: { server: { kind: "relay", url: RELAY }, signIn: signInOf("ada") },
  // The same name at another provider is somebody else.
  "other ada": {
    server: { kind: "relay", url: RELAY },
    signIn: { ...signInOf("ada"), issuer: "https://id.example.org" },
  },
  ben: { server: { kind: "relay", url: RELAY }, signIn: signInOf("ben") },
};
const names = Object.keys(HERE);

it.each(names.flatMap((asker) => names.map((here) => [asker, here] as const)))(
  "what was asked for as %s is sent as nobody else: now %s",
  async (asker, here) => {
    asked.mockClear();
    settings = { ...DEFAULT_SETTINGS, integrations, ...HERE[here] };
    const requester = requesterIn({ ...DEFAULT_SETTINGS, ...HERE[asker] });
    const answer = await sender.send(job({ ...(requester && { requestedBy: requester }) }));
    if (asker === here) expect(answer).toMatchObject({ ok: true });
    else expect(answer).toMatchObject({ ok: false, answered: true, failure: { kind: "other-user" } });
    expect(asked).toHaveBeenCalledTimes(asker === here ? 1 : 0);
  },
);

it("a preference of one's own, changed while a tag waited, takes nothing back", async () => {
  asked.mockClear();
  settings = { ...DEFAULT_SETTINGS, integrations, mayCreateTags: false };
  expect(await sender.send(job({ createsTag: true }))).toMatchObject({ ok: true });
  expect(asked).toHaveBeenCalledOnce();
});

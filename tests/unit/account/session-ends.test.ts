import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import type { SignedIn } from "../../../src/domain/sign-in";
import { POLICY_VERSION } from "../../../src/storage/policy";

let local: Record<string, unknown> = {};
vi.mock("../../../src/platform/browser", () => ({
  browser: {
    identity: {
      getRedirectURL: () => "https://extension.chromiumapp.org/",
      launchWebAuthFlow: async (): Promise<string> => {
        throw new Error("User interaction required.");
      },
    },
    storage: {
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
vi.stubGlobal(
  "BroadcastChannel",
  class {
    postMessage() {}
  },
);

const RELAY = "https://tags.example.com";
const by = (user: string): SignedIn => ({
  relay: RELAY,
  issuer: "https://id.example.com",
  clientId: "quicktag",
  scopes: ["openid"],
  audience: RELAY,
  token: "access",
  authorizationEndpoint: "https://id.example.com/authorize",
  tokenEndpoint: "https://id.example.com/token",
  revocationEndpoint: null,
  subject: user,
  user,
});

beforeEach(() => {
  local = {};
  vi.resetModules();
  vi.stubGlobal("fetch", async () =>
    Response.json({ access_token: "renewed-of-ada", refresh_token: "next-of-ada", expires_in: 3600 }),
  );
});

const TOKENS = { bearer: "token", refreshToken: null, expiresAt: Date.now() + 3_600_000 };

/** Renews Ada's session and, at the moment its new tokens are sealed, lets something else happen. */
async function renewAndMeanwhile(
  meanwhile: (session: typeof import("../../../src/background/account/session")) => void,
) {
  const session = await import("../../../src/background/account/session");
  const { readCredentials } = await import("../../../src/background/account/credentials");
  await session.startSession(by("ada"), { bearer: "of-ada", refreshToken: "refresh-of-ada", expiresAt: 0 });
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  let other: unknown;
  const spy = vi.spyOn(crypto.subtle, "encrypt").mockImplementationOnce(async (...given) => {
    other = meanwhile(session);
    const sealed = await encrypt(...given);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return sealed;
  });
  await readCredentials();
  await other;
  spy.mockRestore();
  return readCredentials();
}

it("signing out while renewed tokens are sealed leaves no token behind", async () => {
  const after = await renewAndMeanwhile((session) => session.endSession());
  expect(local.sealedSession).toBeUndefined();
  expect(after).toMatchObject({ apiKey: null, missing: "signed-out" });
});

it("somebody who signs in while another's tokens are sealed works with their own", async () => {
  const after = await renewAndMeanwhile((session) =>
    session.startSession(by("bob"), { bearer: "of-bob", refreshToken: null, expiresAt: Date.now() + 3_600_000 }),
  );
  expect(after).toMatchObject({ apiKey: "of-bob" });
});

it("a token that was left behind is not used once nobody is signed in", async () => {
  const session = await import("../../../src/background/account/session");
  const { readCredentials } = await import("../../../src/background/account/credentials");
  await session.startSession(by("ada"), { bearer: "of-ada", refreshToken: null, expiresAt: Date.now() + 3_600_000 });
  (local.settings as { signIn: unknown }).signIn = null;
  expect(await readCredentials()).toMatchObject({ apiKey: null, missing: "signed-out" });
});

it("no API key is left in the browser once somebody signed in for a relay", async () => {
  const { storeApiKey, unseal } = await import("../../../src/background/account/api-key");
  const { startSession } = await import("../../../src/background/account/session");
  const { changeSettings } = await import("../../../src/background/account/settings");
  await storeApiKey("ks_prod_0123456789", "https://api.kombo.dev");
  await changeSettings({ keyHint: "ks_prod_0123…" });
  const sealed = structuredClone(local.sealedKey);
  const decrypt = vi.spyOn(crypto.subtle, "decrypt");
  expect(await startSession(by("ada@example.com"), TOKENS)).toBe(true);
  expect("sealedKey" in local).toBe(false);
  expect(local.settings).toMatchObject({ keyHint: null, server: { kind: "relay", url: RELAY } });
  // Nor in memory: whoever put the item back would have to decrypt it anew.
  await unseal(sealed);
  expect(decrypt).toHaveBeenCalledOnce();
  decrypt.mockRestore();
});

it("no session is left once a key took its place", async () => {
  const { saveSettings } = await import("../../../src/background/account/save");
  const { startSession } = await import("../../../src/background/account/session");
  await startSession(by("ada@example.com"), TOKENS);
  expect(await saveSettings({ server: { kind: "eu" }, key: "ks_prod_0123456789", integrations: [] })).toEqual({
    ok: true,
  });
  expect(local.sealedSession).toBeUndefined();
  expect(local.settings).toMatchObject({ signIn: null });
});

it("a session whose tokens might be good for another relay is not begun, and not used without the policy", async () => {
  const { startSession } = await import("../../../src/background/account/session");
  const { readCredentials } = await import("../../../src/background/account/credentials");
  const unbound = { ...by("ada@example.com"), audience: "https://other.example" };
  expect(await startSession(unbound, TOKENS)).toBe(false);
  expect(local.sealedSession).toBeUndefined();
  const { version, raw } = { version: POLICY_VERSION, raw: "{…}" };
  const values = { server: { kind: "relay", url: RELAY } };
  local.policy = { values, defaults: [], problems: [], version, raw };
  expect(await startSession(unbound, TOKENS)).toBe(true);
  expect(await readCredentials()).toMatchObject({ apiKey: "token" });
  // The policy names another relay, or none, from now on: what it vouched for is over.
  local.policy = { values: { server: { kind: "eu" } }, defaults: ["server"], problems: [], version, raw };
  expect(await readCredentials()).toMatchObject({ apiKey: null, missing: "signed-out" });
});

it("signing out takes the refresh token back at the provider", async () => {
  const asked: [string, string][] = [];
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    asked.push([url.href, String(init.body)]);
    return new Response();
  });
  const { startSession, endSession } = await import("../../../src/background/account/session");
  const revocationEndpoint = "https://id.example.com/revoke";
  await startSession({ ...by("ada"), revocationEndpoint }, { ...TOKENS, refreshToken: "refresh-of-ada" });
  await endSession();
  expect(local.sealedSession).toBeUndefined();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked).toEqual([
    [revocationEndpoint, "token=refresh-of-ada&token_type_hint=refresh_token&client_id=quicktag"],
  ]);
  // Where it has no such place nobody is asked.
  await startSession(by("ada"), { ...TOKENS, refreshToken: "another" });
  await endSession();
  expect(asked).toHaveLength(1);
});

it("another person who signs in does not tag on behalf of the one before", async () => {
  const { startSession, endSession } = await import("../../../src/background/account/session");
  const { changeSettings } = await import("../../../src/background/account/settings");
  const { readSettings } = await import("../../../src/storage/settings");
  await startSession(by("ada@example.com"), TOKENS);
  await changeSettings({
    workEmail: "ada@example.com",
    onBehalfOf: [{ integrationId: "greenhouse:a", userRemoteId: "7", name: "Ada" }],
  });
  await endSession();
  await startSession(by("bob@example.com"), TOKENS);
  expect((await readSettings()).onBehalfOf).toEqual([]);
});

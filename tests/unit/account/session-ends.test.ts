import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import type { SignedIn } from "../../../src/domain/sign-in";

let local: Record<string, unknown> = {};
vi.mock("../../../src/platform/browser", () => ({
  browser: {
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
  tokenEndpoint: "https://id.example.com/token",
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

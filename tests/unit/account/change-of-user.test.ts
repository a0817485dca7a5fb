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
const tokens = { bearer: "token", refreshToken: null, expiresAt: Date.now() + 3_600_000 };

beforeEach(() => {
  local = {};
});

it("another person who signs in does not tag on behalf of the one before", async () => {
  const { startSession, endSession } = await import("../../../src/background/account/session");
  const { changeSettings } = await import("../../../src/background/account/settings");
  const { readSettings } = await import("../../../src/storage/settings");
  await startSession(by("ada@example.com"), tokens);
  await changeSettings({
    workEmail: "ada@example.com",
    onBehalfOf: [{ integrationId: "greenhouse:a", userRemoteId: "7", name: "Ada" }],
  });
  await endSession();
  await startSession(by("bob@example.com"), tokens);
  expect((await readSettings()).onBehalfOf).toEqual([]);
});

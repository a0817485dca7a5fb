import "fake-indexeddb/auto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { SignedIn } from "../../../src/domain/sign-in";

let local: Record<string, unknown> = {};
let full = false;
/** What was on the disk when the token endpoint answered, and after each write. */
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
        set: async (items: object) => {
          if (full) throw new Error("QUOTA_BYTES quota exceeded");
          Object.assign(local, structuredClone(items));
        },
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
const HOUR = 3_600_000;

/** A token endpoint with rotating refresh tokens: one that is used twice ends the session. */
let provider: Server;
let asked: URLSearchParams[] = [];
let current = "refresh-0";
let answer: { status: number; body: string } | null = null;
let beforeAnswer: () => Promise<void> = async () => {};

beforeAll(async () => {
  provider = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    asked.push(form);
    await beforeAnswer();
    const right = form.get("refresh_token") === current;
    current = right ? `refresh-${asked.length}` : "over";
    const good = { access_token: `access-${asked.length}`, refresh_token: current, expires_in: 3600 };
    const said = answer ?? {
      status: right ? 200 : 400,
      body: JSON.stringify(right ? good : { error: "invalid_grant" }),
    };
    response.writeHead(said.status, { "content-type": "application/json" }).end(said.body);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => provider.once("listening", resolve));
});
afterAll(() => void provider.close());
beforeEach(() => {
  local = {};
  full = false;
  asked = [];
  current = "refresh-0";
  answer = null;
  beforeAnswer = async () => {};
});

const by = (): SignedIn => ({
  relay: RELAY,
  issuer: "https://id.example.com",
  clientId: "quicktag",
  scopes: ["openid", "tag"],
  audience: RELAY,
  token: "access",
  authorizationEndpoint: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/authorize`,
  tokenEndpoint: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/token`,
  revocationEndpoint: null,
  subject: "user-ada",
  user: "ada@example.com",
});

/** A new worker: nothing in memory, the same disk. */
const worker = async () => {
  vi.resetModules();
  const session = await import("../../../src/background/account/session");
  const { readCredentials } = await import("../../../src/background/account/credentials");
  return { ...session, readCredentials, bearer: async () => (await readCredentials()).apiKey };
};

const signedIn = async (left: number, refreshToken: string | null = "refresh-0") => {
  const one = await worker();
  await one.startSession(by(), { bearer: "access-0", refreshToken, expiresAt: Date.now() + left });
  return one;
};

it("gives the token to its relay, and lies on the disk in no readable form", async () => {
  await signedIn(HOUR);
  expect(JSON.stringify(local)).not.toMatch(/access-0|refresh-0/);
  const next = await worker();
  expect(await next.readCredentials()).toMatchObject({ apiKey: "access-0", apiOrigin: RELAY });
  expect(asked).toEqual([]);
});

it("is renewed before its end, once however many ask, and the new tokens are on disk before they are used", async () => {
  const one = await signedIn(30_000);
  const all = await Promise.all(Array.from({ length: 20 }, () => one.bearer()));
  expect(new Set(all)).toEqual(new Set(["access-1"]));
  expect(asked.map((form) => Object.fromEntries(form))).toEqual([
    { grant_type: "refresh_token", refresh_token: "refresh-0", client_id: "quicktag", scope: "openid tag" },
  ]);
  // The worker after this one has the same, and asks nobody.
  expect(await (await worker()).bearer()).toBe("access-1");
  expect(asked).toHaveLength(1);
});

it("keeps new tokens that cannot be written, and writes them the next time", async () => {
  const one = await signedIn(30_000);
  full = true;
  await expect(one.bearer()).rejects.toThrow("QUOTA");
  full = false;
  expect(await one.bearer()).toBe("access-1");
  expect(asked).toHaveLength(1);
});

it("has ended when the provider says so, and asks it no more", async () => {
  const one = await signedIn(-1, "stolen");
  expect(await one.readCredentials()).toMatchObject({ apiKey: null, missing: "signed-out" });
  expect(await one.readCredentials()).toMatchObject({ apiKey: null, missing: "signed-out" });
  expect(asked).toHaveLength(1);
});

it.each([
  [503, "{}"],
  [500, "<html>"],
  [429, '{"error":"slow_down"}'],
  [200, "<html>a portal</html>"],
  [200, '{"token":"other"}'],
])("goes on trying when the provider answers %i %s", async (status, body) => {
  const one = await signedIn(-1);
  answer = { status, body };
  expect(await one.readCredentials()).toMatchObject({ apiKey: null, missing: "sign-in-unreachable" });
  answer = null;
  current = "refresh-0";
  expect(await one.bearer()).toMatch(/^access-/);
});

it("lasts to its end where there is nothing to renew it with", async () => {
  expect(await (await signedIn(30_000, null)).bearer()).toBe("access-0");
  expect(await (await signedIn(-1, null)).readCredentials()).toMatchObject({ apiKey: null, missing: "signed-out" });
});

it("is another relay's business never", async () => {
  await signedIn(HOUR);
  const settings = local.settings as { server: { url: string } };
  settings.server.url = "https://tags.example.org";
  expect(await (await worker()).readCredentials()).toMatchObject({ apiKey: null, missing: "signed-out" });
});

it("sends its refresh token only where it came from, whatever the settings say", async () => {
  await signedIn(-1);
  (local.settings as { signIn: { tokenEndpoint: string } }).signIn.tokenEndpoint = "https://evil.example/token";
  expect(await (await worker()).bearer()).toBe("access-1");
});

it("a refused token is replaced by another one or by none", async () => {
  const one = await signedIn(HOUR);
  expect(await one.tokenInPlaceOf("access-0", by())).toBe("access-1");
  expect(await one.bearer()).toBe("access-1");
  const other = await signedIn(HOUR, null);
  expect(await other.tokenInPlaceOf("access-0", by())).toBeNull();
  expect(await other.readCredentials()).toMatchObject({ missing: "signed-out" });
});

it("signing out while it is renewed leaves nothing behind", async () => {
  const one = await signedIn(-1);
  beforeAnswer = () => one.endSession();
  expect(await one.readCredentials()).toMatchObject({ apiKey: null, missing: "signed-out" });
  expect(local.sealedSession).toBeUndefined();
});

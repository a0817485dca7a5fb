import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { beforeEach, expect, it, vi } from "vitest";
import type { SignedIn, SignInPlace } from "../../../src/domain/sign-in";
import { POLICY_VERSION } from "../../../src/storage/policy";

let local: Record<string, unknown> = {};
/** What the provider's page answers: an address it leads back to, or an error of the browser. */
let page: (asked: URL) => string | Error;
let windows: { url: URL; interactive: boolean }[] = [];
vi.mock("../../../src/platform/browser", () => ({
  browser: {
    identity: {
      getRedirectURL: () => "https://extension.chromiumapp.org/",
      launchWebAuthFlow: async ({ url, interactive }: { url: string; interactive: boolean }) => {
        windows.push({ url: new URL(url), interactive });
        const answer = page(new URL(url));
        if (typeof answer !== "string") throw answer;
        return answer;
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
const by = (token: SignInPlace["token"] = "access"): SignedIn => ({
  relay: RELAY,
  issuer: "https://id.example.com",
  clientId: "quicktag",
  scopes: ["openid", "tag"],
  audience: RELAY,
  token,
  authorizationEndpoint: "https://id.example.com/authorize",
  tokenEndpoint: "https://id.example.com/token",
  revocationEndpoint: null,
  subject: "user-ada",
  user: "ada@example.com",
});

const jwt = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.x`;

/** The provider: who it knows in this browser, and how it answers at its token endpoint. */
let known = "user-ada";
let forms: URLSearchParams[] = [];
let reachable = true;
let tokens: (form: URLSearchParams) => Response;
const leadBack = (asked: URL, more: Record<string, string> = {}) => {
  const back = new URL(asked.searchParams.get("redirect_uri") ?? "");
  const state = asked.searchParams.get("state") ?? "";
  for (const [name, value] of Object.entries({ code: "code", state, ...more })) back.searchParams.set(name, value);
  return back.href;
};
const idToken = () => jwt({ sub: known, nonce: windows.at(-1)?.url.searchParams.get("nonce"), iat: 1, exp: 3601 });

beforeEach(async () => {
  local = {};
  windows = [];
  forms = [];
  known = "user-ada";
  page = leadBack;
  tokens = () => Response.json({ access_token: "access-2", id_token: idToken(), expires_in: 3600 });
  vi.resetModules();
  reachable = true;
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    if (!reachable) throw new TypeError("Failed to fetch");
    if (url.pathname.startsWith("/.well-known/")) return Response.json({});
    const form = new URLSearchParams(String(init.body));
    forms.push(form);
    return tokens(form);
  });
});

const worker = async () => {
  vi.resetModules();
  const session = await import("../../../src/background/account/session");
  const { signInSilently } = await import("../../../src/background/account/sign-in-silently");
  const { readCredentials } = await import("../../../src/background/account/credentials");
  session.renewSilentlyBy(signInSilently);
  return { ...session, readCredentials };
};

const ended = async (token: SignInPlace["token"] = "access", refreshToken: string | null = null) => {
  const one = await worker();
  if (token === "id") policyNamesTheRelay();
  await one.startSession(by(token), { bearer: "token-1", refreshToken, expiresAt: Date.now() - 1 });
  return one;
};

function policyNamesTheRelay() {
  const values = { server: { kind: "relay", url: RELAY } };
  local.policy = { values, defaults: [], problems: [], version: POLICY_VERSION, raw: "{…}" };
}

it("without a refresh token the provider is asked without showing anything, and with a proof of who asks", async () => {
  const one = await ended();
  expect(await one.readCredentials()).toMatchObject({ apiKey: "access-2" });
  const [{ url, interactive }] = windows as [(typeof windows)[0]];
  expect(interactive).toBe(false);
  expect(url.searchParams.get("prompt")).toBe("none");
  expect(url.searchParams.get("redirect_uri")).toBe("https://extension.chromiumapp.org/id.example.com");
  const verifier = forms[0]?.get("code_verifier") ?? "";
  expect(verifier.length).toBeGreaterThan(42);
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  expect(url.searchParams.get("code_challenge")).toBe(challenge);
  // Kept: the next worker needs no other.
  expect(await (await worker()).readCredentials()).toMatchObject({ apiKey: "access-2" });
  expect(windows).toHaveLength(1);
});

it.each<[string, () => void]>([
  [
    "whom the provider does not know any more",
    () => {
      page = (asked) => leadBack(asked, { code: "" });
    },
  ],
  [
    "whose page would have to be shown",
    () => {
      page = () => new Error("User interaction required.");
    },
  ],
  [
    // What Chrome says of a page with an error's status.
    "whom the provider refuses with an error",
    () => {
      page = () => new Error("Authorization page could not be loaded.");
    },
  ],
  [
    "whose place another person has taken",
    () => {
      known = "user-bob";
    },
  ],
  [
    "whose answer is another's",
    () => {
      page = (asked) => leadBack(asked, { state: "other" });
    },
  ],
  [
    "whose answer names another issuer",
    () => {
      page = (asked) => leadBack(asked, { iss: "https://evil.example" });
    },
  ],
  [
    "whose answer is for another address",
    () => {
      page = (asked) => leadBack(asked).replace("id.example.com", "x");
    },
  ],
  [
    "whose code is refused",
    () => {
      tokens = () => Response.json({ error: "invalid_grant" }, { status: 400 });
    },
  ],
])("somebody %s has to sign in, and the provider is asked once", async (_, change) => {
  change();
  const one = await ended();
  expect(await one.readCredentials()).toMatchObject({ apiKey: null, missing: "signed-out" });
  expect(await one.readCredentials()).toMatchObject({ missing: "signed-out" });
  expect(await (await worker()).readCredentials()).toMatchObject({ missing: "signed-out" });
  expect(windows).toHaveLength(1);
});

it("a provider that cannot be reached is asked again later", async () => {
  page = () => new Error("Authorization page could not be loaded.");
  reachable = false;
  const one = await ended();
  expect(await one.readCredentials()).toMatchObject({ missing: "sign-in-unreachable" });
  page = leadBack;
  reachable = true;
  expect(await one.readCredentials()).toMatchObject({ apiKey: "access-2" });
});

it("a refresh token that has ended is followed by the same", async () => {
  tokens = (form) =>
    form.get("grant_type") === "refresh_token"
      ? Response.json({ error: "invalid_grant" }, { status: 400 })
      : Response.json({ access_token: "access-2", id_token: idToken(), refresh_token: "next", expires_in: 3600 });
  const one = await ended("access", "old");
  expect(await one.readCredentials()).toMatchObject({ apiKey: "access-2" });
});

it("an id token is asked for anew where a renewal brings none", async () => {
  let fresh = "";
  tokens = (form) => {
    if (form.get("grant_type") === "refresh_token") return Response.json({ access_token: "a", refresh_token: "next" });
    fresh = idToken();
    return Response.json({ access_token: "a", id_token: fresh });
  };
  const one = await ended("id", "old");
  expect(await one.readCredentials()).toMatchObject({ apiKey: fresh });
});

it("a refresh token that came with nothing usable is kept: the one before is worth nothing", async () => {
  let broken = true;
  tokens = () =>
    broken
      ? Response.json({ refresh_token: "next" })
      : Response.json({ access_token: "access-2", refresh_token: "after", expires_in: 3600 });
  const one = await ended("access", "old");
  expect(await one.readCredentials()).toMatchObject({ missing: "sign-in-unreachable" });
  broken = false;
  expect(await (await worker()).readCredentials()).toMatchObject({ apiKey: "access-2" });
  expect(forms.map((form) => form.get("refresh_token"))).toEqual(["old", "next"]);
  expect(windows).toEqual([]);
});

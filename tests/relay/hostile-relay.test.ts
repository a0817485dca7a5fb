import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { SignInPlace } from "../../src/domain/sign-in";
import { ADA, EXTENSION, relayForTests } from "./support/relay";
import { walk } from "./support/sign-in";

/** What the window of the browser does: goes through the pages as Ada, until one leads back to the extension. */
let opened: string[] = [];
vi.mock("../../src/platform/browser", () => ({
  browser: {
    identity: {
      getRedirectURL: () => `https://${EXTENSION}.chromiumapp.org/`,
      launchWebAuthFlow: async ({ url }: { url: string }) => {
        opened.push(url);
        return walk(url, `https://${EXTENSION}.chromiumapp.org/`, ADA.id);
      },
    },
  },
}));
const { signIn } = await import("../../src/options/sign-in/flow");
const { readWellKnown } = await import("../../src/options/sign-in/well-known");

const relay = relayForTests();

/** A relay, and an identity provider, that somebody was talked into typing in. What it was told is what it has collected. */
let hostile: string;
let said: Record<string, unknown> = {};
let discovery: Record<string, unknown> = {};
let leadsTo: (asked: URL) => string = () => "";
let collected: string[] = [];
const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "", hostile);
  if (url.pathname === "/.well-known/quicktag") return void response.end(JSON.stringify(said));
  if (url.pathname === "/.well-known/openid-configuration")
    return void response.setHeader("content-type", "application/json").end(JSON.stringify(discovery));
  if (url.pathname === "/authorize") return void response.writeHead(302, { location: leadsTo(url) }).end();
  collected.push(await bodyOf(request));
  response.writeHead(400).end("{}");
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  hostile = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
beforeEach(() => {
  opened = [];
  collected = [];
  discovery = {
    issuer: hostile,
    authorization_endpoint: `${hostile}/authorize`,
    token_endpoint: `${hostile}/token`,
    response_types_supported: ["code"],
  };
});

const real = (): SignInPlace => relay.it.config.signIn;
const says = (place: Partial<SignInPlace>) => {
  said = { version: 1, origin: hostile, api: `${hostile}/v1`, ...real(), ...place };
};
const begin = (place: SignInPlace, byPolicy = false) => signIn({ relay: hostile, place, anew: false, byPolicy });

it("the real relay: its document is taken without a policy, and its sign-in too", async () => {
  const { origin } = relay.it;
  const place = await readWellKnown(origin, false);
  expect(place).toEqual(expect.objectContaining({ audience: origin }));
  const done = await signIn({ relay: origin, place: place as SignInPlace, anew: false, byPolicy: false });
  expect(done).toMatchObject({ signIn: { relay: origin, subject: ADA.id, user: ADA.email } });
  expect(new URL(opened[0]!).searchParams.get("redirect_uri")).toBe(
    `https://${EXTENSION}.chromiumapp.org/${new URL(relay.it.identity.issuer).host}`,
  );
});

it("that names the real one's sign-in gets nothing", async () => {
  says({});
  expect(await readWellKnown(hostile, false)).toBe("not-bound");
});

it("that names an audience of its own, and all else as the real one, gets no token the real one takes", async () => {
  says({ audience: hostile });
  const place = await readWellKnown(hostile, false);
  expect(place).toMatchObject({ issuer: relay.it.identity.issuer });
  // The provider decides whom a token is for, and knows one API only.
  expect(await begin(place as SignInPlace)).toBe("not-bound");
  expect(collected).toEqual([]);
});

it("whose provider names the real one's page, and its own token endpoint, gets no code", async () => {
  discovery.authorization_endpoint = `${relay.it.identity.issuer}/auth`;
  expect(await begin({ ...real(), issuer: hostile, audience: hostile })).toBe("unusable");
  expect(opened).toEqual([]);
});

it("whose provider leads on to the real one's page gets no code", async () => {
  leadsTo = (asked) => {
    const on = new URL(`${relay.it.identity.issuer}/auth`);
    on.search = asked.search;
    on.searchParams.set(
      "redirect_uri",
      `https://${EXTENSION}.chromiumapp.org/${new URL(relay.it.identity.issuer).host}`,
    );
    return on.href;
  };
  expect(await begin({ ...real(), issuer: hostile, audience: hostile })).toBe("unusable");
  expect(opened).toHaveLength(1);
  // Else it would have code and verifier in one request, and could redeem them for the real relay's token.
  expect(collected).toEqual([]);
});

it("whose provider leads on as it was asked is refused by the real one", async () => {
  leadsTo = ({ search }) => `${relay.it.identity.issuer}/auth${search}`;
  expect(await begin({ ...real(), issuer: hostile, audience: hostile })).not.toHaveProperty("tokens");
  expect(collected).toEqual([]);
});

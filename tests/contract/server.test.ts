import { KomboCore } from "@kombo-api/sdk/core.js";
import { afterEach, expect, it, vi } from "vitest";
import { API_KEY } from "../../sandbox/data";
import { type Server, serverUrl } from "../../src/domain/settings";
import { checkApiKey } from "../../src/kombo/check";
import { listTags } from "../../src/kombo/read";
import { northwind } from "../unit/sandbox/helpers";
import { bothClients } from "./both";
import { key, type Pair, tags } from "./calls";

const clients = bothClients();
const real = globalThis.fetch;
afterEach(() => vi.unstubAllGlobals());

/** Sends what is meant for any host to the sandbox, as the browser's host rules do in end-to-end tests. */
function redirectHosts(): string[] {
  const urls: string[] = [];
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    urls.push(request.url);
    const { pathname, search } = new URL(request.url);
    return real(`${clients.url}${pathname}${search}`, { method: request.method, headers: request.headers });
  });
  return urls;
}

it.each(["eu", "us"] as const)("the %s server is the SDK's", async (region) => {
  const urls = redirectHosts();
  const url = serverUrl({ kind: region });
  const access = { apiKey: API_KEY, apiOrigin: new URL(url).origin, serverUrl: url, integrationId: northwind.id };
  const core = new KomboCore({ api_key: API_KEY, server: region, integration_id: northwind.id });
  for (const pair of [key, tags()] satisfies Pair[]) {
    expect(await pair.ours(access)).toMatchObject({ ok: true });
    expect(await pair.theirs(core)).toMatchObject({ ok: true });
  }
  expect(urls).toHaveLength(4);
  expect([urls[0], urls[2]]).toEqual([urls[1], urls[3]]);
  expect(urls.every((one) => one.startsWith(`${url}/`))).toBe(true);
});

it.each(["https://kombo.example.com", "https://kombo.example.com/v1/", "http://localhost:9/a/b//"])(
  "a company's own server %s gets the SDK's addresses",
  async (own) => {
    const urls = redirectHosts();
    const server: Server = { kind: "own", url: own };
    const access = { apiKey: "k", apiOrigin: new URL(own).origin, serverUrl: serverUrl(server), integrationId: "a:b" };
    await listTags(access, {});
    await tags().theirs(new KomboCore({ api_key: "k", server_url: serverUrl(server), integration_id: "a:b" }));
    expect(urls[0]).toBe(urls[1]);
  },
);

it.each([
  ["another host", "https://api.us.kombo.dev/v1"],
  ["another port", "https://api.kombo.dev:8443/v1"],
  ["another scheme", "http://api.kombo.dev/v1"],
  ["a host that begins alike", "https://api.kombo.dev.example.com/v1"],
  ["the right host as a user name", "https://api.kombo.dev@example.com/v1"],
  ["no address at all", "api.kombo.dev"],
  ["nothing", ""],
])("the key stored for Kombo's server does not go to %s", async (_what, url) => {
  const urls = redirectHosts();
  const access = { apiKey: API_KEY, apiOrigin: "https://api.kombo.dev", serverUrl: url, integrationId: northwind.id };
  for (const answer of [await checkApiKey(access), await listTags(access, {})]) {
    expect(answer).toMatchObject({ ok: false, answered: true, failure: { kind: "key-missing" } });
  }
  expect(urls).toEqual([]);
});

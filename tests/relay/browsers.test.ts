import { expect, it } from "vitest";
import { wellKnown } from "../../relay/well-known";
import { EXTENSION, relayForTests } from "./support/relay";
import { add, send, TAGS_PATH } from "./support/send";
import { makeToken } from "./support/tokens";

const relay = relayForTests();
const CHROME = `chrome-extension://${EXTENSION}`;
const FIREFOX = "moz-extension://0a1b2c3d-0a1b-4c2d-8e3f-0a1b2c3d4e5f";

const preflight = (origin: string) =>
  fetch(relay.it.origin + TAGS_PATH, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type,x-integration-id",
    },
  });

it.each([CHROME, FIREFOX])("an extension may ask: %s", async (origin) => {
  const asked = await preflight(origin);
  expect(asked.status).toBe(204);
  expect(asked.headers.get("access-control-allow-origin")).toBe(origin);
  for (const header of ["authorization", "content-type", "x-integration-id"])
    expect(asked.headers.get("access-control-allow-headers")).toContain(header);
  for (const method of ["GET", "POST", "DELETE"])
    expect(asked.headers.get("access-control-allow-methods")).toContain(method);
  const answers = [
    await add(relay.it.origin, await makeToken(relay.it), "ok", { headers: { origin } }),
    await send(relay.it.origin, { path: "/v1/check-api-key", headers: { origin } }),
    await send(relay.it.origin, { path: "/.well-known/quicktag", headers: { origin } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 401, 200]);
  for (const { headers } of answers) {
    expect(headers.get("access-control-allow-origin")).toBe(origin);
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(headers.get("vary")).toMatch(/origin/i);
    expect(headers.get("access-control-expose-headers")).toContain("Concurrency-Remaining");
  }
  expect(answers[0]!.headers.get("concurrency-limit")).not.toBeNull();
});

it.each([
  "https://evil.example",
  "null",
  `chrome-extension://${"b".repeat(32)}`,
  `https://evil.example/${CHROME}`,
  `${CHROME}.evil.example`,
  "moz-extension://",
])("others may not: %s", async (origin) => {
  const asked = await preflight(origin);
  expect(asked.status).toBe(404);
  expect(asked.headers.get("access-control-allow-origin")).toBeNull();
  const answer = await send(relay.it.origin, { path: "/.well-known/quicktag", headers: { origin } });
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
});

it("says at its well-known address where to sign in, and whose it is", async () => {
  const answer = await send(relay.it.origin, { path: "/.well-known/quicktag" });
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect(JSON.parse(answer.text)).toEqual(wellKnown(relay.it.config));
  expect(JSON.parse(answer.text)).toEqual({
    version: 1,
    origin: relay.it.origin,
    api: `${relay.it.origin}/v1`,
    issuer: relay.it.identity.issuer,
    clientId: "quicktag",
    scopes: ["openid", "email", "tag"],
    audience: relay.it.origin,
    token: "access",
  });
  for (const method of ["POST", "DELETE"])
    expect((await send(relay.it.origin, { path: "/.well-known/quicktag", method })).status).toBe(404);
});

it("tells a load balancer that it is there, without a line in the log", async () => {
  expect((await send(relay.it.origin, { path: "/health" })).status).toBe(200);
  await send(relay.it.origin, { path: "/v1/check-api-key" });
  await relay.it.audited(({ refused }) => refused === "token-missing");
  expect(relay.it.audit).toHaveLength(1);
});

it("words what HAProxy answers by itself as Kombo does", async () => {
  const token = await makeToken(relay.it);
  await relay.it.sandbox.stop();
  const answer = await send(relay.it.origin, { token, path: "/v1/check-api-key", headers: { origin: CHROME } });
  expect(answer.status).toBe(503);
  expect(JSON.parse(answer.text)).toMatchObject({ status: "error", error: { message: "Kombo cannot be reached." } });
  expect(answer.headers.get("access-control-allow-origin")).toBe(CHROME);
});

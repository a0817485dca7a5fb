import { beforeAll, describe, expect, it } from "vitest";
import { makeSigningKey, type SigningKey } from "../../relay/local/identity";
import { REFUSALS } from "../../relay/refusals";
import { relayForTests } from "./support/relay";
import { add, send } from "./support/send";
import { makeToken, type TokenOptions, unsignedToken } from "./support/tokens";

const relay = relayForTests();
const now = Math.floor(Date.now() / 1000);
const ours = () => relay.it.config.signIn.audience;

let stranger: SigningKey;
beforeAll(async () => {
  stranger = await makeSigningKey();
});

describe("a token that is taken", () => {
  it.each<[string, () => TokenOptions]>([
    ["as the identity provider makes them", () => ({})],
    ["meant for several, us among them", () => ({ claims: { aud: ["https://other.example", ours()] } })],
    ["with parts of seconds", () => ({ claims: { exp: now + 600.5, nbf: now - 0.25 } })],
    ["valid since now", () => ({ claims: { nbf: now } })],
    ["by a clock that is a little ahead", () => ({ claims: { nbf: now + 30 } })],
    ["whose user has all that ASCII has", () => ({ claims: { sub: "a b\"c\\d'e|f{}" } })],
  ])("%s", async (_, options) => {
    const answer = await add(relay.it.origin, await makeToken(relay.it, options()), "Referral");
    expect(answer).toMatchObject({ status: 200, reason: null });
    expect(relay.it.sandbox.control.log.requests).toHaveLength(1);
  });
});

describe("a token that is refused", () => {
  const refused: [string, keyof typeof REFUSALS, () => TokenOptions][] = [
    ["signed with another key of the same name", "token-signature", () => ({ key: { ...stranger, kid: own().kid } })],
    ["of a key nobody published", "token-key", () => ({ key: stranger })],
    ["without the key's name", "token-key", () => ({ header: { kid: undefined } })],
    ["PS256", "token-algorithm", () => ({ alg: "PS256" })],
    ["RS512", "token-algorithm", () => ({ alg: "RS512" })],
    ["expired", "token-expired", () => ({ claims: { exp: now - 1 } })],
    ["without an end", "token-expired", () => ({ claims: { exp: undefined } })],
    ["with an end that is a word", "token-expired", () => ({ claims: { exp: "never" } })],
    ["with a negative end", "token-expired", () => ({ claims: { exp: -1 } })],
    ["with the end of time", "token-expired", () => ({ claims: { exp: 1e300 } })],
    ["with a beginning that is a word", "token-not-yet", () => ({ claims: { nbf: "soon" } })],
    ["with a negative beginning", "token-not-yet", () => ({ claims: { nbf: -1 } })],
    ["with an end in an array", "token-expired", () => ({ claims: { exp: [now + 600] } })],
    ["not valid yet", "token-not-yet", () => ({ claims: { nbf: now + 600 } })],
    ["from somebody else", "token-issuer", () => ({ claims: { iss: "https://other.example" } })],
    ["from nobody", "token-issuer", () => ({ claims: { iss: undefined } })],
    ["from an issuer in an array", "token-issuer", () => ({ claims: { iss: [relay.it.identity.issuer] } })],
    ["for another audience", "token-audience", () => ({ claims: { aud: "https://other.example" } })],
    ["for an audience that begins as ours", "token-audience", () => ({ claims: { aud: `${ours()}/more` } })],
    ["for others", "token-audience", () => ({ claims: { aud: ["https://other.example", `${ours()} `] } })],
    ["for nobody", "token-audience", () => ({ claims: { aud: undefined } })],
    ["for an empty list", "token-audience", () => ({ claims: { aud: [] } })],
    ["for a nested list", "token-audience", () => ({ claims: { aud: [[ours()]] } })],
    ["for an object", "token-audience", () => ({ claims: { aud: { [ours()]: ours() } } })],
    ["of no user", "token-user", () => ({ claims: { sub: undefined } })],
    ["of a user without a name", "token-user", () => ({ claims: { sub: "" } })],
    ["of a user beyond ASCII", "token-user", () => ({ claims: { sub: "ada😀" } })],
    ["of a user with a line break", "token-user", () => ({ claims: { sub: "ada\nben" } })],
    ["of a user with a zero byte", "token-user", () => ({ claims: { sub: "ada\u0000ben" } })],
    ["of a user that is endless", "token-user", () => ({ claims: { sub: "a".repeat(256) } })],
  ];
  const own = () => relay.it.identity.keys[0]!;

  it.each(refused)("%s: %s", async (_, reason, options) => {
    const answer = await add(relay.it.origin, await makeToken(relay.it, options()), "Referral");
    expect(answer).toMatchObject({ status: 401, reason });
    expect(JSON.parse(answer.text)).toMatchObject({ status: "error", error: { message: REFUSALS[reason].message } });
    expect(relay.it.sandbox.control.log.requests).toEqual([]);
  });

  it("that nobody signed", async () => {
    expect(await add(relay.it.origin, unsignedToken(relay.it), "Referral")).toMatchObject({
      status: 401,
      reason: "token-algorithm",
    });
  });

  it("signed with the public key as if it were a secret", async () => {
    const [, payload] = (await makeToken(relay.it)).split(".");
    const header = Buffer.from(JSON.stringify({ alg: "HS256", kid: own().kid })).toString("base64url");
    const answer = await add(relay.it.origin, `${header}.${payload}.AAAA`, "Referral");
    expect(answer).toMatchObject({ status: 401, reason: "token-algorithm" });
  });

  it("whose claims were changed after it was signed", async () => {
    const [header, payload, signature] = (await makeToken(relay.it)).split(".");
    const claims = JSON.parse(Buffer.from(payload!, "base64url").toString());
    const other = Buffer.from(JSON.stringify({ ...claims, sub: "user-ben" })).toString("base64url");
    const answer = await add(relay.it.origin, `${header}.${other}.${signature}`, "Referral");
    expect(answer).toMatchObject({ status: 401, reason: "token-signature" });
  });

  it.each([
    ["none", undefined],
    ["an empty one", ""],
    ["one word", "token"],
    ["three empty pieces", ".."],
    ["four pieces", "a.b.c.d"],
    ["no JSON", "bm9wZQ.bm9wZQ.bm9wZQ"],
  ])("%s", async (_, token) => {
    const answer = await send(relay.it.origin, { token, path: "/v1/check-api-key" });
    expect(answer.status).toBe(401);
    expect(answer.reason).toMatch(/^token-(?:missing|algorithm)$/);
  });

  it("sent twice", async () => {
    const token = await makeToken(relay.it);
    const answer = await fetch(`${relay.it.origin}/v1/check-api-key`, {
      headers: [
        ["authorization", `Bearer ${token}`],
        ["authorization", `Bearer ${token}`],
      ],
    });
    expect(answer.status).toBe(401);
  });

  it("sent as the API key itself", async () => {
    const { apiKey } = { apiKey: "ks_dev_QuicktagSandboxKeyForEveryone" };
    expect(await add(relay.it.origin, apiKey, "Referral")).toMatchObject({ status: 401, reason: "token-missing" });
  });
});

describe("elliptic keys", () => {
  it("are taken beside the others, each only for its own algorithm", async () => {
    const elliptic = await makeSigningKey("ES256");
    const identity = { ...relay.it.identity, keys: [elliptic] };
    const { readKeySet } = await import("../../relay/keys/jwks");
    const set = readKeySet({ keys: [...relay.it.identity.keys, elliptic] });
    expect(set.keys.map(({ algorithm }) => algorithm).sort()).toEqual(["ES256", "RS256"]);
    expect(set.keys.map(({ pem }) => pem).join()).not.toContain("PRIVATE");
    expect(await makeToken({ identity, config: relay.it.config })).toContain(".");
  });
});

import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  isBoundTo,
  isMeantFor,
  isTrusted,
  redirectPath,
  type SignedIn,
  type SignInPlace,
} from "../../../src/domain/sign-in";

vi.mock("../../../src/platform/browser", () => ({ browser: {} }));
const { parseWellKnown } = await import("../../../src/options/sign-in/well-known");

/** Origins that look like each other. */
const label = fc.constantFrom("tags", "id", "evil", "a", "tags-example");
const origin = fc
  .tuple(label, fc.constantFrom("example.com", "example.org", "example.com.evil.org"), fc.constantFrom("", ":8443"))
  .map(([first, domain, port]) => `https://${first}.${domain}${port}`);
const pair = fc.tuple(origin, origin).filter(([one, other]) => one !== other);

/** Names a hostile relay could try for the audience or a scope: the real one's, its own, and what lies between. */
const nameNear = (real: string, own: string) =>
  fc.constantFrom(
    real,
    own,
    `${real}/`,
    `${own}/`,
    `${real}/tag`,
    `${own}/tag`,
    `${own}.${new URL(real).host}`,
    `${real}@${new URL(own).host}`,
    `${own}@${new URL(real).host}`,
    `${own}#${real}`,
    `${own}?${real}`,
    real.toUpperCase(),
    real.replace("https:", "http:"),
    real.replace("https:", "api:"),
    "api://client-id",
    "client-id",
    "openid",
    "tag",
    ".default",
  );

const document = (place: object, at: string) =>
  JSON.stringify({ version: 1, origin: at, api: `${at}/v1`, issuer: "https://login.example.net", ...place });

/** The token of a provider that puts into it what it likes. */
const token = (aud: unknown) =>
  `x.${btoa(JSON.stringify({ aud })).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}.x`;

const aPlace = (real: string, own: string) =>
  fc.record({
    clientId: fc.constantFrom("quicktag", "other"),
    audience: nameNear(real, own),
    scopes: fc.array(nameNear(real, own), { minLength: 1, maxLength: 2 }),
    token: fc.constantFrom("access" as const, "id" as const),
  });

describe("a relay that no policy names", () => {
  it("gets no token the real one takes, whatever its document says and whatever the provider makes of it", () => {
    let taken = 0;
    fc.assert(
      fc.property(
        pair.chain(([real, own]) =>
          fc.tuple(
            fc.constant(real),
            fc.constant(own),
            aPlace(real, own),
            fc.array(nameNear(real, own), { maxLength: 3 }),
          ),
        ),
        ([real, own, place, aud]) => {
          const read = parseWellKnown(document(place, own), own);
          if (typeof read === "string") return;
          // By HAProxy's rule: one of the audiences is the real relay's.
          if ([aud].flat().includes(real)) expect(isMeantFor(read.audience, token(aud))).toBe(false);
          expect(read.audience === own || read.audience.startsWith(`${own}/`)).toBe(true);
          taken += 1;
        },
      ),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(20);
  });

  it.each<[string, Partial<SignInPlace>]>([
    ["Microsoft's application id", { audience: "6f1c0e9e-0000-4000-8000-000000000000" }],
    ["Microsoft's URI", { audience: "api://6f1c0e9e-0000-4000-8000-000000000000" }],
    ["a scope of another API", { scopes: ["openid", "https://graph.microsoft.com/Mail.Read"] }],
    ["an id token", { token: "id" }],
    ["an id token with the relay for its client", { token: "id", clientId: "https://tags.example.com" }],
  ])("cannot ask for %s, but one that a policy names can", (_, other) => {
    const at = "https://tags.example.com";
    const text = document({ clientId: "quicktag", scopes: ["openid", "tag"], audience: at, ...other }, at);
    expect(parseWellKnown(text, at)).toBe("not-bound");
    expect(parseWellKnown(text, at, true)).toMatchObject(other);
  });
});

describe("whom a token is for", () => {
  const at = "https://tags.example.com";
  it.each<[unknown, boolean]>([
    [at, true],
    [[at], true],
    [[at, "https://id.example.com/userinfo"], true],
    [[at, "account"], false],
    [["https://id.example.com/userinfo"], false],
    [[[at]], false],
    [{ [at]: at }, false],
    [undefined, false],
    [null, false],
    [[], false],
    [`${at}/`, false],
  ])("%j", (aud, meant) => expect(isMeantFor(at, token(aud), "https://id.example.com/userinfo")).toBe(meant));

  it("is unknown of one that cannot be read", () => {
    fc.assert(fc.property(fc.string(), (text) => !isMeantFor(at, text)));
    expect(isMeantFor(at, "ya29.opaque")).toBe(false);
  });
});

describe("a sign-in of before", () => {
  const by: SignedIn = {
    relay: "https://tags.example.com",
    issuer: "https://login.microsoftonline.com/tenant/v2.0",
    clientId: "client",
    scopes: ["openid", "api://client/tag"],
    audience: "client",
    token: "access",
    authorizationEndpoint: "https://login.microsoftonline.com/authorize",
    tokenEndpoint: "https://login.microsoftonline.com/token",
    revocationEndpoint: null,
    subject: "ada",
    user: "ada",
  };
  it("counts as long as the policy names its relay", () => {
    expect(isTrusted(by, { url: by.relay, signIn: null })).toBe(true);
    expect(isTrusted(by, { url: by.relay, signIn: by })).toBe(true);
    expect(isTrusted(by, { url: by.relay, signIn: { ...by, clientId: "another" } })).toBe(false);
    expect(isTrusted(by, { url: "https://other.example", signIn: by })).toBe(false);
    expect(isTrusted(by, null)).toBe(false);
    expect(isTrusted({ ...by, audience: by.relay, scopes: ["openid"] }, null)).toBe(true);
    expect(isBoundTo(by.relay, by)).toBe(false);
  });
});

it("each issuer has a redirect address of its own", () => {
  const path = fc.constantFrom("", "/", "/realms/a", "/realms/a/", "/realms/b");
  fc.assert(
    fc.property(origin, path, origin, path, (one, at, other, there) => {
      const same = one === other && at.replace(/\/$/, "") === there.replace(/\/$/, "");
      expect(redirectPath(one + at) === redirectPath(other + there)).toBe(same);
      expect(redirectPath(one + at)).toMatch(/^\/[^/]/);
    }),
  );
});

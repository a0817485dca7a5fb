import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokensOf } from "../../../src/domain/sign-in";

const NOW = Date.UTC(2026, 10, 28);
const jwt = (claims: object) => `x.${btoa(JSON.stringify(claims))}.x`;
const lifeOf = (answer: object, kind: "access" | "id" = "access") => {
  const tokens = tokensOf(answer, kind, null, NOW);
  return tokens && (tokens.expiresAt - NOW) / 1000;
};

describe("how long a token lives", () => {
  it.each<[unknown, number]>([
    [3600, 3600],
    ["3600", 3600],
    [0.5, 1],
    // Five minutes where nothing usable is said: no token that has ended before it came.
    [null, 300],
    [undefined, 300],
    [0, 300],
    [-1, 300],
    ["", 300],
    ["soon", 300],
    [[3600], 300],
    [true, 300],
    [Number.NaN, 300],
    [1e300, 400 * 86_400],
  ])("expires_in %j", (expires_in, seconds) => expect(lifeOf({ access_token: "opaque", expires_in })).toBe(seconds));

  it("is what the token says where the answer does not, by the provider's clock alone", () => {
    // A clock that is a day off.
    const iat = NOW / 1000 - 86_400;
    expect(lifeOf({ access_token: jwt({ iat, exp: iat + 900 }) })).toBe(900);
    expect(lifeOf({ id_token: jwt({ iat, exp: iat + 900 }), expires_in: 60 }, "id")).toBe(900);
    expect(lifeOf({ id_token: jwt({ exp: "never" }) }, "id")).toBe(300);
  });

  it("is always a time to come, whatever was answered", () => {
    const claims = fc.record({ iat: fc.anything(), exp: fc.anything() }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.anything(), claims, (expires_in, said) => {
        let token = "opaque";
        try {
          token = jwt(said);
        } catch {
          // Nothing JSON could hold.
        }
        const tokens = tokensOf({ access_token: token, expires_in }, "access", null, NOW);
        expect(tokens?.expiresAt).toBeGreaterThan(NOW);
        expect(Number.isFinite(new Date(tokens?.expiresAt ?? Number.NaN).getTime())).toBe(true);
      }),
    );
  });
});

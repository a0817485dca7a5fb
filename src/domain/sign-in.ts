/** Where a company's recruiters sign in for its relay. */
export interface SignInPlace {
  /** The identity provider, as OpenID Connect names it. */
  issuer: string;
  clientId: string;
  scopes: readonly string[];
  /** What the token is meant for. One of its own per relay: a relay that shared it could use the tokens of the other. */
  audience: string;
  /** Which token the relay takes. */
  token: "access" | "id";
}

/** Who signed in for which relay, and where: pinned, so that a change of it is noticed. Holds no secret. */
export interface SignedIn extends SignInPlace {
  /** The relay's origin. */
  relay: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  /** Where the provider takes tokens back; null where it does not. */
  revocationEndpoint: string | null;
  /** The provider's own name for the person, which is the same at each sign-in. */
  subject: string;
  /** Name or address to show. */
  user: string;
}

/** What a sign-in gives. Secrets: they go to the background and nowhere else. */
export interface Tokens {
  /** What the relay takes. */
  bearer: string;
  refreshToken: string | null;
  /** When the token ends (epoch ms). */
  expiresAt: number;
}

const LOCAL = ["localhost", "127.0.0.1"];

/** https, or http on this very machine for trying things out. */
export function isSecureUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && LOCAL.includes(hostname));
}

const isName = (value: unknown): value is string => typeof value === "string" && /^[\x21-\x7e]{1,500}$/.test(value);

/** Reads where to sign in, field by field; null unless all of it is there and fits. */
export function signInPlace(value: unknown): SignInPlace | null {
  const { issuer, clientId, scopes, audience, token = "access" } = (value ?? {}) as Record<string, unknown>;
  if (!isName(issuer) || !isSecureUrl(issuer) || !isName(clientId) || !isName(audience)) return null;
  if (!Array.isArray(scopes) || scopes.length === 0 || !scopes.every(isName)) return null;
  return token === "access" || token === "id" ? { issuer, clientId, scopes: [...scopes], audience, token } : null;
}

const isUrl = (value: unknown): value is string => isName(value) && isSecureUrl(value);

/** Who signed in, as it was stored; null for anything else. */
export function signedIn(value: unknown): SignedIn | null {
  const place = signInPlace(value);
  const from = (value ?? {}) as Record<string, unknown>;
  const { relay, authorizationEndpoint, tokenEndpoint, revocationEndpoint, subject, user } = from;
  if (!place || !isUrl(relay) || !isUrl(authorizationEndpoint) || !isUrl(tokenEndpoint)) return null;
  if (typeof subject !== "string" || subject === "" || subject.length > 500) return null;
  return {
    ...place,
    relay,
    authorizationEndpoint,
    tokenEndpoint,
    revocationEndpoint: isUrl(revocationEndpoint) ? revocationEndpoint : null,
    subject,
    user: typeof user === "string" ? user.slice(0, 200) : "",
  };
}

/**
 * Whether this place gives tokens for this relay and no other, as far as the place itself can say: the audience is the
 * relay's own address or below it, and so is each scope that is an address. An id token is meant for the client, which any
 * relay may name. What is not bound counts only for the relay that a policy names.
 */
export function isBoundTo(relay: string, { audience, scopes, token }: SignInPlace): boolean {
  const isOwn = (name: string) => name === relay || name.startsWith(`${relay}/`);
  return token === "access" && isOwn(audience) && scopes.every((scope) => isOwn(scope) || !/[:/]/.test(scope));
}

/** The relay a company's policy names, and where to sign in for it; `signIn` null: that relay says it. */
export interface CompanyRelay {
  url: string;
  signIn: SignInPlace | null;
}

/** Whether a sign-in counts: where the policy names this relay, at its place; for any other relay, if it is bound to it. */
export function isTrusted(by: SignedIn, company: CompanyRelay | null): boolean {
  if (company?.url !== by.relay) return isBoundTo(by.relay, by);
  return company.signIn === null || samePlace(company.signIn, by);
}

/**
 * Whether a token is meant for this audience alone. What the provider puts into it decides, not what was asked for. Beside
 * the audience only the provider's own `userinfo` may stand. A token that cannot be read is meant for nobody.
 */
export function isMeantFor(audience: string, token: string, userinfo: string | null = null): boolean {
  const all: unknown[] = [claimsOf(token).aud].flat();
  return all.includes(audience) && all.every((one) => one === audience || (userinfo !== null && one === userinfo));
}

/**
 * The path of the redirect address for an issuer: one of its own for each, so that the code of one provider is never sent
 * to the token endpoint of another that led there.
 */
export function redirectPath(issuer: string): string {
  const { host, pathname } = new URL(issuer);
  return `/${host}${pathname}`.replace(/\/+$/, "");
}

/** Whether a sign-in was made at this very place: another issuer or client is another sign-in. */
export const samePlace = (a: SignInPlace, b: SignInPlace): boolean =>
  a.issuer === b.issuer && a.clientId === b.clientId && a.audience === b.audience && a.token === b.token;

/** What a token endpoint answers. */
export interface TokenAnswer {
  access_token?: unknown;
  id_token?: unknown;
  refresh_token?: unknown;
  expires_in?: unknown;
}

/** Unless the answer says how long. */
const SHORT_MS = 5 * 60_000;

/** The token that the relay takes, out of such an answer; null where it is missing. The refresh token may be the one before. */
export function tokensOf(
  answer: TokenAnswer,
  kind: SignInPlace["token"],
  before: string | null,
  now: number,
): Tokens | null {
  const token = kind === "id" ? answer.id_token : answer.access_token;
  if (typeof token !== "string" || !/^[\x21-\x7e]{1,20000}$/.test(token)) return null;
  // What the answer says is about the access token.
  const said = kind === "access" ? msOf(answer.expires_in) : null;
  const life = said ?? writtenLife(claimsOf(token)) ?? SHORT_MS;
  return { bearer: token, refreshToken: refreshTokenOf(answer) ?? before, expiresAt: now + life };
}

/** The refresh token of an answer, whatever else is wrong with it: with rotating ones the one before is worth nothing. */
export const refreshTokenOf = ({ refresh_token: token }: TokenAnswer): string | null =>
  typeof token === "string" && token !== "" ? token : null;

/** Longer than any token lives; keeps times in the range of dates. */
const MOST_SECONDS = 400 * 24 * 60 * 60;

/** Some providers write the number as a text. Null, or anything but a number, is no life of zero seconds. */
function msOf(seconds: unknown): number | null {
  const life = typeof seconds === "string" && /^\d+$/.test(seconds) ? Number(seconds) : seconds;
  return typeof life === "number" && life > 0 ? Math.min(Math.max(life, 1), MOST_SECONDS) * 1000 : null;
}

/** By the provider's clock alone, which may not be ours. */
const writtenLife = ({ exp, iat }: Record<string, unknown>): number | null =>
  typeof exp === "number" && typeof iat === "number" ? msOf(exp - iat) : null;

/** What stands in a token, unchecked: good for showing and for guessing its end. Empty where it cannot be read. */
export function claimsOf(token: string): Record<string, unknown> {
  try {
    const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === "object" && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

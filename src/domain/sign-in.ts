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
  tokenEndpoint: string;
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

/** Who signed in, as it was stored; null for anything else. */
export function signedIn(value: unknown): SignedIn | null {
  const place = signInPlace(value);
  const { relay, tokenEndpoint, user } = (value ?? {}) as Record<string, unknown>;
  if (!place || !isName(relay) || !isSecureUrl(relay) || !isName(tokenEndpoint) || !isSecureUrl(tokenEndpoint))
    return null;
  return { ...place, relay, tokenEndpoint, user: typeof user === "string" ? user.slice(0, 200) : "" };
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

/** The token that the relay takes out of such an answer; null where it is missing. The refresh token may be the one before. */
export function tokensOf(
  answer: TokenAnswer,
  kind: SignInPlace["token"],
  before: string | null,
  now: number,
): Tokens | null {
  const token = kind === "id" ? answer.id_token : answer.access_token;
  if (typeof token !== "string" || !/^[\x21-\x7e]{1,20000}$/.test(token)) return null;
  const end = kind === "id" ? Number(claimsOf(token).exp) * 1000 : now + Number(answer.expires_in) * 1000;
  const refreshToken = typeof answer.refresh_token === "string" && answer.refresh_token ? answer.refresh_token : before;
  return { bearer: token, refreshToken, expiresAt: Number.isFinite(end) ? end : now + SHORT_MS };
}

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

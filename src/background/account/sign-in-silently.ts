import { claimsOf, redirectPath, type Tokens, tokensOf } from "../../domain/sign-in";
import { exchange } from "../../kombo/exchange";
import { browser } from "../../platform/browser";
import type { Session } from "./session";

const TIMEOUT_MS = 20_000;

/**
 * New tokens where there is no refresh token, or it has ended, without showing anything: the provider may still know the
 * browser. "unreachable": try again later; null: somebody has to sign in.
 */
export async function signInSilently(session: Session): Promise<Tokens | "unreachable" | null> {
  const { clientId, scopes, audience, token, issuer } = session;
  const redirect = new URL(redirectPath(issuer), browser.identity.getRedirectURL()).href;
  const [verifier, state, nonce] = [random(), random(), random()];
  const url = new URL(session.authorizationEndpoint);
  const parameters = {
    client_id: clientId,
    response_type: "code",
    redirect_uri: redirect,
    scope: scopes.join(" "),
    state,
    nonce,
    code_challenge: base64url(
      new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))),
    ),
    code_challenge_method: "S256",
    prompt: "none",
    ...(token === "access" && { audience }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const answered = await throughTheProvider(url.href);
  if (answered === null) return (await isReachable(issuer)) ? null : "unreachable";
  const code = codeIn(answered, { redirect, state, issuer });
  if (code === null) return null;
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: clientId,
    code,
    redirect_uri: redirect,
    code_verifier: verifier,
  });
  const answer = await exchange(new URL(session.tokenEndpoint), { method: "POST", body }, TIMEOUT_MS);
  if ("failure" in answer || answer.status >= 500 || answer.body.json === null) return "unreachable";
  const said = answer.body.json as { id_token?: unknown; access_token?: unknown };
  const tokens = answer.status === 200 ? tokensOf(said, token, null, Date.now()) : null;
  return tokens && isSamePerson(said, session, nonce) ? tokens : null;
}

/** Whom the provider knows by now may be somebody else, who has to sign in themselves. */
function isSamePerson(
  said: { id_token?: unknown; access_token?: unknown },
  { subject }: Session,
  nonce: string,
): boolean {
  if (typeof said.id_token === "string") {
    const claims = claimsOf(said.id_token);
    return claims.nonce === nonce && claims.sub === subject;
  }
  return typeof said.access_token === "string" && claimsOf(said.access_token).sub === subject;
}

const throughTheProvider = (url: string): Promise<string | null> =>
  browser.identity.launchWebAuthFlow({ url, interactive: false }).then(
    (answer) => answer ?? null,
    () => null,
  );

/** Browsers do not tell a provider that wants to show something, a refusal too, from one that cannot be reached. */
async function isReachable(issuer: string): Promise<boolean> {
  const url = new URL(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  const answer = await exchange(url, {}, TIMEOUT_MS);
  return !("failure" in answer) && answer.status < 500;
}

interface Expected {
  redirect: string;
  state: string;
  issuer: string;
}

function codeIn(address: string, { redirect, state, issuer }: Expected): string | null {
  const { origin, pathname, searchParams } = new URL(address);
  const from = searchParams.get("iss");
  if (`${origin}${pathname}` !== redirect || searchParams.get("state") !== state) return null;
  return from === null || from === issuer ? searchParams.get("code") || null : null;
}

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

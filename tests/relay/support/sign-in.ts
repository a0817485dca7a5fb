import { createHash, randomBytes } from "node:crypto";
import type { LocalRelay } from "../../../relay/local/relay";
import { redirectsOf } from "../../../relay/redirects";

/** What the token endpoint gives. */
export interface Tokens {
  access_token: string;
  id_token?: string;
  refresh_token?: string;
}

interface Discovery {
  authorization_endpoint: string;
  token_endpoint: string;
}

/**
 * Signs somebody in at the real identity provider as a browser does: authorization code with PKCE, through its own pages.
 * All it knows comes from the relay's well-known document.
 */
export async function signIn(relay: LocalRelay, login: string): Promise<Tokens> {
  const known = (await (await fetch(`${relay.origin}/.well-known/quicktag`)).json()) as Record<string, string>;
  const discovery = (await (await fetch(`${known.issuer}/.well-known/openid-configuration`)).json()) as Discovery;
  const [redirect = ""] = redirectsOf(known.issuer!, relay.config.extensions);
  const verifier = randomBytes(32).toString("base64url");
  const ask = new URL(discovery.authorization_endpoint);
  ask.search = new URLSearchParams({
    client_id: known.clientId!,
    response_type: "code",
    redirect_uri: redirect,
    scope: (known.scopes as unknown as string[]).join(" "),
    resource: known.audience!,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    state: "state",
  }).toString();
  const code = codeOf(await walk(ask.href, redirect, login));
  const answer = await fetch(discovery.token_endpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: known.clientId!,
      code,
      redirect_uri: redirect,
      code_verifier: verifier,
      resource: known.audience!,
    }),
  });
  if (!answer.ok) throw new Error(`no token: ${await answer.text()}`);
  return (await answer.json()) as Tokens;
}

/** Goes through the provider's pages until one leads back to an address that begins so; gives that address. */
export async function walk(start: string, redirect: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let request: { url: string; body?: URLSearchParams } = { url: start };
  for (let step = 0; step < 12; step++) {
    const { url, body } = request;
    const answer = await fetch(url, {
      method: body ? "POST" : "GET",
      body: body ?? null,
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    const next = answer.headers.get("location");
    if (next?.startsWith(redirect)) return next;
    if (next) request = { url: new URL(next, url).href };
    else request = formOf(await answer.text(), url, login);
  }
  throw new Error("the identity provider never led back");
}

function codeOf(address: string): string {
  const { searchParams } = new URL(address);
  const code = searchParams.get("code");
  if (!code) throw new Error(`refused: ${searchParams.get("error")} ${searchParams.get("error_description")}`);
  return code;
}

/** The page's form, filled in. */
function formOf(html: string, url: string, login: string): { url: string; body: URLSearchParams } {
  const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1];
  const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1];
  if (!action || !prompt) throw new Error(`no form at ${url}: ${html.slice(0, 500)}`);
  return { url: new URL(action, url).href, body: new URLSearchParams({ prompt, login, password: "any" }) };
}

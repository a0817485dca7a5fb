import * as v from "valibot";
import { type KeySet, readKeySet } from "./jwks";

const LONGEST_ANSWER = 200_000;
const TIMEOUT_MS = 10_000;

const discovery = v.object({ issuer: v.string(), jwks_uri: v.pipe(v.string(), v.url()) });

/** Asks the identity provider for its keys. Rejects when it cannot be reached or says what it must not. */
export async function fetchKeys({
  issuer,
  jwksUri,
}: {
  issuer: string;
  jwksUri?: string | undefined;
}): Promise<KeySet> {
  return readKeySet(await getJson(jwksUri ?? (await discover(issuer))));
}

async function discover(issuer: string): Promise<string> {
  const read = v.safeParse(discovery, await getJson(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`));
  if (!read.success) throw new Error("the identity provider's discovery document is none");
  if (read.output.issuer !== issuer) throw new Error(`the identity provider calls itself ${read.output.issuer}`);
  const { protocol, host } = new URL(read.output.jwks_uri);
  // Whoever can change the keys on their way signs in as anybody.
  if (protocol !== "https:" && host !== new URL(issuer).host) throw new Error("the keys are not offered over https");
  return read.output.jwks_uri;
}

async function getJson(url: string): Promise<unknown> {
  const answer = await fetch(url, {
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: { accept: "application/json" },
  });
  if (!answer.ok) throw new Error(`${new URL(url).host} answered ${answer.status}`);
  const text = await answer.text();
  if (text.length > LONGEST_ANSWER) throw new Error(`${new URL(url).host} answered at too great length`);
  return JSON.parse(text);
}

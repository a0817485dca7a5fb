import { readText } from "../../domain/read-text";
import { isBoundTo, isSecureUrl, type SignInPlace, signInPlace } from "../../domain/sign-in";

/** Why a relay's document of where to sign in cannot be used. `not-bound`: its tokens might be good for another relay too. */
export type WellKnownProblem = "unreachable" | "no-relay" | "other-origin" | "unreadable" | "not-bound";

const LONGEST_BYTES = 16_000;
const TIMEOUT_MS = 15_000;

/**
 * Asks a relay where to sign in: over https, following no redirect, reading a few kB at most. Its document counts only if
 * it names the very origin that was asked, and, unless the company's policy names this relay, asks for tokens that are
 * meant for it alone.
 */
export async function readWellKnown(relay: string, byPolicy: boolean): Promise<SignInPlace | WellKnownProblem> {
  if (!isSecureUrl(relay)) return "unreachable";
  let response: Response;
  try {
    response = await fetch(`${relay}/.well-known/quicktag`, {
      redirect: "error",
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status !== 200) return "no-relay";
    const text = await readText(response, LONGEST_BYTES);
    return text === null ? "unreadable" : parseWellKnown(text, relay, byPolicy);
  } catch {
    return "unreachable";
  }
}

/** Reads the document that was found at this relay. */
export function parseWellKnown(text: string, relay: string, byPolicy = false): SignInPlace | WellKnownProblem {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return "no-relay";
  }
  const { version, origin, api } = (json ?? {}) as Record<string, unknown>;
  if (version !== 1) return "unreadable";
  if (origin !== relay || api !== `${relay}/v1`) return "other-origin";
  const place = signInPlace(json);
  if (place === null) return "unreadable";
  return byPolicy || isBoundTo(relay, place) ? place : "not-bound";
}

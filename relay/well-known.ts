import type { RelayConfig } from "./config";

/** What a browser learns of the relay at `/.well-known/quicktag`: where to sign in, and for whom the token is. */
export interface WellKnown {
  version: 1;
  /** The relay's own origin. A browser compares it with where it asked. */
  origin: string;
  /** The base of the API: Kombo's calls, with a token in place of the key. */
  api: string;
  issuer: string;
  clientId: string;
  scopes: readonly string[];
  audience: string;
  /** Which token the relay takes. */
  token: "access" | "id";
}

export function wellKnown({ origin, signIn }: RelayConfig): WellKnown {
  const { issuer, clientId, scopes, audience, token } = signIn;
  return { version: 1, origin, api: `${origin}/v1`, issuer, clientId, scopes, audience, token };
}

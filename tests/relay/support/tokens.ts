import { importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import type { SigningKey } from "../../../relay/local/identity";
import { LOCAL_AUDIENCE, type LocalRelay } from "../../../relay/local/relay";

export interface TokenOptions {
  /** Replace claims of a good token; undefined leaves one out. */
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Signed with this key in place of the identity provider's. */
  key?: SigningKey;
  /** The algorithm, where it is another than the key's. */
  alg?: string;
}

const now = () => Math.floor(Date.now() / 1000);

const claimsOf = ({ identity }: Pick<LocalRelay, "identity">, claims: Record<string, unknown> = {}): JWTPayload =>
  JSON.parse(
    JSON.stringify({
      iss: identity.issuer,
      aud: LOCAL_AUDIENCE,
      sub: "user-ada",
      iat: now(),
      exp: now() + 600,
      ...claims,
    }),
  );

/** A token as the identity provider makes them, or one that differs in what is given. */
export async function makeToken(relay: Pick<LocalRelay, "identity">, options: TokenOptions = {}): Promise<string> {
  const key = options.key ?? relay.identity.keys[0]!;
  const alg = options.alg ?? key.alg;
  return new SignJWT(claimsOf(relay, options.claims))
    .setProtectedHeader({ alg, kid: key.kid, typ: "at+jwt", ...options.header })
    .sign(await importJWK({ ...key, alg }, alg));
}

/** A token that nobody signed. */
export const unsignedToken = (relay: LocalRelay): string => new UnsecuredJWT(claimsOf(relay)).encode();

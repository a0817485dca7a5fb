import { importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import type { SigningKey } from "../../../relay/local/identity";
import type { LocalRelay } from "../../../relay/local/relay";

export interface TokenOptions {
  /** Replace claims of a good token; undefined leaves one out. */
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Signed with this key in place of the identity provider's. */
  key?: SigningKey;
  /** The algorithm, where it is another than the key's. */
  alg?: string;
}

type Issuing = Pick<LocalRelay, "identity" | "config">;

const now = () => Math.floor(Date.now() / 1000);

const claimsOf = ({ identity, config }: Issuing, claims: Record<string, unknown> = {}): JWTPayload =>
  JSON.parse(
    JSON.stringify({
      iss: identity.issuer,
      aud: config.signIn.audience,
      sub: "user-ada",
      iat: now(),
      exp: now() + 600,
      ...claims,
    }),
  );

/** A token as the identity provider makes them, or one that differs in what is given. */
export async function makeToken(relay: Issuing, options: TokenOptions = {}): Promise<string> {
  const key = options.key ?? relay.identity.keys[0]!;
  const alg = options.alg ?? key.alg;
  return new SignJWT(claimsOf(relay, options.claims))
    .setProtectedHeader({ alg, kid: key.kid, typ: "at+jwt", ...options.header })
    .sign(await importJWK({ ...key, alg }, alg));
}

/** A token that nobody signed. */
export const unsignedToken = (relay: LocalRelay): string => new UnsecuredJWT(claimsOf(relay)).encode();

import { generateKeyPair, type JsonWebKey } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import Provider, { type Configuration, type JWK } from "oidc-provider";

/** Somebody who can sign in at the local identity provider, with any password. */
export interface Account {
  id: string;
  email: string;
  groups: readonly string[];
}

export interface Identity {
  issuer: string;
  /** The private keys, the signing one first. Tests sign bad tokens with them. */
  keys: readonly SigningKey[];
  /** Begins to sign with a new key; the old ones stay published. */
  rotate(): Promise<void>;
  /** Answers nothing from now on, or again. */
  setReachable(reachable: boolean): void;
  stop(): Promise<void>;
}

export type SigningKey = JsonWebKey & { kid: string; alg: "RS256" | "ES256"; use: "sig" };

export interface IdentitySettings {
  port?: number | undefined;
  audience: string;
  clientId: string;
  /** The addresses it may lead back to. */
  redirectsOf(issuer: string): readonly string[];
  accounts: readonly Account[];
  /** How long an access token is valid. */
  tokenSeconds?: number | undefined;
  algorithm?: SigningKey["alg"] | undefined;
}

const pair = promisify(generateKeyPair);
let made = 0;

/** Makes a key to sign tokens with. */
export async function makeSigningKey(alg: SigningKey["alg"] = "RS256"): Promise<SigningKey> {
  const { privateKey } = await (alg === "RS256"
    ? pair("rsa", { modulusLength: 2048 })
    : pair("ec", { namedCurve: "P-256" }));
  made += 1;
  return { ...privateKey.export({ format: "jwk" }), kid: `local-${process.pid}-${made}`, alg, use: "sig" };
}

/** Starts an OpenID Connect provider on this machine, for trying things out and for tests. */
export async function startIdentity(settings: IdentitySettings): Promise<Identity> {
  let listener: RequestListener = (_, response) => response.writeHead(503).end();
  let reachable = true;
  const server = createServer((request, response) => {
    if (reachable) listener(request, response);
    else request.socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(settings.port ?? 0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let keys = [await makeSigningKey(settings.algorithm)];
  const use = (): void => {
    listener = new Provider(issuer, configuration(settings, issuer, keys)).callback();
  };
  use();
  return {
    issuer,
    get keys() {
      return keys;
    },
    async rotate() {
      keys = [await makeSigningKey(settings.algorithm), ...keys];
      use();
    },
    setReachable(value) {
      reachable = value;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function configuration(settings: IdentitySettings, issuer: string, keys: readonly SigningKey[]): Configuration {
  const { audience, clientId, accounts, tokenSeconds = 3600 } = settings;
  const accountOf = (login: string) => accounts.find(({ id, email }) => login === id || login === email);
  return {
    clients: [
      {
        client_id: clientId,
        application_type: "native",
        token_endpoint_auth_method: "none",
        grant_types: ["authorization_code", "refresh_token"],
        redirect_uris: [...settings.redirectsOf(issuer)],
        id_token_signed_response_alg: keys[0]!.alg,
      },
    ],
    jwks: { keys: [...keys] as JWK[] },
    cookies: { keys: ["only for this machine"] },
    pkce: { required: () => true },
    // Without being asked for `offline_access`, which would ask for consent each time.
    issueRefreshToken: async () => true,
    clientBasedCORS: () => true,
    scopes: ["openid", "offline_access", "email"],
    claims: { openid: ["sub"], email: ["email"] },
    ttl: { AccessToken: tokenSeconds, IdToken: tokenSeconds, Interaction: 600, Session: 86_400, Grant: 86_400 },
    async findAccount(_, login) {
      const account = accountOf(login);
      if (!account) return undefined;
      return { accountId: account.id, claims: () => ({ sub: account.id, email: account.email, email_verified: true }) };
    },
    extraTokenClaims(_, token) {
      const account = "accountId" in token && token.accountId ? accountOf(token.accountId) : undefined;
      if (!account) return undefined;
      return { email: account.email, email_verified: true, groups: account.groups };
    },
    features: {
      devInteractions: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: "tag",
          audience,
          accessTokenTTL: tokenSeconds,
          accessTokenFormat: "jwt",
          jwt: { sign: { alg: keys[0]!.alg } },
        }),
      },
    },
  };
}

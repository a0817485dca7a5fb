import * as oauth from "oauth4webapi";
import {
  claimsOf,
  isMeantFor,
  isSecureUrl,
  redirectPath,
  type SignedIn,
  type SignInPlace,
  type Tokens,
  tokensOf,
} from "../../domain/sign-in";
import { browser } from "../../platform/browser";

/** Why a sign-in came to nothing. */
export type SignInProblem =
  /** The window was closed, or the provider said no. */
  | "cancelled"
  /** The provider could not be reached; `origin`: it may only need the browser's permission. */
  | { origin: string }
  /** The token it gave is not meant for this relay alone, and no policy names the relay. */
  | "not-bound"
  /** It answered what we cannot use. */
  | "unusable";

export interface SignInRequest {
  relay: string;
  place: SignInPlace;
  /** The provider asks who it is, even if it knows somebody already. */
  anew: boolean;
  /** The company's policy names this relay; else nothing is taken on trust that the relay says of its provider. */
  byPolicy: boolean;
}

/** Endpoints that are there and may be used. */
interface Endpoints {
  authorization: string;
  token: string;
  revocation: string | null;
}

/**
 * Signs a person in at the identity provider, in a window of the browser's own: authorization code with PKCE. It runs in
 * the settings page, because a worker that is stopped meanwhile would lose the answer.
 */
export async function signIn(request: SignInRequest): Promise<{ signIn: SignedIn; tokens: Tokens } | SignInProblem> {
  const { relay, place, byPolicy } = request;
  const issuer = new URL(place.issuer);
  // Only on this very machine; every other issuer is https by now.
  const options = { [oauth.allowInsecureRequests]: issuer.protocol === "http:" };
  const client: oauth.Client = { client_id: place.clientId };
  let origin = issuer.origin;
  try {
    const provider = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options));
    const endpoints = endpointsOf(provider, byPolicy ? null : issuer.origin);
    if (endpoints === null) return "unusable";
    origin = new URL(endpoints.token).origin;
    const asked = await ask(endpoints.authorization, request);
    if (asked === null) return "cancelled";
    const { answer, verifier, nonce, redirect, state } = asked;
    // Another provider's code: its own address was registered for it, and it is not sent to this one.
    if (`${answer.origin}${answer.pathname}` !== redirect) return "unusable";
    const parameters = oauth.validateAuthResponse(provider, client, answer, state);
    const response = await oauth.authorizationCodeGrantRequest(
      provider,
      client,
      oauth.None(),
      parameters,
      redirect,
      verifier,
      options,
    );
    const expected = place.scopes.includes("openid") ? { expectedNonce: nonce, requireIdToken: true } : {};
    const result = await oauth.processAuthorizationCodeResponse(provider, client, response, expected);
    const tokens = tokensOf(result, place.token, null, Date.now());
    if (!tokens) return "unusable";
    const userinfo = provider.userinfo_endpoint ?? null;
    const isOwnUserinfo = userinfo !== null && URL.canParse(userinfo) && new URL(userinfo).origin === issuer.origin;
    if (!byPolicy && !isMeantFor(place.audience, tokens.bearer, isOwnUserinfo ? userinfo : null)) return "not-bound";
    const { subject, user } = personOf(result);
    if (subject === null) return "unusable";
    return {
      signIn: {
        ...place,
        relay,
        authorizationEndpoint: endpoints.authorization,
        tokenEndpoint: endpoints.token,
        revocationEndpoint: endpoints.revocation,
        subject,
        user,
      },
      tokens,
    };
  } catch (error) {
    // The browser says no more of a host that it cannot reach, or that does not let the extension in.
    if (error instanceof TypeError) return { origin };
    console.warn("Quicktag could not sign in", error instanceof Error ? error.message : error);
    return error instanceof oauth.AuthorizationResponseError ? "cancelled" : "unusable";
  }
}

/**
 * The provider's endpoints; null without the two that are needed. The library looks at one of them only, and at none where
 * the issuer is on this machine. `at`: they must be the issuer's own, or it could send people to another provider and have
 * its answer.
 */
function endpointsOf(provider: oauth.AuthorizationServer, at: string | null): Endpoints | null {
  const fits = (url: string | undefined): url is string =>
    url !== undefined && isSecureUrl(url) && (at === null || new URL(url).origin === at);
  const { authorization_endpoint: authorization, token_endpoint: token, revocation_endpoint: revocation } = provider;
  if (!fits(authorization) || !fits(token)) return null;
  return { authorization, token, revocation: fits(revocation) ? revocation : null };
}

/** Opens the provider's page; null when nobody signed in there. */
async function ask(authorizationEndpoint: string, { place, anew }: SignInRequest) {
  const redirect = new URL(redirectPath(place.issuer), browser.identity.getRedirectURL()).href;
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  const url = new URL(authorizationEndpoint);
  const parameters = {
    client_id: place.clientId,
    response_type: "code",
    redirect_uri: redirect,
    scope: place.scopes.join(" "),
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...(anew && { prompt: "login" }),
    // What providers take that ask for the API by name (Auth0); others leave it aside.
    ...(place.token === "access" && { audience: place.audience }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const answer = await browser.identity
    .launchWebAuthFlow({ url: url.href, interactive: true })
    .catch((error: unknown) => {
      console.warn("Quicktag: the sign-in window gave no answer", error);
      return null;
    });
  return answer ? { answer: new URL(answer), verifier, nonce, redirect, state } : null;
}

/** Who it is for the provider, and how the person is called there: an address where one is known. */
function personOf(result: oauth.TokenEndpointResponse): { subject: string | null; user: string } {
  const known = { ...claimsOf(result.access_token), ...oauth.getValidatedIdTokenClaims(result) } as Record<
    string,
    unknown
  >;
  const isText = (one: unknown): one is string => typeof one === "string" && one !== "";
  const user = [known.email, known.preferred_username, known.name, known.sub].find(isText) ?? "";
  return { subject: isText(known.sub) ? known.sub : user || null, user };
}

import * as oauth from "oauth4webapi";
import { claimsOf, isSecureUrl, type SignedIn, type SignInPlace, type Tokens, tokensOf } from "../../domain/sign-in";
import { browser } from "../../platform/browser";

/** Why a sign-in came to nothing. */
export type SignInProblem =
  /** The window was closed, or the provider said no. */
  | "cancelled"
  /** The provider could not be reached; `origin`: it may only need the browser's permission. */
  | { origin: string }
  /** It answered what we cannot use. */
  | "unusable";

/**
 * Signs a person in at the identity provider, in a window of the browser's own: authorization code with PKCE. It runs in
 * the settings page, because a worker that is stopped meanwhile would lose the answer. `anew`: the provider asks who it is,
 * even if it knows somebody already.
 */
export async function signIn(
  relay: string,
  place: SignInPlace,
  anew: boolean,
): Promise<{ signIn: SignedIn; tokens: Tokens } | SignInProblem> {
  const issuer = new URL(place.issuer);
  // Only on this very machine; every other issuer is https by now.
  const options = { [oauth.allowInsecureRequests]: issuer.protocol === "http:" };
  const client: oauth.Client = { client_id: place.clientId };
  let origin = issuer.origin;
  try {
    const provider = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options));
    // The library looks at the second of them only, and at none where the issuer is on this machine.
    if (!provider.authorization_endpoint || !isSecureUrl(provider.authorization_endpoint)) return "unusable";
    if (!provider.token_endpoint || !isSecureUrl(provider.token_endpoint)) return "unusable";
    origin = new URL(provider.token_endpoint).origin;
    const asked = await ask(provider, place, anew);
    if (asked === null) return "cancelled";
    const { answer, verifier, nonce, redirect, state } = asked;
    const parameters = oauth.validateAuthResponse(provider, client, new URL(answer), state);
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
    const user = userOf(result);
    return { signIn: { ...place, relay, tokenEndpoint: provider.token_endpoint, user }, tokens };
  } catch (error) {
    // The browser says no more of a host that it cannot reach, or that does not let the extension in.
    if (error instanceof TypeError) return { origin };
    console.warn("Quicktag could not sign in", error instanceof Error ? error.message : error);
    return error instanceof oauth.AuthorizationResponseError ? "cancelled" : "unusable";
  }
}

/** Opens the provider's page; null when nobody signed in there. */
async function ask(provider: oauth.AuthorizationServer, place: SignInPlace, anew: boolean) {
  const redirect = browser.identity.getRedirectURL();
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  const url = new URL(provider.authorization_endpoint as string);
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
  return answer ? { answer, verifier, nonce, redirect, state } : null;
}

/** How the person is called there: an address where one is known. */
function userOf(result: oauth.TokenEndpointResponse): string {
  const known = { ...claimsOf(result.access_token), ...oauth.getValidatedIdTokenClaims(result) } as Record<
    string,
    unknown
  >;
  const named = [known.email, known.preferred_username, known.name, known.sub].find((one) => typeof one === "string");
  return (named as string | undefined) ?? "";
}

import {
  isTrusted,
  refreshTokenOf,
  type SignedIn,
  signedIn,
  type TokenAnswer,
  type Tokens,
  tokensOf,
} from "../../domain/sign-in";
import { exchange } from "../../kombo/exchange";
import { browser } from "../../platform/browser";
import { fromStorage } from "../../platform/storage-error";
import { readSettings } from "../../storage/settings";
import { bestEffort } from "../best-effort";
import { forgetApiKey, NO_KEY, seal, unseal } from "./api-key";
import { changeSettings } from "./settings";

/**
 * The session of a company's relay: tokens, sealed as the API key is, together with where they may be renewed, so that
 * whoever can only change the settings gets none of them.
 */
export type Session = SignedIn & Tokens & { refusedSilently?: true };

/** Where the sealed session lies in `storage.local`. */
export const SESSION_ITEM = "sealedSession";

/** A token to send, or why there is none. */
export type FoundToken = { token: string } | { missing: "signed-out" | "sign-in-unreachable" };

export const SIGNED_OUT = { missing: "signed-out" } as const satisfies FoundToken;

/** A token is renewed this long before its end. */
const SPARE_MS = 60_000;
const RENEWAL_TIMEOUT_MS = 20_000;

/** How to sign in without showing anything; `signInSilently` is read on demand, and needs this file. */
type Silently = (session: Session) => Promise<Partial<Tokens> | "unreachable" | null>;
let silently: Silently = async () => null;
export const renewSilentlyBy = (how: Silently): void => {
  silently = how;
};

/** A token that the relay refused, whatever its end says. */
let refused = "";
let renewing: { whose: string; found: Promise<FoundToken> } | null = null;
/** A session that could not be written: its refresh token is the only one that still works. */
let unwritten: Session | null = null;
/** Counts sign-ins and sign-outs: what was renewed before one is not written after it. */
let turns = 0;

/**
 * Stores a sign-in and its tokens together with the relay they are for, in place of any other; the API key goes. False:
 * its tokens might be good for another relay too, and no policy names this one.
 */
export async function startSession(by: SignedIn, tokens: Tokens): Promise<boolean> {
  const { workEmail, relay } = await readSettings();
  if (!isTrusted(by, relay)) return false;
  unwritten = null;
  turns += 1;
  const sealed = await sealSession({ ...by, ...tokens });
  // Nobody tags in the name of whoever signed in before.
  const others = workEmail !== null && workEmail.toLowerCase() !== by.user.toLowerCase();
  await changeSettings(
    {
      server: { kind: "relay", url: by.relay },
      signIn: by,
      keyHint: null,
      ...(others && { workEmail: null, onBehalfOf: [] }),
    },
    { ...sealed, ...NO_KEY },
  );
  await bestEffort(forgetApiKey());
  return true;
}

/** Signs out: the tokens are gone from this browser, and taken back where the provider does that. */
export async function endSession(): Promise<void> {
  const { signIn } = await readSettings();
  const session =
    signIn &&
    (await storedItem()
      .then((stored) => read(stored, signIn.relay))
      .catch(() => null));
  unwritten = null;
  turns += 1;
  await browser.storage.local.remove(SESSION_ITEM);
  await changeSettings({ signIn: null });
  if (session) void bestEffort(revoke(session));
}

/** RFC 7009. Nobody waits for it: the tokens are gone here whatever the provider says. */
async function revoke({ revocationEndpoint, refreshToken, clientId }: Session): Promise<void> {
  if (revocationEndpoint === null || refreshToken === null) return;
  const body = new URLSearchParams({ token: refreshToken, token_type_hint: "refresh_token", client_id: clientId });
  await exchange(new URL(revocationEndpoint), { method: "POST", body }, RENEWAL_TIMEOUT_MS);
}

/** The token for a relay, out of the sealed session, renewed where its time is up. */
export async function tokenFor(stored: unknown, relay: string): Promise<FoundToken> {
  const session = await read(stored, relay);
  if (!session) return SIGNED_OUT;
  return lasts(session, SPARE_MS) ? given(session) : renewed(session);
}

/** Another token of the same person in place of one that the relay refused; null when there is none. */
export async function tokenInPlaceOf(token: string, of: SignedIn): Promise<string | null> {
  refused = token;
  const found = await renewed(of);
  return "token" in found && found.token !== token ? found.token : null;
}

/** One renewal at a time: with rotating tokens a second one would end the session. */
function renewed(of: SignedIn): Promise<FoundToken> {
  const whose = whoseOf(of);
  if (renewing?.whose !== whose) {
    const found = renew(of).finally(() => {
      if (renewing?.found === found) renewing = null;
    });
    renewing = { whose, found };
  }
  return renewing.found;
}

const whoseOf = ({ relay, issuer, subject }: SignedIn): string => [relay, issuer, subject].join(" ");

async function renew(of: SignedIn): Promise<FoundToken> {
  const turn = turns;
  const stored = await storedItem();
  const session = await read(stored, of.relay);
  // Another person may have signed in since: what was asked for before is not theirs.
  if (!session || whoseOf(session) !== whoseOf(of)) return SIGNED_OUT;
  // The one before may have ended while this one was waiting to begin.
  if (lasts(session, SPARE_MS)) return given(session);
  const answer = await newTokens(session);
  if (answer === "unreachable") return lasts(session, 0) ? given(session) : { missing: "sign-in-unreachable" };
  // Somebody signed out or in meanwhile.
  if (JSON.stringify(await storedItem()) !== JSON.stringify(stored)) return SIGNED_OUT;
  const next: Session = { ...session, ...(answer ?? { refreshToken: null, refusedSilently: true }) };
  // On disk before it is used: the refresh token before it is worth nothing any more.
  const sealed = await sealSession(next);
  if (turn !== turns) return SIGNED_OUT;
  unwritten = next;
  await browser.storage.local.set(sealed);
  unwritten = null;
  if (lasts(next, 0)) return given(next);
  return answer !== null && next.bearer === session.bearer ? { missing: "sign-in-unreachable" } : SIGNED_OUT;
}

/** By the refresh token, else without anybody noticing at the provider's page; null: neither, until somebody signs in. */
async function newTokens(session: Session): Promise<Partial<Tokens> | "unreachable" | null> {
  const answer = session.refreshToken === null ? null : await ask(session, session.refreshToken);
  if (answer !== null || session.refusedSilently) return answer;
  return silently(session);
}

/** Asks the identity provider for new tokens; null: it refuses for good. */
async function ask(session: Session, refreshToken: string): Promise<Partial<Tokens> | "unreachable" | null> {
  const body = new URLSearchParams({
    grant_type: "refresh_token",
    refresh_token: refreshToken,
    client_id: session.clientId,
    scope: session.scopes.join(" "),
  });
  const answer = await exchange(new URL(session.tokenEndpoint), { method: "POST", body }, RENEWAL_TIMEOUT_MS);
  if ("failure" in answer || answer.body.json === null) return "unreachable";
  const { status, body: said } = answer;
  if (status === 200) return renewedBy(said.json ?? {}, session, refreshToken);
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? null : "unreachable";
}

function renewedBy(answer: TokenAnswer, { token }: Session, before: string): Partial<Tokens> | "unreachable" | null {
  const tokens = tokensOf(answer, token, before, Date.now());
  if (tokens) return tokens;
  const refreshToken = refreshTokenOf(answer);
  // Providers may leave the id token out of a renewal; asking again would bring none either.
  if (token === "id" && typeof answer.access_token === "string") return null;
  // A rotated token replaces the one before, even if what it came with cannot be used.
  return refreshToken === null ? "unreachable" : { refreshToken };
}

const given = ({ bearer }: Session): FoundToken => ({ token: bearer });

const lasts = ({ bearer, expiresAt }: Session, spareMs: number): boolean =>
  bearer !== refused && expiresAt - spareMs > Date.now();

async function storedItem(): Promise<unknown> {
  return (await fromStorage(browser.storage.local.get(SESSION_ITEM)))[SESSION_ITEM];
}

async function sealSession(session: Session): Promise<Record<string, unknown>> {
  return { [SESSION_ITEM]: await seal(JSON.stringify(session), session.relay) };
}

async function read(stored: unknown, relay: string): Promise<Session | null> {
  const key = await unseal(stored);
  if (key?.origin !== relay) return null;
  if (unwritten?.relay === relay) return unwritten;
  const session = JSON.parse(key.apiKey) as Session;
  return signedIn(session) && session.relay === relay ? session : null;
}

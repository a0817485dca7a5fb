import type { SignedIn, Tokens } from "../../domain/sign-in";
import { signedIn, tokensOf } from "../../domain/sign-in";
import { exchange } from "../../kombo/exchange";
import { browser } from "../../platform/browser";
import { fromStorage } from "../../platform/storage-error";
import { readSettings } from "../../storage/settings";
import { seal, unseal } from "./api-key";
import { changeSettings } from "./settings";

/**
 * The session of a company's relay: tokens, sealed as the API key is, together with where they may be renewed, so that
 * whoever can only change the settings gets none of them.
 */
type Session = SignedIn & Tokens;

/** Where the sealed session lies in `storage.local`. */
export const SESSION_ITEM = "sealedSession";

/** A token to send, or why there is none. */
export type FoundToken = { token: string } | { missing: "signed-out" | "sign-in-unreachable" };

export const SIGNED_OUT = { missing: "signed-out" } as const satisfies FoundToken;

/** A token is renewed this long before its end. */
const SPARE_MS = 60_000;
const RENEWAL_TIMEOUT_MS = 20_000;

/** A token that the relay refused, whatever its end says. */
let refused = "";
let renewing: { relay: string; found: Promise<FoundToken> } | null = null;
/** A session that could not be written: its refresh token is the only one that still works. */
let unwritten: Session | null = null;
/** Counts sign-ins and sign-outs: what was renewed before one is not written after it. */
let turns = 0;

/** Stores a sign-in and its tokens together with the relay they are for, in place of any other. */
export async function startSession(by: SignedIn, tokens: Tokens): Promise<void> {
  unwritten = null;
  turns += 1;
  const sealed = await sealSession({ ...by, ...tokens });
  const { workEmail } = await readSettings();
  // Nobody tags in the name of whoever signed in before.
  const others = workEmail !== null && workEmail.toLowerCase() !== by.user.toLowerCase();
  await changeSettings(
    { server: { kind: "relay", url: by.relay }, signIn: by, ...(others && { workEmail: null, onBehalfOf: [] }) },
    sealed,
  );
}

/** Signs out: the tokens are gone from this browser. */
export async function endSession(): Promise<void> {
  unwritten = null;
  turns += 1;
  await browser.storage.local.remove(SESSION_ITEM);
  await changeSettings({ signIn: null });
}

/** The token for a relay, out of the sealed session, renewed where its time is up. */
export async function tokenFor(stored: unknown, relay: string): Promise<FoundToken> {
  const session = await read(stored, relay);
  if (!session) return SIGNED_OUT;
  return lasts(session, SPARE_MS) ? given(session) : renewed(relay);
}

/** Another token in place of one that the relay refused; null when there is none. */
export async function tokenInPlaceOf(token: string, relay: string): Promise<string | null> {
  refused = token;
  const found = await renewed(relay);
  return "token" in found && found.token !== token ? found.token : null;
}

/** One renewal at a time: with rotating tokens a second one would end the session. */
function renewed(relay: string): Promise<FoundToken> {
  if (renewing?.relay !== relay) {
    const found = renew(relay).finally(() => {
      if (renewing?.found === found) renewing = null;
    });
    renewing = { relay, found };
  }
  return renewing.found;
}

async function renew(relay: string): Promise<FoundToken> {
  const turn = turns;
  const stored = await storedItem();
  const session = await read(stored, relay);
  if (!session) return SIGNED_OUT;
  // The one before may have ended while this one was waiting to begin.
  if (lasts(session, SPARE_MS)) return given(session);
  if (session.refreshToken === null) return lasts(session, 0) ? given(session) : SIGNED_OUT;
  const answer = await ask(session, session.refreshToken);
  if (answer === "unreachable") return lasts(session, 0) ? given(session) : { missing: "sign-in-unreachable" };
  // Somebody signed out or in meanwhile.
  if (JSON.stringify(await storedItem()) !== JSON.stringify(stored)) return SIGNED_OUT;
  const next: Session = { ...session, ...(answer ?? { refreshToken: null }) };
  // On disk before it is used: the refresh token before it is worth nothing any more.
  const sealed = await sealSession(next);
  if (turn !== turns) return SIGNED_OUT;
  unwritten = next;
  await browser.storage.local.set(sealed);
  unwritten = null;
  return lasts(next, 0) ? given(next) : SIGNED_OUT;
}

/** Asks the identity provider for new tokens; null: it refuses for good. */
async function ask(session: Session, refreshToken: string): Promise<Tokens | "unreachable" | null> {
  const body = new URLSearchParams({
    grant_type: "refresh_token",
    refresh_token: refreshToken,
    client_id: session.clientId,
    scope: session.scopes.join(" "),
  });
  const answer = await exchange(new URL(session.tokenEndpoint), { method: "POST", body }, RENEWAL_TIMEOUT_MS);
  if ("failure" in answer || answer.body.json === null) return "unreachable";
  const { status, body: said } = answer;
  if (status === 200) return tokensOf(said.json ?? {}, session.token, refreshToken, Date.now()) ?? "unreachable";
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? null : "unreachable";
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

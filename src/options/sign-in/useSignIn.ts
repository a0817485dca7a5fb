import { useRef, useState } from "react";
import { relayOrigin, relayProblem } from "../../domain/account-input";
import type { Settings } from "../../domain/settings";
import { type SignInPlace, samePlace } from "../../domain/sign-in";
import { call } from "../../messaging/call";
import { browser } from "../../platform/browser";
import type { TextKey } from "../../ui/text";
import { signIn } from "./flow";
import { readWellKnown, type WellKnownProblem } from "./well-known";

/** Where a sign-in stands. */
export type SignInState =
  | { kind: "idle" }
  | { kind: "asking" }
  /** Both hosts are shown before anything goes on. `changed`: another place than the one signed in at before. */
  | { kind: "known"; relay: string; place: SignInPlace; changed: boolean }
  | { kind: "signing" }
  | { kind: "wrong"; says: TextKey; host: string }
  /** The provider needs the browser's permission, which only a click can ask for. */
  | { kind: "no-access"; relay: string; place: SignInPlace; origin: string };

const PROBLEMS: Record<WellKnownProblem, TextKey> = {
  unreachable: "sign_in_relay_unreachable",
  "no-relay": "sign_in_no_relay",
  "other-origin": "sign_in_other_origin",
  unreadable: "sign_in_relay_unreadable",
  "not-bound": "sign_in_not_bound",
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** Signing in for a relay, step by step. */
export function useSignIn(settings: Settings, reload: () => Promise<Settings>) {
  const [state, setState] = useState<SignInState>({ kind: "idle" });

  /** Somebody signed out, or it did not go on: the account the provider knows may be the wrong one. */
  const anew = useRef(false);

  const byPolicy = (relay: string): boolean => settings.relay?.url === relay;

  /** Asks the relay where to sign in. */
  const begin = async (address: string) => {
    const problem = relayProblem(address);
    if (problem !== null) return setState({ kind: "wrong", says: "sign_in_address", host: "" });
    setState({ kind: "asking" });
    const relay = relayOrigin(address);
    // The company's policy says it by itself, of the relay it names.
    const place = (byPolicy(relay) && settings.relay?.signIn) || (await readWellKnown(relay, byPolicy(relay)));
    if (typeof place === "string") return setState({ kind: "wrong", says: PROBLEMS[place], host: hostOf(relay) });
    const before = settings.signIn?.relay === relay ? settings.signIn : null;
    const changed = before !== null && !samePlace(before, place);
    // Pinned: what was signed in elsewhere is of no use any more.
    if (changed) await call("session.end", {}).then(reload, () => undefined);
    setState({ kind: "known", relay, place, changed });
  };

  const go = async (relay: string, place: SignInPlace) => {
    setState({ kind: "signing" });
    const done = await signIn({ relay, place, anew: anew.current, byPolicy: byPolicy(relay) });
    const host = hostOf(place.issuer);
    anew.current = done === "cancelled";
    if (done === "cancelled") return setState({ kind: "wrong", says: "sign_in_cancelled", host });
    if (done === "not-bound") return setState({ kind: "wrong", says: "sign_in_not_bound", host: hostOf(relay) });
    if (done === "unusable") return setState({ kind: "wrong", says: "sign_in_unusable", host });
    if ("origin" in done) return setState({ kind: "no-access", relay, place, origin: done.origin });
    const kept = await call("session.start", done).catch(() => ({ ok: false }));
    if (!kept.ok) return setState({ kind: "wrong", says: "options_no_answer_short", host });
    await reload();
    setState({ kind: "idle" });
  };

  /** First thing in the click, or the browser refuses to ask. */
  const allow = (relay: string, place: SignInPlace, origin: string) => {
    const { protocol, hostname } = new URL(origin);
    browser.permissions
      .request({ origins: [`${protocol}//${hostname}/*`] })
      .catch(() => false)
      .then((allowed) =>
        allowed ? go(relay, place) : setState({ kind: "wrong", says: "sign_in_unreachable", host: hostOf(origin) }),
      );
  };

  const leave = async () => {
    await call("session.end", {}).catch(() => undefined);
    anew.current = true;
    await reload();
    setState({ kind: "idle" });
  };

  return { state, begin, go, allow, leave, forget: () => setState({ kind: "idle" }) };
}

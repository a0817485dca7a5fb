import { useEffect, useRef } from "react";
import { relayOrigin, relayProblem } from "../../domain/account-input";
import type { Settings } from "../../domain/settings";
import { isTrusted } from "../../domain/sign-in";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { text } from "../../ui/text";
import { useFocusIfLost } from "../model/useFocusIfLost";
import { useSessionEnded } from "../model/useSessionEnded";
import { Status } from "../Status";
import { useSignIn } from "./useSignIn";

interface Props {
  /** The relay as it stands in the form. */
  address: string;
  settings: Settings;
  reload: () => Promise<Settings>;
}

/** In the place of the key: the company's sign-in. Relay and identity provider are both named before it goes on. */
export function SignIn({ address, settings, reload }: Props) {
  const { state, begin, go, allow, leave, forget } = useSignIn(settings, reload);
  const relay = relayProblem(address) === null ? relayOrigin(address) : null;
  const known = settings.signIn?.relay === relay ? settings.signIn : null;
  const signedIn = known && isTrusted(known, settings.relay) ? known : null;
  const hasEnded = useSessionEnded();
  const begins = useRef<HTMLButtonElement>(null);
  // The button that went on, or back, is gone with its question.
  useFocusIfLost(begins, state.kind);
  const shownFor = useRef(relay);
  useEffect(() => {
    // What was found out belongs to the address that was asked.
    if (shownFor.current !== relay) forget();
    shownFor.current = relay;
  });
  const busy = state.kind === "asking" || state.kind === "signing";
  return (
    <div className="stack">
      <h3 className="field-title">{text("sign_in_title")}</h3>
      {settings.keyHint !== null && <p className="muted">{text("sign_in_key_goes")}</p>}
      {signedIn && !hasEnded && <p>{text("sign_in_as", signedIn.user, new URL(signedIn.issuer).host)}</p>}
      {signedIn && hasEnded && (
        <Notice look="warn" title={text("failure_signed_out_what")}>
          {text("sign_in_ended", signedIn.user)}
        </Notice>
      )}
      {state.kind === "known" ? (
        <Hosts relay={new URL(state.relay).host} issuer={new URL(state.place.issuer).host} changed={state.changed}>
          <Button look="main" autoFocus onClick={() => void go(state.relay, state.place)}>
            {text("sign_in_go", new URL(state.place.issuer).host)}
          </Button>
          <Button onClick={forget}>{text("sign_in_cancel")}</Button>
        </Hosts>
      ) : (
        <div className="row">
          <Button
            ref={begins}
            look={signedIn && !hasEnded ? "plain" : "main"}
            aria-disabled={busy}
            onClick={() => !busy && void begin(address)}
          >
            {text(signedIn ? "sign_in_again" : "sign_in_begin")}
          </Button>
          {signedIn && (
            <Button look="quiet" onClick={() => void leave()}>
              {text("sign_in_out")}
            </Button>
          )}
        </div>
      )}
      <Status>
        {state.kind === "asking" && <p className="muted">{text("sign_in_asking")}</p>}
        {state.kind === "signing" && <p className="muted">{text("sign_in_window")}</p>}
        {state.kind === "wrong" && <Notice look="bad">{text(state.says, state.host)}</Notice>}
        {state.kind === "no-access" && (
          <Notice look="warn">
            <p>{text("sign_in_no_access", new URL(state.origin).host)}</p>
            <div>
              <Button onClick={() => allow(state.relay, state.place, state.origin)}>
                {text("sign_in_allow", new URL(state.origin).host)}
              </Button>
            </div>
          </Notice>
        )}
      </Status>
    </div>
  );
}

interface HostsProps {
  relay: string;
  issuer: string;
  changed: boolean;
  children: React.ReactNode;
}

function Hosts({ relay, issuer, changed, children }: HostsProps) {
  return (
    <Notice look={changed ? "warn" : "plain"} title={text("sign_in_hosts_title")}>
      {changed && <p>{text("sign_in_changed")}</p>}
      <p>{text("sign_in_hosts_relay")}</p>
      <p>
        <code>{relay}</code>
      </p>
      <p>{text("sign_in_hosts_issuer")}</p>
      <p>
        <code>{issuer}</code>
      </p>
      <p className="muted small">{text("sign_in_hosts_hint")}</p>
      <div className="row">{children}</div>
    </Notice>
  );
}

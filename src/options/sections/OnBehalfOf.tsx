import { type FormEvent, useRef, useState } from "react";
import { CONNECTORS } from "../../domain/connector";
import type { Failure } from "../../domain/failure";
import type { Integration, Settings } from "../../domain/settings";
import { call } from "../../messaging/call";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Notice } from "../../ui/Notice";
import { failureText, text } from "../../ui/text";
import { isEmail } from "../model/emails";
import { Section } from "../Section";
import { Status } from "../Status";

type Outcome =
  | { kind: "looking" | "found" | "cleared" | "no-answer" }
  | { kind: "none"; email: string }
  | { kind: "failed"; failure: Failure };

interface Props {
  settings: Settings;
  reload: () => Promise<Settings>;
}

/** The recruiter's own user in Greenhouse and Workable; absent where no integration has it. */
export function OnBehalfOf({ settings, reload }: Props) {
  const able = settings.integrations.filter(({ connector }) => CONNECTORS[connector].recordsUsers);
  const [email, setEmail] = useState(settings.workEmail ?? signedInEmail(settings));
  const [wrong, setWrong] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const input = useRef<HTMLInputElement>(null);
  if (able.length === 0) return null;

  const resolve = async (address: string | null): Promise<Outcome> => {
    const { found, failure } = await call("onBehalfOf.resolve", { email: address });
    await reload();
    if (address === null) return { kind: "cleared" };
    if (failure) return { kind: "failed", failure };
    return found > 0 ? { kind: "found" } : { kind: "none", email: address };
  };
  const ask = (address: string | null) => {
    setOutcome({ kind: "looking" });
    resolve(address).then(setOutcome, () => setOutcome({ kind: "no-answer" }));
  };
  const find = (event: FormEvent) => {
    event.preventDefault();
    setWrong(!isEmail(email));
    if (isEmail(email)) ask(email.trim());
  };
  const clear = () => {
    setEmail("");
    // The button that has the focus is about to go.
    input.current?.focus();
    ask(null);
  };
  return (
    <Section title={text("options_behalf")} lead={text("options_behalf_lead")}>
      <form className="stack" onSubmit={find} noValidate>
        <Field
          ref={input}
          label={text("options_behalf_email")}
          problem={wrong ? text("options_email_shape") : null}
          type="email"
          value={email}
          onChange={(event) => {
            setEmail(event.target.value);
            setWrong(false);
          }}
        />
        <div className="row">
          <Button type="submit">{text("options_behalf_find")}</Button>
          {settings.workEmail !== null && (
            <Button look="quiet" onClick={clear}>
              {text("options_behalf_clear")}
            </Button>
          )}
        </div>
      </form>
      {settings.workEmail !== null && <Users settings={settings} able={able} />}
      <Status>{outcome && <Shown outcome={outcome} />}</Status>
    </Section>
  );
}

/** Behind a relay only the user's own address is let through, so that one is offered. */
function signedInEmail({ server, signIn }: Settings): string {
  return server.kind === "relay" && signIn && isEmail(signIn.user) ? signIn.user : "";
}

function Users({ settings, able }: { settings: Settings; able: readonly Integration[] }) {
  return (
    <ul className="stack-tight">
      {able.map(({ id, connector, label }) => {
        const user = settings.onBehalfOf.find((one) => one.integrationId === id);
        const ats = label ? `${CONNECTORS[connector].name} (${label})` : CONNECTORS[connector].name;
        return (
          <li key={id}>
            {user ? text("options_behalf_is", ats, user.name || user.userRemoteId) : text("options_behalf_not_in", ats)}
          </li>
        );
      })}
    </ul>
  );
}

function Shown({ outcome }: { outcome: Outcome }) {
  switch (outcome.kind) {
    case "looking":
      return <p className="muted">{text("options_behalf_looking")}</p>;
    case "found":
      return <Notice look="good">{text("options_behalf_found")}</Notice>;
    case "cleared":
      return <Notice>{text("options_behalf_cleared")}</Notice>;
    case "none":
      return <Notice look="warn">{text("options_behalf_none", outcome.email)}</Notice>;
    case "no-answer":
      return <Notice look="bad">{text("options_no_answer_short")}</Notice>;
    case "failed": {
      const { what, next, who } = failureText(outcome.failure);
      return (
        <Notice look="bad" title={what}>
          <p>{next}</p>
          {who && <p className="muted small">{who}</p>}
        </Notice>
      );
    }
  }
}

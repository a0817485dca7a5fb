import { type FormEvent, useEffect, useRef } from "react";
import type { Settings } from "../../domain/settings";
import { Button } from "../../ui/Button";
import { text } from "../../ui/text";
import { Lockable } from "../Lockable";
import { useConnection } from "../model/useConnection";
import type { Shortcuts } from "../model/useShortcuts";
import { Section } from "../Section";
import { SignIn } from "../sign-in/SignIn";
import { CheckResult } from "./CheckResult";
import { Integrations } from "./Integrations";
import { KeyField } from "./KeyField";
import { OutcomeLine } from "./OutcomeLine";
import { ServerFields } from "./ServerFields";

interface Props {
  settings: Settings;
  reload: () => Promise<Settings>;
  shortcuts: Shortcuts | null;
}

/** Server, key and integrations, to check and to save together. */
export function Connection({ settings, reload, shortcuts }: Props) {
  const connection = useConnection(settings, reload);
  const { outcome, changed, save, check } = connection;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (outcome?.kind === "wrong") form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [outcome]);
  useWarningBeforeLeaving(changed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <Section title={text("options_connection")}>
      <form className="stack form" ref={form} onSubmit={submit} noValidate>
        <Lockable field="server" settings={settings}>
          <ServerFields connection={connection} />
        </Lockable>
        {connection.form.server === "relay" ? (
          <SignIn address={connection.form.serverUrl} settings={settings} reload={reload} />
        ) : (
          <KeyField connection={connection} settings={settings} />
        )}
        <Lockable field="integrations" settings={settings}>
          <Integrations connection={connection} />
        </Lockable>
        <div className="row buttons">
          <Button type="submit" look="main">
            {text("options_save")}
          </Button>
          <Button onClick={check}>{text("options_check")}</Button>
          {changed && <span className="muted small">{text("options_unsaved")}</span>}
        </div>
        <OutcomeLine connection={connection} settings={settings} shortcuts={shortcuts} />
      </form>
      <CheckResult connection={connection} />
    </Section>
  );
}

function useWarningBeforeLeaving(changed: boolean): void {
  useEffect(() => {
    if (!changed) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [changed]);
}

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Notice } from "../../ui/Notice";
import { text } from "../../ui/text";
import { findByHand } from "../find";
import { integrationName } from "../parts/names";
import { notUnderstoodText } from "../parts/not-understood";
import { get, set, usePopup } from "../state";
import { Page } from "./Page";

/** The person is named by the recruiter: link, e-mail or id, unless the company wants people found by the page only. */
export function ByHand() {
  const isOff = usePopup((state) => !state.settings.byHand);
  return isOff ? <Off /> : <Form />;
}

function Off() {
  return (
    <Page title={text("failure_by_hand_off_what")}>
      <p>{text("failure_by_hand_off_next")}</p>
      <div className="row">
        <Button onClick={() => set({ byHand: false })}>{text("back")}</Button>
      </div>
    </Page>
  );
}

function Form() {
  const why = usePopup((state) => state.byHand);
  const integrations = usePopup((state) => state.settings.integrations);
  const notUnderstood = usePopup((state) => state.notUnderstood);
  const [value, setValue] = useState(get().handText);
  const [integration, setIntegration] = useState("");
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || !value.trim()) return;
    setBusy(true);
    void findByHand(value.trim(), integration || undefined).finally(() => setBusy(false));
  };
  return (
    <Page title={text("by_hand_title")}>
      {why === "not-this-one" && (
        <Notice>
          <p>{text("by_hand_not_this_one")}</p>
        </Notice>
      )}
      {notUnderstood && (
        <Notice>
          <p role="alert">{notUnderstoodText(notUnderstood)}</p>
        </Notice>
      )}
      <form ref={form} className="stack" onSubmit={submit}>
        <Field
          label={text("by_hand_label")}
          hint={text("by_hand_hint")}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        {integrations.length > 1 && (
          <label className="field">
            <span>{text("by_hand_integration")}</span>
            <select className="input" value={integration} onChange={(event) => setIntegration(event.target.value)}>
              <option value="">{text("by_hand_any")}</option>
              {integrations.map((one) => (
                <option key={one.id} value={one.id}>
                  {integrationName(one)}
                </option>
              ))}
            </select>
          </label>
        )}
        <div className="row">
          <Button type="submit" look="main" aria-disabled={busy}>
            {text(busy ? "by_hand_finding" : "by_hand_find")}
          </Button>
          <Button onClick={() => set({ byHand: false, notUnderstood: null })}>{text("back")}</Button>
        </div>
      </form>
    </Page>
  );
}

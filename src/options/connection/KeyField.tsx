import { useEffect, useRef, useState } from "react";
import type { Settings } from "../../domain/settings";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { text } from "../../ui/text";
import { needsNewKey } from "../model/form";
import { KEY_TEXTS } from "../model/texts";
import type { Connection } from "../model/useConnection";
import { useFocusIfLost } from "../model/useFocusIfLost";

interface Props {
  connection: Connection;
  settings: Settings;
}

/** The key to paste; of a stored one nothing but its beginning, with the way to replace it. */
export function KeyField({ connection: { form, problems, outcome, change }, settings }: Props) {
  const [replacing, setReplacing] = useState(false);
  const needed = needsNewKey(form, settings);
  const open = needed || form.key !== "" || problems.key !== null || replacing;
  const replace = useRef<HTMLButtonElement>(null);
  useFocusIfLost(replace, open);
  useEffect(() => {
    if (outcome?.kind === "saved") setReplacing(false);
  }, [outcome]);
  const keep = () => {
    setReplacing(false);
    change({ key: "" });
  };
  if (!open) {
    return (
      <div className="field">
        <p className="field-title">{text("options_key_stored")}</p>
        <div className="row">
          <code className="key">{settings.keyHint}</code>
          <Button ref={replace} onClick={() => setReplacing(true)}>
            {text("options_key_replace")}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="stack key-field">
      <Field
        label={text("options_key")}
        hint={text(needed && settings.keyHint !== null ? "options_key_other_server" : "options_key_hint")}
        problem={problems.key && text(KEY_TEXTS[problems.key])}
        type="password"
        autoComplete="off"
        data-1p-ignore
        data-lpignore="true"
        // Only after "Replace key": the field takes the place of the button that had the focus.
        autoFocus={replacing}
        value={form.key}
        onChange={(event) => change({ key: event.target.value })}
      />
      {!needed && (
        <div>
          <Button look="quiet" onClick={keep}>
            {text("options_key_keep")}
          </Button>
        </div>
      )}
    </div>
  );
}

import { useState } from "react";
import type { Settings } from "../../domain/settings";
import { call } from "../../messaging/call";
import { openPage } from "../../platform/pages";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { plural, text } from "../../ui/text";
import { Lockable } from "../Lockable";
import { usePreferences } from "../model/usePreferences";
import { Section } from "../Section";
import { SelectField } from "../SelectField";
import { Status } from "../Status";

const CHOICES = [1, 7, 14, 30, 60, 90, 180, 365];

/** How long finished jobs are kept, and the way to be rid of them now. */
export function History({ settings }: { settings: Settings }) {
  const { failed, prefer } = usePreferences();
  const [removed, setRemoved] = useState<number | "no-answer" | null>(null);
  const days = [...new Set([...CHOICES, settings.historyDays])].sort((a, b) => a - b);
  const clear = () => {
    setRemoved(null);
    call("history.clear", {}).then(
      (answer) => setRemoved(answer.removed),
      () => setRemoved("no-answer"),
    );
  };
  return (
    <Section title={text("options_history")}>
      <Lockable field="historyDays" settings={settings}>
        <SelectField
          label={text("options_history_days")}
          hint={text("options_history_hint")}
          value={settings.historyDays}
          onChange={(event) => prefer({ historyDays: Number(event.target.value) })}
        >
          {days.map((count) => (
            <option key={count} value={count}>
              {plural("options_history_days", count)}
            </option>
          ))}
        </SelectField>
      </Lockable>
      <div>
        <Button onClick={clear}>{text("options_history_clear")}</Button>
        <Button look="quiet" onClick={() => void openPage("activity")}>
          {text("activity_page_title")}
        </Button>
      </div>
      <Status>
        {typeof removed === "number" && <Notice>{plural("options_history_cleared", removed)}</Notice>}
        {(failed || removed === "no-answer") && <Notice look="bad">{text("options_no_answer_short")}</Notice>}
      </Status>
    </Section>
  );
}

import type { Settings } from "../../domain/settings";
import { Notice } from "../../ui/Notice";
import { text } from "../../ui/text";
import { Lockable } from "../Lockable";
import { usePreferences } from "../model/usePreferences";
import { Section } from "../Section";
import { Status } from "../Status";
import { Toggle } from "../Toggle";
import { OwnEmails } from "./OwnEmails";

/** Whether new tags may be made, and whose addresses are never a candidate's. */
export function Tagging({ settings }: { settings: Settings }) {
  const { failed, prefer } = usePreferences();
  return (
    <Section title={text("options_tagging")}>
      <Lockable field="mayCreateTags" settings={settings}>
        <Toggle
          label={text("options_create_toggle")}
          hint={text("options_create_hint")}
          checked={settings.mayCreateTags}
          onChange={(mayCreateTags) => prefer({ mayCreateTags })}
        />
      </Lockable>
      <OwnEmails list={settings.ownEmails} onChange={(ownEmails) => prefer({ ownEmails })} />
      <Status>{failed && <Notice look="bad">{text("options_no_answer_short")}</Notice>}</Status>
    </Section>
  );
}

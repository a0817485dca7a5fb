import { useEffect, useState } from "react";
import type { Settings } from "../../domain/settings";
import { browser } from "../../platform/browser";
import { Notice } from "../../ui/Notice";
import { text } from "../../ui/text";
import { usePreferences } from "../model/usePreferences";
import { Section } from "../Section";
import { Status } from "../Status";
import { Toggle } from "../Toggle";

const NOTIFICATIONS = { permissions: ["notifications" as const] };

/** Outcomes as notifications: a preference, and a permission that is asked for in the click. */
export function Notifications({ settings }: { settings: Settings }) {
  const { failed, prefer } = usePreferences();
  const [granted, setGranted] = useState(false);
  const [denied, setDenied] = useState(false);
  useEffect(() => {
    browser.permissions.contains(NOTIFICATIONS).then(setGranted, () => setGranted(false));
  }, []);
  const toggle = async (on: boolean) => {
    setDenied(false);
    if (!on) return prefer({ notify: false });
    // First thing in the click, or the browser refuses to ask.
    const allowed = await browser.permissions.request(NOTIFICATIONS).catch(() => false);
    setGranted(allowed);
    setDenied(!allowed);
    if (allowed) prefer({ notify: true });
  };
  return (
    <Section title={text("options_notify")}>
      <Toggle
        label={text("options_notify_toggle")}
        {...(granted ? {} : { hint: text("options_notify_hint") })}
        checked={settings.notify && granted}
        onChange={(on) => void toggle(on)}
      />
      <Toggle
        label={text("options_tag_in_page_toggle")}
        hint={text("options_tag_in_page_hint")}
        checked={settings.tagInPage}
        onChange={(tagInPage) => prefer({ tagInPage })}
      />
      <Status>
        {denied && <Notice look="warn">{text("options_notify_denied")}</Notice>}
        {failed && <Notice look="bad">{text("options_no_answer_short")}</Notice>}
      </Status>
    </Section>
  );
}

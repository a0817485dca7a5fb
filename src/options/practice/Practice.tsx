import { useCallback, useEffect, useRef, useState } from "react";
import type { Settings } from "../../domain/settings";
import { takeAction } from "../../platform/own-action";
import { Button } from "../../ui/Button";
import { text } from "../../ui/text";
import { OPEN_COMMAND, type Shortcuts } from "../model/useShortcuts";
import { Section } from "../Section";
import { PracticePopup } from "./PracticePopup";

interface Props {
  settings: Settings;
  shortcuts: Shortcuts | null;
}

/** A first tag for somebody made up: by the real shortcut, the button in the toolbar, or the one here. */
export function Practice({ settings, shortcuts }: Props) {
  const [opened, setOpened] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  const open = useCallback(() => setOpened((times) => times + 1), []);
  useEffect(() => takeAction(open), [open]);
  const close = () => {
    setOpened(0);
    requestAnimationFrame(() => button.current?.focus());
  };
  const shortcut = shortcuts?.[OPEN_COMMAND];
  return (
    <Section title={text("practice_title")} lead={text("practice_lead")}>
      {opened > 0 ? (
        <PracticePopup asked={opened} mayCreate={settings.mayCreateTags} onClose={close} />
      ) : (
        <div className="row">
          <Button ref={button} onClick={open}>
            {text("action_title")}
          </Button>
          {shortcut && <kbd>{shortcut}</kbd>}
        </div>
      )}
    </Section>
  );
}

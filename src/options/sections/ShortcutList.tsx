import { wayToShortcuts } from "../../platform/shortcuts";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { text } from "../../ui/text";
import { OPEN_COMMAND, PANEL_COMMAND, REPEAT_COMMAND, type Shortcuts } from "../model/useShortcuts";
import { Section } from "../Section";

const ROWS = [
  [OPEN_COMMAND, "options_shortcut_open"],
  [PANEL_COMMAND, "options_shortcut_panel"],
  [REPEAT_COMMAND, "options_shortcut_repeat"],
] as const;

/** Which shortcuts are bound, and the way to the browser's page for them. A taken one stays unbound without a word. */
export function ShortcutList({ shortcuts }: { shortcuts: Shortcuts | null }) {
  const change = wayToShortcuts();
  return (
    <Section title={text("options_shortcuts")}>
      <dl className="pairs">
        {ROWS.map(([command, label]) => (
          <div className="pair" key={command}>
            <dt>{text(label)}</dt>
            <dd>{shortcuts && <Keys shortcut={shortcuts[command] ?? ""} />}</dd>
          </div>
        ))}
      </dl>
      {shortcuts && !shortcuts[OPEN_COMMAND] && <Notice look="warn">{text("options_shortcut_taken")}</Notice>}
      {change ? (
        <div>
          <Button onClick={change}>{text("options_shortcut_change")}</Button>
        </div>
      ) : (
        <p className="muted">{text("options_shortcut_firefox")}</p>
      )}
    </Section>
  );
}

function Keys({ shortcut }: { shortcut: string }) {
  return shortcut ? <kbd>{shortcut}</kbd> : <span className="muted">{text("options_shortcut_unbound")}</span>;
}

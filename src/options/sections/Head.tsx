import type { Settings } from "../../domain/settings";
import { text } from "../../ui/text";
import { isSetUp } from "../model/useSettings";
import { OPEN_COMMAND, type Shortcuts } from "../model/useShortcuts";
import { Pin } from "./Pin";

interface Props {
  welcome: boolean;
  settings: Settings;
  shortcuts: Shortcuts | null;
  /** Whether the way there is not known yet, and how long that has lasted. */
  unknown: "asking" | "waiting" | null;
}

/** The page's title; until Quicktag is set up, with the way there. */
export function Head({ welcome, settings, shortcuts, unknown }: Props) {
  const ready = isSetUp(settings);
  return (
    <header className="head">
      <div className="brand">
        <img src="/icons/48.png" width="40" height="40" alt="" />
        <h1>{text(welcome ? "options_welcome_title" : "options_title")}</h1>
      </div>
      <div role="status">{unknown === "waiting" && <p className="muted">{text("policy_waiting")}</p>}</div>
      {unknown === null && (welcome || !ready) && (
        <Steps ready={ready} relay={settings.server.kind === "relay"} shortcut={shortcuts?.[OPEN_COMMAND] ?? ""} />
      )}
    </header>
  );
}

function Steps({ ready, relay, shortcut }: { ready: boolean; relay: boolean; shortcut: string }) {
  const press = shortcut ? text("options_step_tag_text", shortcut) : text("options_step_tag_button");
  return (
    <>
      <p className="lead">{text("options_welcome_lead")}</p>
      <ol className="steps">
        {relay ? (
          <Step title={text("options_step_sign_in")} done={ready} rest={text("options_step_sign_in_text")} />
        ) : (
          <Step title={text("options_step_key")} done={ready} rest={text("options_step_key_text")} />
        )}
        <Step
          title={text(relay ? "options_check" : "options_step_check")}
          done={ready}
          rest={text("options_step_check_text")}
        />
        <Step title={text("options_step_tag")} done={false} rest={press} />
      </ol>
      <p className="muted">{text("options_welcome_data")}</p>
      <Pin />
    </>
  );
}

function Step({ title, rest, done }: { title: string; rest: string; done: boolean }) {
  return (
    <li className={done ? "step step-done" : "step"}>
      <p className="field-title">
        {title}
        {done && <span className="unseen"> ({text("options_step_done")})</span>}
      </p>
      <p className="muted">{rest}</p>
    </li>
  );
}

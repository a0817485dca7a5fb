import type { Settings } from "../../domain/settings";
import { Notice } from "../../ui/Notice";
import { text } from "../../ui/text";
import type { Connection, Outcome } from "../model/useConnection";
import { OPEN_COMMAND, type Shortcuts } from "../model/useShortcuts";
import { Status } from "../Status";

interface Props {
  connection: Connection;
  settings: Settings;
  shortcuts: Shortcuts | null;
}

/** What the last press of Save or Check connection led to. */
export function OutcomeLine({ connection: { outcome, outdated, checked }, settings, shortcuts }: Props) {
  const ready = checked !== null && !outdated && isGood(checked.result);
  return <Status>{outcome && shown(outcome, settings, shortcuts?.[OPEN_COMMAND] ?? "", ready)}</Status>;
}

export function isGood({ key, integrations }: NonNullable<Connection["checked"]>["result"]): boolean {
  return (
    key.ok &&
    integrations.length > 0 &&
    integrations.every((one) => one.status === "usable" && one.problems.length === 0)
  );
}

function shown(outcome: Outcome, settings: Settings, shortcut: string, ready: boolean) {
  switch (outcome.kind) {
    case "saving":
      return <p className="muted">{text("options_saving")}</p>;
    case "checking":
      return <p className="muted">{text("options_checking")}</p>;
    case "wrong":
      return <Notice look="bad">{text("options_form_wrong")}</Notice>;
    case "refused":
      return (
        <Notice look="bad">
          {text(outcome.reason === "storage-full" ? "options_refused_storage" : "options_refused_integration")}
        </Notice>
      );
    case "no-access":
      return <NoAccess host={outcome.host} />;
    case "no-answer":
      return <Notice look="bad">{text("options_no_answer")}</Notice>;
    case "saved":
      return outcome.access ? (
        <NoAccess host={outcome.access} title={text("options_saved")} />
      ) : (
        <Notice look="good" title={text("options_saved")}>
          <p>{afterSaving(settings, shortcut, ready)}</p>
        </Notice>
      );
  }
}

function afterSaving(settings: Settings, shortcut: string, ready: boolean): string {
  if (settings.integrations.length === 0) return text("options_saved_no_integration");
  if (!ready) return text("options_saved_check");
  return shortcut ? text("options_saved_ready", shortcut) : text("options_saved_ready_button");
}

function NoAccess({ host, title }: { host: string; title?: string }) {
  return (
    <Notice look="warn" title={title}>
      <p>
        {text("options_no_access", host)} {text("options_no_access_next")}
      </p>
    </Notice>
  );
}

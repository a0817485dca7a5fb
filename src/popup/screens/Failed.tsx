import type { Failure, FailureKind } from "../../domain/failure";
import { CopyButton } from "../../ui/CopyButton";
import { failureText, text } from "../../ui/text";
import { AgainButton, ByHandButton, SettingsButton } from "./actions";
import { Page } from "./Page";

/** Failures that are mended in the settings, and what the way there is called. */
const IN_SETTINGS: readonly FailureKind[] = [
  "key-invalid",
  "key-missing",
  "integration-not-found",
  "signed-out",
  "sign-in-refused",
];

/** The search itself failed: what happened, what to do, who can do it. */
export function Failed({ failure }: { failure: Failure }) {
  const { what, next, who } = failureText(failure);
  const settings = IN_SETTINGS.includes(failure.kind);
  const replace = failure.kind.startsWith("key-");
  return (
    <Page
      // A heading, not a sentence.
      title={what.replace(/\.$/, "")}
      actions={
        <>
          {settings && <SettingsButton main label={text(replace ? "replace_key" : "open_settings")} />}
          <AgainButton main={!settings} />
          <ByHandButton />
        </>
      }
    >
      <p>{next}</p>
      {who && <p className="muted">{who}</p>}
      {failure.message && (
        <details className="small">
          <summary>{text("details")}</summary>
          <p>{failure.message}</p>
        </details>
      )}
      {failure.logUrl && (
        <p>
          <CopyButton label={text("copy_log")} copies={failure.logUrl} />
        </p>
      )}
    </Page>
  );
}

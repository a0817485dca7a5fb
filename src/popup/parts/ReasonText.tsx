import { atsNameOf } from "../../domain/connector";
import type { WaitReason } from "../../domain/outbox/reason";
import { failureText, text } from "../../ui/text";

/** Why something waits or failed, what to do and who can do it; Kombo's own words folded below. */
export function ReasonText({ reason, integrationId }: { reason: WaitReason; integrationId: string }) {
  if (reason.kind === "settling") return <p>{text("reason_settling")}</p>;
  const { what, next, who } = failureText(reason.failure, atsNameOf(integrationId));
  const { message } = reason.failure;
  return (
    <>
      <p>
        {what} {next} {who}
      </p>
      {message && (
        <details>
          <summary>{text("details")}</summary>
          <p>{message}</p>
        </details>
      )}
    </>
  );
}

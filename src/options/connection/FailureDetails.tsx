import type { Failure } from "../../domain/failure";
import { text } from "../../ui/text";

/** Kombo's error code and message, folded; nothing if Kombo gave neither. */
export function FailureDetails({ failure: { code, message } }: { failure: Failure }) {
  if (!code && !message) return null;
  return (
    <details className="small">
      <summary>{text("options_result_details")}</summary>
      {code && <code>{code}</code>}
      {message && <p>{message}</p>}
    </details>
  );
}

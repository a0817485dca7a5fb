import type { Job } from "../../domain/job";
import { undoOffer } from "../../domain/queue/undo";
import { Button } from "../../ui/Button";
import { failureText, plural, type TextKey, text } from "../../ui/text";
import { type LineKind, lineKind } from "../model/line";
import { usePopup } from "../state";
import { discard, retry } from "../undo";
import { atsNameOf } from "./names";
import { UndoButton } from "./UndoButton";

const SAYS: Record<LineKind, TextKey> = {
  adding: "line_adding",
  removing: "line_removing",
  "waiting-add": "line_waiting_add",
  "waiting-remove": "line_waiting_remove",
  added: "line_added",
  "had-before": "line_had_before",
  removed: "line_removed",
  "add-failed": "line_add_failed",
  "remove-failed": "line_remove_failed",
  withdrawn: "line_withdrawn",
};

const LOOKS: Record<LineKind, string> = {
  adding: "moving",
  removing: "moving",
  "waiting-add": "waiting",
  "waiting-remove": "waiting",
  added: "good",
  "had-before": "good",
  removed: "good",
  "add-failed": "bad",
  "remove-failed": "bad",
  withdrawn: "moving",
};

/** One job: what became of it, what to do about it, and the way back. */
export function Line({ job, jobs }: { job: Job; jobs: readonly Job[] }) {
  const kind = lineKind(job);
  return (
    <li className={`line line-${LOOKS[kind]}`}>
      <div className="line-main">
        <span className="line-text">
          {text(SAYS[kind], job.tag)}
          {job.uncertain && job.state === "done" && <span className="muted"> {text("line_uncertain")}</span>}
        </span>
        <UndoButton job={job} offer={undoOffer(job, jobs)} />
      </div>
      <Why job={job} />
      <Warnings job={job} />
    </li>
  );
}

/** The reason of a failure or a wait, and who can do what. */
function Why({ job }: { job: Job }) {
  const hold = usePopup((state) =>
    state.holds.find(({ scope }) => scope === "key" || scope === job.target.integrationId),
  );
  const failure = job.state === "failed" ? job.failure : job.state === "queued" ? (hold?.failure ?? job.failure) : null;
  if (!failure) return null;
  const { what, next, who } = failureText(failure, atsNameOf(job.target.integrationId));
  return (
    <div className="line-why small">
      <p>
        {what} {next} {who}
      </p>
      {failure.message && (
        <details>
          <summary>{text("details")}</summary>
          <p>{failure.message}</p>
        </details>
      )}
      {job.state === "failed" && (
        <p className="row">
          <Button look="quiet" onClick={() => void retry(job.id)} aria-label={text("retry_for", job.tag)}>
            {text("retry")}
          </Button>
          <Button look="quiet" onClick={() => void discard(job.id)} aria-label={text("discard_for", job.tag)}>
            {text("discard")}
          </Button>
        </p>
      )}
    </div>
  );
}

function Warnings({ job }: { job: Job }) {
  const warnings = job.unreadable ? [text("warning_unreadable"), ...job.warnings] : job.warnings;
  if (job.state !== "done" || warnings.length === 0) return null;
  return (
    <details className="line-why small">
      <summary>{plural("warnings", warnings.length)}</summary>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </details>
  );
}

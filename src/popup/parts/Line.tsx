import type { Job } from "../../domain/job";
import { isOutcomeUnknown, type WaitReason } from "../../domain/outbox/reason";
import { mayTransition } from "../../domain/outbox/transitions";
import { undoOffer } from "../../domain/outbox/undo";
import { Button } from "../../ui/Button";
import { plural, type TextKey, text } from "../../ui/text";
import { type LineKind, lineKind } from "../model/line";
import { discard, retry } from "../undo";
import { ReasonText } from "./ReasonText";
import { UndoButton } from "./UndoButton";

const SAYS: Record<LineKind, TextKey> = {
  adding: "line_adding",
  removing: "line_removing",
  "waiting-add": "line_waiting_add",
  "waiting-remove": "line_waiting_remove",
  added: "line_added",
  "already-present": "line_had_before",
  removed: "line_removed",
  "add-failed": "line_add_failed",
  "remove-failed": "line_remove_failed",
  cancelled: "line_cancelled",
};

const LOOKS: Record<LineKind, string> = {
  adding: "moving",
  removing: "moving",
  "waiting-add": "waiting",
  "waiting-remove": "waiting",
  added: "good",
  "already-present": "good",
  removed: "good",
  "add-failed": "bad",
  "remove-failed": "bad",
  cancelled: "moving",
};

interface LineProps {
  job: Job;
  jobs: readonly Job[];
  reason: WaitReason | null;
  /** The same reason stands on a line above. */
  saidAbove: boolean;
  /** It is about somebody else than is shown. */
  forOther?: true;
}

/** One job: what became of it, what to do about it, and the way back. */
export function Line({ job, jobs, reason, saidAbove, forOther }: LineProps) {
  const kind = lineKind(job, reason !== null);
  return (
    <li className={`line line-${LOOKS[kind]}`}>
      <div className="line-main">
        <span className="line-text">
          {forOther && `${job.target.name}: `}
          {text(SAYS[kind], job.tag)}
          {isOutcomeUnknown(job) && <span className="muted"> {text("line_uncertain")}</span>}
        </span>
        <UndoButton job={job} offer={undoOffer(job, jobs)} />
      </div>
      {reason && !saidAbove && (
        <div className="line-why small">
          <ReasonText reason={reason} integrationId={job.target.integrationId} />
        </div>
      )}
      {job.state === "failed" && <Decide job={job} />}
      <Warnings job={job} />
    </li>
  );
}

/** A failed job is the person's to decide on. */
function Decide({ job }: { job: Job }) {
  return (
    <p className="line-why small row">
      {mayTransition(job, "retry") && (
        <Button look="quiet" onClick={() => void retry(job.id)} aria-label={text("retry_for", job.tag)}>
          {text("retry")}
        </Button>
      )}
      <Button look="quiet" onClick={() => void discard(job.id)} aria-label={text("remove_for", job.tag)}>
        {text("remove")}
      </Button>
    </p>
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

import type { Job } from "../../domain/job";
import { mayTransition } from "../../domain/outbox/transitions";
import { takeOffOffer, undoOffer } from "../../domain/outbox/undo";
import { Button } from "../../ui/Button";
import { text } from "../../ui/text";
import { type LineKind, lineKind } from "../model/line";
import { sentence } from "../model/sentence";
import type { Outcome } from "../outcomes";
import { discard, retry, undoTakeOff } from "../undo";
import { ReasonText } from "./ReasonText";
import { reasonInWords } from "./Said";
import { UndoButton } from "./UndoButton";

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
  outcome: Outcome;
  /** All jobs that may hold its undo. */
  jobs: readonly Job[];
  /** With all there is to say; otherwise in as little room as always. */
  whole: boolean;
}

/** One job: what became of it, what to do about it, and the way back. */
export function Line({ outcome: { job, reason, saidAbove, forOther, set }, jobs, whole }: LineProps) {
  const said = sentence(job, reason, forOther, set);
  const why = reason && !saidAbove ? reason : null;
  return (
    <li className={`line line-${LOOKS[lineKind(job, reason !== null)]}`}>
      <div className="line-main">
        <span className="line-text" title={said}>
          {said}
        </span>
        <span className="line-actions">
          {job.state === "failed" && <Decide job={job} />}
          <UndoButton job={job} offer={undoOffer(job, jobs)} all={set} />
          {!forOther && <TakeOffBack job={job} jobs={jobs} />}
        </span>
      </div>
      {why && whole && (
        <div className="line-why small">
          <ReasonText reason={why} integrationId={job.target.integrationId} />
        </div>
      )}
      {why && !whole && (
        <p className="line-why line-brief small" title={reasonInWords(why, job.target.integrationId)}>
          {reasonInWords(why, job.target.integrationId)}
        </p>
      )}
      {whole && <Warnings job={job} />}
    </li>
  );
}

/** The way back from taking a carried tag off. */
function TakeOffBack({ job, jobs }: { job: Job; jobs: readonly Job[] }) {
  const offer = takeOffOffer(job, jobs);
  if (!offer) return null;
  const isCancel = offer === "cancel";
  return (
    <Button
      look="quiet"
      aria-label={text(isCancel ? "cancel_for" : "undo_for", job.tag)}
      title={text(isCancel ? "undo_cancels" : "undo_adds_again")}
      onClick={() => void undoTakeOff(job)}
    >
      {text(isCancel ? "cancel" : "undo")}
    </Button>
  );
}

/** A failed job is the person's to decide on. */
function Decide({ job }: { job: Job }) {
  return (
    <>
      {mayTransition(job, "retry") && (
        <Button look="quiet" onClick={() => void retry(job.id)} aria-label={text("retry_for", job.tag)}>
          {text("retry")}
        </Button>
      )}
      <Button look="quiet" onClick={() => void discard(job.id)} aria-label={text("cancel_for", job.tag)}>
        {text("cancel")}
      </Button>
    </>
  );
}

/** Kombo's notes on a success. */
export const warningsOf = (job: Job): readonly string[] => {
  if (job.state !== "done") return [];
  return job.unreadable ? [text("warning_unreadable"), ...job.warnings] : job.warnings;
};

function Warnings({ job }: { job: Job }) {
  const warnings = warningsOf(job);
  if (warnings.length === 0) return null;
  return (
    <ul className="line-why small">
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  );
}

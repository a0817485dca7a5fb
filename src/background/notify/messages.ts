import { atsNameOf } from "../../domain/connector";
import { type Hold, isLive, type Job, type UndoOffer } from "../../domain/job";
import { isOutcomeUnknown, reasonOf } from "../../domain/outbox/reason";
import type { ToastContent } from "../../messaging/page-side";
import { failureText } from "../../platform/failure-text";
import { language, type TextKey, text } from "../../platform/text";
import { undoText } from "../../platform/undo-text";

const STAY_MS = 8000;
/** Something to read and to act on stays longer. */
const STAY_LONG_MS = 20_000;

const frame = () => ({
  warnings: [] as readonly string[],
  warningsLabel: text("outcome_warnings"),
  undo: null as ToastContent["undo"],
  close: text("outcome_close"),
  lang: language(),
  stayMs: STAY_MS,
});

/** The words for a job that is over, or that waits. */
export function outcomeMessage(
  job: Job,
  offer: UndoOffer,
  holds: readonly Hold[],
  jobs: readonly Job[] = [],
): ToastContent {
  const meaning = undoText(offer);
  const next = [
    reasonText(job, holds, jobs) ?? (isLive(job) && text("outcome_sending")),
    job.unreadable && text("outcome_unreadable"),
    isOutcomeUnknown(job) && text("outcome_not_certain"),
  ];
  return {
    ...frame(),
    tone: isLive(job) ? "waiting" : job.state === "done" ? "good" : "bad",
    what: text(whatKey(job), job.tag, job.target.name),
    next: next.filter(Boolean).join(" ") || null,
    warnings: job.warnings,
    undo: meaning === null ? null : { label: text("undo"), meaning, key: text("undo_key") },
    stayMs: job.state === "failed" ? STAY_LONG_MS : STAY_MS,
  };
}

function whatKey(job: Job): TextKey {
  const add = job.operation === "add";
  if (isLive(job)) return "outcome_waiting";
  if (job.state !== "done") return add ? "outcome_not_added" : "outcome_not_removed";
  if (!add) return "outcome_removed";
  return job.alreadyPresent ? "outcome_had_before" : "outcome_added";
}

/** Why the job waits or failed, what to do and who can do it; null when there is nothing to say. */
export function reasonText(job: Job, holds: readonly Hold[], jobs: readonly Job[] = []): string | null {
  const reason = reasonOf(job, holds, jobs);
  if (!reason) return null;
  if (reason.kind === "settling") return text("reason_settling");
  const { what, next, who } = failureText(reason.failure, atsNameOf(job.target.integrationId));
  return [what, next, who].filter(Boolean).join(" ");
}

/** A notice about no job at all: nothing was written. */
export function plainMessage(what: string, next: string): ToastContent {
  return { ...frame(), tone: "bad", what, next, stayMs: STAY_LONG_MS };
}

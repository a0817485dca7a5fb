import { CONNECTOR_NAMES, connectorOf } from "../../domain/connector";
import type { Failure } from "../../domain/failure";
import type { Job, UndoOffer } from "../../domain/job";
import type { ToastContent } from "../../messaging/pageSide";
import { failureText } from "../../platform/failureText";
import { language, text } from "../../platform/text";

const STAY_MS = 8000;
/** Something to read and to act on stays longer. */
const STAY_LONG_MS = 20_000;

/** The ATS's name of an integration, for sentences; null when unknown. */
export function atsNameOf(integrationId: string): string | null {
  const connector = connectorOf(integrationId);
  return connector && CONNECTOR_NAMES[connector];
}

const frame = () => ({
  warnings: [] as readonly string[],
  warningsLabel: text("outcome_warnings"),
  undo: null as string | null,
  close: text("outcome_close"),
  lang: language(),
  stayMs: STAY_MS,
});

/** The words for a job that is over, or that waits. */
export function wordsFor(job: Job, offer: UndoOffer): ToastContent {
  const base = { ...frame(), jobId: job.id, warnings: job.warnings };
  const { tag, target, operation, state, failure } = job;
  if (state === "done") {
    const what = text(operation === "add" ? "outcome_added" : "outcome_removed", tag, target.name);
    const undo = offer.can === "no" ? null : text("outcome_undo");
    return { ...base, tone: "good", what, next: doubt(job), undo };
  }
  if (state === "queued" || state === "sending") {
    const next = failure ? sentence(failure, target.integrationId) : text("outcome_sending");
    return {
      ...base,
      tone: "waiting",
      what: text("outcome_waiting", tag, target.name),
      next,
      undo: text("outcome_undo"),
    };
  }
  const what = text(operation === "add" ? "outcome_not_added" : "outcome_not_removed", tag, target.name);
  const next = [failure && sentence(failure, target.integrationId), job.uncertain && text("outcome_not_certain")];
  return { ...base, tone: "bad", what, next: next.filter(Boolean).join(" "), stayMs: STAY_LONG_MS };
}

function doubt(job: Job): string | null {
  if (job.unreadable) return text("outcome_unreadable");
  return job.uncertain && job.operation === "remove" ? text("outcome_not_certain") : null;
}

function sentence(failure: Failure, integrationId: string): string {
  const { what, next, who } = failureText(failure, atsNameOf(integrationId));
  return [what, next, who].filter(Boolean).join(" ");
}

/** A notice about no job at all: nothing was written. */
export function notice(what: string, next: string): ToastContent {
  return { ...frame(), jobId: "", tone: "bad", what, next, stayMs: STAY_LONG_MS };
}

import { isUnreadable, type Job, type NewJob, type UndoOffer } from "../job";
import { sameTag } from "../text/same-tag";
import { transition } from "./transitions";

/** How long the removal waits after an add without an answer: the add may still be on its way into the ATS. */
export const SETTLE_MS = 2 * 60 * 1000;

/** Whether and how the outcome of a job may be taken back. `jobs`: all that may hold its undo. */
export function undoOffer(job: Job, jobs: Iterable<Job>): UndoOffer {
  if (isUnreadable(job)) return { kind: "no", because: "failed" };
  if (job.operation === "remove") return { kind: "no", because: "is-undo" };
  if (job.state === "cancelled" || isUndone(job, jobs)) return { kind: "no", because: "undone" };
  const mayBeApplied = job.state === "sending" || job.state === "done" || job.unanswered;
  if (job.state === "queued" && (!mayBeApplied || job.alreadyPresent)) return { kind: "cancel" };
  if (!mayBeApplied) return { kind: "no", because: "failed" };
  if (job.alreadyPresent) return { kind: "no", because: "already-present" };
  const certain = job.state === "done" && !job.unanswered;
  return { kind: "remove", certain, ...(job.presenceUnknown && { mayHaveBeenPresent: true as const }) };
}

/** A removal that failed or was discarded undid nothing. */
function isUndone(job: Job, jobs: Iterable<Job>): boolean {
  for (const other of jobs) {
    if (other.undoes === job.id && other.state !== "failed" && other.state !== "cancelled") return true;
  }
  return false;
}

/** The removal that takes an add back. */
export function undoJob(job: Job, batch: string): NewJob {
  return {
    batch,
    operation: "remove",
    target: job.target,
    tag: job.tag,
    alreadyPresent: false,
    createsTag: false,
    undoes: job.id,
    tabId: job.tabId,
    ...(job.set !== undefined && { set: job.set }),
    ...(job.page && { page: job.page }),
  };
}

/** A removal of which nobody can say that it will be the last word: waits a while and is shown as not certain. */
export function delayRemoval(removal: Job, now: number): Job {
  return { ...removal, unanswered: true, updatedAt: now, nextTryAt: now + SETTLE_MS };
}

/**
 * An add was in flight when the recruiter took it back, and it came back without success. It is not sent again; the
 * removal is needed only if some send may have reached the ATS.
 */
export function settleUndo(add: Job, removal: Job, now: number): { add: Job; removal: Job } {
  const cancelled = transition(add, { kind: "cancel" }, now);
  return {
    add: cancelled,
    removal: add.unanswered ? delayRemoval(removal, now) : transition(removal, { kind: "cancel" }, now),
  };
}

/**
 * The way back from a removal that was asked for by itself: it is withdrawn, or its tag is added again. Null where there
 * is none, because it is being sent, failed, or the tag was asked for again since.
 */
export function takeOffOffer(job: Job, jobs: Iterable<Job>): "cancel" | "add-again" | null {
  if (job.operation !== "remove" || job.undoes !== null || isUnreadable(job)) return null;
  if (job.state === "queued") return "cancel";
  if (job.state !== "done") return null;
  for (const other of jobs) {
    const isLater = other.seq > job.seq && other.state !== "failed" && other.state !== "cancelled";
    if (isLater && sameTag(other.tag, job.tag)) return null;
  }
  return "add-again";
}

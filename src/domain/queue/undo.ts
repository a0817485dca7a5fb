import type { Job, JobDraft, UndoOffer } from "../job";
import { transition } from "./moves";

/** How long the removal waits after an add without an answer: the add may still be on its way into the ATS. */
export const SETTLE_MS = 2 * 60 * 1000;

/** Whether and how the outcome of a job may be taken back. `jobs`: all that may hold its undo. */
export function undoOffer(job: Job, jobs: Iterable<Job>): UndoOffer {
  if (job.operation === "remove") return { can: "no", because: "is-undo" };
  if (job.state === "withdrawn" || isUndone(job, jobs)) return { can: "no", because: "undone" };
  const mayBeApplied = job.state === "sending" || job.state === "done" || job.uncertain;
  if (job.state === "queued" && (!mayBeApplied || job.hadBefore)) return { can: "withdraw" };
  if (!mayBeApplied) return { can: "no", because: "failed" };
  if (job.hadBefore) return { can: "no", because: "had-before" };
  return { can: "remove", certain: job.state === "done" && !job.uncertain };
}

/** A removal that failed or was discarded undid nothing. */
function isUndone(job: Job, jobs: Iterable<Job>): boolean {
  for (const other of jobs) {
    if (other.undoes === job.id && other.state !== "failed" && other.state !== "withdrawn") return true;
  }
  return false;
}

/** The removal that takes an add back. */
export function removalOf(job: Job, batch: string): JobDraft {
  return {
    batch,
    operation: "remove",
    target: job.target,
    tag: job.tag,
    hadBefore: false,
    createsTag: false,
    undoes: job.id,
    tabId: job.tabId,
  };
}

/** A removal of which nobody can say that it will be the last word: waits a while and is shown as not certain. */
export function inDoubt(removal: Job, now: number): Job {
  return { ...removal, uncertain: true, updatedAt: now, nextTryAt: now + SETTLE_MS };
}

/**
 * An add was in flight when the recruiter took it back, and it came back without success. It is not sent again; the
 * removal is needed only if some send may have reached the ATS.
 */
export function settleUndo(add: Job, removal: Job, now: number): { add: Job; removal: Job } {
  const withdrawn = transition(add, { type: "withdraw" }, now);
  return {
    add: withdrawn,
    removal: add.uncertain ? inDoubt(removal, now) : transition(removal, { type: "withdraw" }, now),
  };
}

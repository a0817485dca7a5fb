import type { Failure } from "../failure";
import type { Hold, Job } from "../job";
import { holdOf } from "./plan";

/**
 * Why a job is not done. `held`: its whole queue stands still, so the reason is the same for all of it; `settling`: a
 * removal waits on purpose, because the add before it may still be on its way into the ATS.
 */
export type Reason = { is: "held" | "own"; failure: Failure } | { is: "settling" };

/** The reason to show for a job that waits or failed; null when there is nothing to say. */
export function reasonOf(job: Job, holds: readonly Hold[]): Reason | null {
  if (job.state !== "queued" && job.state !== "failed") return null;
  const hold = job.state === "queued" ? holdOf(job, holds) : undefined;
  if (hold) return { is: "held", failure: hold.failure };
  if (job.failure) return { is: "own", failure: job.failure };
  return isSettling(job) ? { is: "settling" } : null;
}

/** An undo of an add of which nobody knows whether it arrived, before its first try. */
function isSettling(job: Job): boolean {
  return job.operation === "remove" && job.uncertain && job.attempts === 0 && job.nextTryAt > job.updatedAt;
}

/** Two jobs with the same reason need it said once. */
export function sameReason(a: Reason, b: Reason): boolean {
  if (a.is === "settling" || b.is === "settling") return a.is === b.is;
  return a.failure.kind === b.failure.kind && a.failure.message === b.failure.message;
}

/**
 * Whether nobody can say what the candidate carries now. A confirmed add is certain however many tries it took; one that
 * failed or was withdrawn is not when some try had no answer; nor is a removal behind an add that may still arrive.
 */
export function isDoubtful({ operation, state, uncertain }: Job): boolean {
  return uncertain && (operation === "remove" || state === "failed" || state === "withdrawn");
}

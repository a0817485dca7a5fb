import type { Failure } from "../failure";
import type { Hold, Job } from "../job";
import { candidateKey, holdOf } from "./plan";
import { isSettling } from "./transitions";

/**
 * Why a job is not done. `ahead`: the job before it for the same candidate waits for this; `held`: its whole queue stands still, so the reason is the same for all of it; `settling`: a
 * removal waits on purpose, because the add before it may still be on its way into the ATS.
 */
export type WaitReason = { kind: "held" | "own" | "ahead"; failure: Failure } | { kind: "settling" };

/**
 * The reason to show for a job that waits or failed; null when there is nothing to say. What waits behind another job of
 * its candidate (one of `jobs`) waits for that one's reason.
 */
export function reasonOf(job: Job, holds: readonly Hold[], jobs: Iterable<Job> = []): WaitReason | null {
  if (job.state !== "queued" && job.state !== "failed") return null;
  const hold = job.state === "queued" ? holdOf(job, holds) : undefined;
  if (hold) return { kind: "held", failure: hold.failure };
  if (job.failure) return { kind: "own", failure: job.failure };
  if (job.state === "failed") return null;
  if (isSettling(job)) return { kind: "settling" };
  const [first] = [...jobs].filter((one) => isAhead(one, job)).sort((a, b) => a.seq - b.seq);
  const reason = first ? reasonOf(first, holds) : null;
  return reason && reason.kind === "own" ? { ...reason, kind: "ahead" } : reason;
}

const isAhead = (one: Job, of: Job): boolean =>
  one.state === "queued" && one.seq < of.seq && candidateKey(one) === candidateKey(of);

/** Two jobs with the same reason need it said once. */
export function sameReason(a: WaitReason, b: WaitReason): boolean {
  if (a.kind === "settling" || b.kind === "settling") return a.kind === b.kind;
  return a.failure.kind === b.failure.kind && a.failure.message === b.failure.message;
}

/**
 * Whether nobody can say what the candidate carries now. A confirmed add is certain however many tries it took; one that
 * failed or was cancelled is not when some try had no answer; nor is a removal behind an add that may still arrive.
 */
export function isOutcomeUnknown({ operation, state, unanswered, outcomeUnknown }: Job): boolean {
  if (outcomeUnknown) return true;
  return unanswered && (operation === "remove" || state === "failed" || state === "cancelled");
}

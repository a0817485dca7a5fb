import { isLive, type Job } from "../job";
import { isOutcomeUnknown } from "../outbox/reason";

/** What became of a job, as a person asks for it. `unknown`: nobody can say what the candidate carries. */
export const OUTCOMES = [
  "added",
  "present", // added, but the candidate carried it before
  "removed",
  "undone", // added, and taken back since
  "waiting",
  "failed",
  "unknown",
  "cancelled",
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Ids of the adds that a removal has taken back. */
export function undoneJobs(jobs: Iterable<Job>): Set<string> {
  const undone = new Set<string>();
  for (const { undoes, state } of jobs) if (undoes !== null && state === "done") undone.add(undoes);
  return undone;
}

/** What became of this job. `undone`: as `undoneJobs` gives them. */
export function outcomeOf(job: Job, undone: ReadonlySet<string>): Outcome {
  if (isLive(job)) return "waiting";
  if (isOutcomeUnknown(job)) return "unknown";
  if (job.state !== "done") return job.state === "failed" ? "failed" : "cancelled";
  if (job.operation === "remove") return "removed";
  if (undone.has(job.id)) return "undone";
  return job.alreadyPresent ? "present" : "added";
}

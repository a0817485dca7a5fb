import { isLive, type Job } from "../../domain/job";

/** How long a finished job of an earlier popup stays in view, so that a slip can be undone after closing. */
export const STAYS_MS = 10 * 60_000;

/**
 * Of a candidate's jobs those that get a line, newest first: this popup's own, what is unfinished, what just finished.
 * A job that was undone gives its line to the removal.
 */
export function lines(jobs: readonly Job[], own: ReadonlySet<string>, now: number): Job[] {
  const live = jobs.filter((job) => job.state !== "cancelled" && job.state !== "failed");
  const undone = new Set(live.map((job) => job.undoes));
  return jobs.filter((job) => !undone.has(job.id) && (own.has(job.id) || isFresh(job, now))).reverse();
}

/**
 * What came to its end since the popup was opened, for somebody else than it shows, where it was asked for in the same
 * tab: nobody else tells it as long as this popup is open.
 */
export function outcomesForOthers(
  jobs: readonly Job[],
  shown: readonly Job[],
  { tabId, openedAt }: { tabId: number | null; openedAt: number },
): Job[] {
  if (tabId === null) return [];
  const isOver = ({ state }: Job) => state === "done" || state === "failed";
  return jobs.filter((job) => job.tabId === tabId && isOver(job) && job.updatedAt >= openedAt && !shown.includes(job));
}

function isFresh(job: Job, now: number): boolean {
  if (isLive(job) || job.state === "failed") return true;
  return job.state === "done" && now - job.updatedAt < STAYS_MS;
}

import type { Batch } from "../batch/batch";
import { isLive, type Job } from "../job";
import { MIRROR_LAG_MS } from "./carried-tags";
import { PRESENCE_MS } from "./new-jobs";

/**
 * What may become of a job that is over, when a person clears it or its days have passed. `stays`: somebody has still to
 * decide on its undo; `hides`: what it wrote still tells what its candidate carries, so only that is kept, unseen.
 */
export type Forgetting = "goes" | "hides" | "stays";

/** All that an answer to this follows from. */
export interface Remembered {
  /** Jobs that were asked for by hand. */
  jobs: readonly Job[];
  /** Batches that are not cleared. */
  batches: readonly Pick<Batch, "createdAt">[];
  /** Whether a job is still there when all this is done; asked of the adds that removals undo. */
  isThere: (id: string) => boolean;
  now: number;
}

/**
 * How jobs that are over may be forgotten. Kombo shows a write only hours later: until then nobody else knows that the tag
 * is on, or off. A batch that is still listed may be taken back, and must not take what was asked for by hand.
 */
export function forgetting({ jobs, batches, isThere, now }: Remembered): (job: Job) => Forgetting {
  const undecided = new Set(
    jobs.filter((job) => job.undoes !== null && (isLive(job) || job.state === "failed")).map(({ undoes }) => undoes),
  );
  const since = Math.min(...batches.map(({ createdAt }) => createdAt)) - MIRROR_LAG_MS - PRESENCE_MS;
  return (job) => {
    if (undecided.has(job.id)) return "stays";
    if (job.state !== "done") return "goes";
    // A clock that was set back makes it young.
    const isYoung = now - job.updatedAt < MIRROR_LAG_MS || job.updatedAt >= since;
    return isYoung || (job.undoes !== null && isThere(job.undoes)) ? "hides" : "goes";
  };
}

/** What is kept of a cleared job: which tag was written to which candidate, and when. */
export function hidden(job: Job): Job {
  const { page: _, set: _s, requestedBy: _r, ...rest } = job;
  const target = { ...job.target, name: "", reference: null };
  return { ...rest, target, tabId: null, warnings: [], failure: null, cleared: true };
}

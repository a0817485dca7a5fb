import type { Candidate } from "../candidate";
import type { Job, JobState } from "../job";
import { tagKey } from "../text/fold";

/** How long Kombo's copy of the ATS may lag behind our own writes. */
export const MIRROR_LAG_MS = 24 * 60 * 60 * 1000;

export interface CarriedTag {
  name: string;
  /** `mirror`: Kombo shows it; `added`: we wrote it and Kombo does not show it yet; the others are on their way. */
  state: "mirror" | "added" | "adding" | "removing";
}

/** The jobs of one candidate, also those for a newer Kombo id that was found while sending. */
export function jobsOf(
  jobs: Iterable<Job>,
  integrationId: string,
  { id, remoteId }: Pick<Candidate, "id" | "remoteId">,
): Job[] {
  const here = [...jobs].filter(({ target }) => target.integrationId === integrationId);
  const moved = here.filter((job) => job.retargeted && remoteId !== null && job.target.remoteId === remoteId);
  const ids = new Set([id, ...moved.map(({ target }) => target.candidateId)]);
  return here.filter(({ target }) => ids.has(target.candidateId));
}

const COUNTS: Record<JobState, boolean> = { queued: true, sending: true, done: true, failed: false, cancelled: false };

/**
 * The tags a candidate carries: Kombo's copy of the ATS, which is hours old, with what we wrote since laid over it.
 * `jobs` are those of this candidate, `mirrorAsOf` is when Kombo gave its answer.
 */
export function carriedTags(
  mirrorTags: readonly string[],
  mirrorAsOf: number,
  jobs: Iterable<Job>,
  now: number,
): CarriedTag[] {
  const carried = new Map<string, CarriedTag>();
  for (const name of mirrorTags) carried.set(tagKey(name), { name, state: "mirror" });
  for (const job of [...jobs].sort((a, b) => a.seq - b.seq)) {
    if (COUNTS[job.state] && !isForgotten(job, mirrorAsOf, now)) lay(job, carried);
  }
  return [...carried.values()];
}

/** After the lag the mirror knows better: somebody may have changed the tag in the ATS since. */
function isForgotten(job: Job, mirrorAsOf: number, now: number): boolean {
  return job.state === "done" && mirrorAsOf > job.updatedAt && now - job.updatedAt >= MIRROR_LAG_MS;
}

function lay(job: Job, carried: Map<string, CarriedTag>): void {
  const key = tagKey(job.tag);
  const before = carried.get(key);
  const name = before?.name ?? job.tag;
  if (job.operation === "remove") {
    if (job.state === "done") carried.delete(key);
    else carried.set(key, { name, state: "removing" });
    return;
  }
  if (before?.state === "mirror" || before?.state === "added") return;
  carried.set(key, { name, state: job.state === "done" ? "added" : "adding" });
}

import type { Job } from "../../domain/job";

/** Somebody who was tagged in this session, with the jobs that stand: the newest first. */
export interface TaggedPerson {
  key: string;
  name: string;
  integrationId: string;
  jobs: readonly Job[];
}

/** How many people the row holds. */
export const MOST_PEOPLE = 20;

/** The people tagged since `since`, the latest first. What was withdrawn, discarded or taken back is not shown. */
export function taggedPeople(jobs: readonly Job[], since: number): TaggedPerson[] {
  const undone = new Set(jobs.filter(({ state }) => state === "done").map(({ undoes }) => undoes));
  const added = jobs.filter(
    (job) => job.operation === "add" && job.createdAt >= since && job.state !== "cancelled" && !undone.has(job.id),
  );
  const people = new Map<string, [Job, ...Job[]]>();
  for (const job of added.reverse()) {
    const key = `${job.target.integrationId} ${job.target.candidateId}`;
    const before = people.get(key);
    if (before) before.push(job);
    else people.set(key, [job]);
  }
  return [...people].slice(0, MOST_PEOPLE).map(([key, own]) => {
    const { name, integrationId } = own[0].target;
    return { key, name, integrationId, jobs: own };
  });
}

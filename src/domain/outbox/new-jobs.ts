import type { AtsReference } from "../candidate";
import type { ShownCandidate } from "../find";
import type { Job, NewJob } from "../job";
import { sameTag } from "../text/same-tag";
import { carriedTags, jobsOf } from "./carried-tags";

/** The outbox lasts for weeks: the page's e-mail addresses, other people's among them, stay out of it. */
export function withoutEmails(reference: AtsReference): AtsReference {
  return { ...reference, lookups: reference.lookups.filter((one) => one.by !== "email") };
}

/** How long Kombo's answer about a candidate's tags decides what was there before. */
export const PRESENCE_MS = 15 * 60_000;

export interface RequestedTag {
  name: string;
  create: boolean;
}

/** One job for each tag asked for, for exactly the candidate that was shown. */
export function newAddJobs(
  shown: ShownCandidate,
  tags: readonly RequestedTag[],
  jobs: Iterable<Job>,
  batch: string,
  now: number,
): NewJob[] {
  const { candidate, integrationId } = shown;
  // Later than this Kombo's copy may show a colleague's tag that was not there when the candidate was looked up.
  const isOld = now - shown.asOf > PRESENCE_MS || now < shown.asOf;
  const carried = carriedTags(candidate.tags, shown.asOf, jobsOf(jobs, integrationId, candidate), now);
  return tags.map((tag) => ({
    batch,
    operation: "add",
    target: {
      integrationId,
      candidateId: candidate.id,
      remoteId: candidate.remoteId,
      name: candidate.name,
      reference: shown.reference && withoutEmails(shown.reference),
    },
    tag: tag.name,
    alreadyPresent: carried.some(
      ({ name, state }) => (state === "mirror" || state === "added") && sameTag(name, tag.name),
    ),
    ...(isOld && { presenceUnknown: true as const }),
    createsTag: tag.create,
    undoes: null,
    tabId: shown.tabId,
  }));
}

/**
 * The add that waits, or failed, and already is what the draft asks for, unless something later takes it back. `jobs` are
 * those that are not over for good.
 */
export function findPending(draft: NewJob, jobs: readonly Job[]): Job | null {
  if (draft.operation !== "add") return null;
  const same = jobs
    .filter(
      ({ target, tag }) =>
        sameTag(tag, draft.tag) &&
        target.integrationId === draft.target.integrationId &&
        target.candidateId === draft.target.candidateId,
    )
    .sort((a, b) => a.seq - b.seq);
  const last = same.at(-1);
  return last?.operation === "add" ? last : null;
}

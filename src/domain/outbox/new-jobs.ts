import type { AtsReference } from "../candidate";
import type { ShownCandidate } from "../find";
import type { Job, JobTarget, NewJob } from "../job";
import { sameTag } from "../text/same-tag";
import { type CarriedTag, carriedTags, jobsOf } from "./carried-tags";

/** The outbox lasts for weeks: the page's e-mail addresses, other people's among them, stay out of it. */
export function withoutEmails(reference: AtsReference): AtsReference {
  return { ...reference, lookups: reference.lookups.filter((one) => one.by !== "email") };
}

/** How long Kombo's answer about a candidate's tags decides what was there before. */
export const PRESENCE_MS = 15 * 60_000;

export interface RequestedTag {
  name: string;
  create: boolean;
  /** The name of the set it comes from. */
  set?: string;
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
    target: targetOf(shown),
    tag: tag.name,
    alreadyPresent: carried.some(
      ({ name, state }) => (state === "mirror" || state === "added") && sameTag(name, tag.name),
    ),
    ...(isOld && { presenceUnknown: true as const }),
    createsTag: tag.create,
    undoes: null,
    tabId: shown.tabId,
    ...(tag.set !== undefined && { set: tag.set }),
  }));
}

/**
 * The removal of a tag the candidate carries, whoever added it; none where it is already on its way, so that a second
 * press asks for nothing.
 */
export function newRemoveJobs(
  shown: ShownCandidate,
  tag: string,
  jobs: Iterable<Job>,
  batch: string,
  now: number,
): NewJob[] {
  const { candidate, integrationId, tabId } = shown;
  const carried = carriedTags(candidate.tags, shown.asOf, jobsOf(jobs, integrationId, candidate), now);
  const isOn = ({ name, state }: CarriedTag) => (state === "mirror" || state === "added") && sameTag(name, tag);
  if (!carried.some(isOn)) return [];
  const target = targetOf(shown);
  return [{ batch, operation: "remove", target, tag, alreadyPresent: false, createsTag: false, undoes: null, tabId }];
}

const targetOf = ({ candidate, integrationId, reference }: ShownCandidate): JobTarget => ({
  integrationId,
  candidateId: candidate.id,
  remoteId: candidate.remoteId,
  name: candidate.name,
  reference: reference && withoutEmails(reference),
});

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

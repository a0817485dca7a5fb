import type { AtsReference } from "../candidate";
import type { Shown } from "../find";
import type { Job, JobDraft } from "../job";
import { carriedTags, jobsOf, sameTag } from "./overlay";

/** The journal lasts for weeks: the page's e-mail addresses, other people's among them, stay out of it. */
function withoutEmails(reference: AtsReference): AtsReference {
  return { ...reference, lookups: reference.lookups.filter((one) => one.by !== "email") };
}

export interface AskedTag {
  name: string;
  create: boolean;
}

/** One job for each tag asked for, for exactly the candidate that was shown. */
export function addDrafts(
  shown: Shown,
  tags: readonly AskedTag[],
  jobs: Iterable<Job>,
  batch: string,
  now: number,
): JobDraft[] {
  const { candidate, integrationId } = shown;
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
    hadBefore: carried.some(({ name, state }) => (state === "mirror" || state === "added") && sameTag(name, tag.name)),
    createsTag: tag.create,
    undoes: null,
    tabId: shown.tabId,
  }));
}

/**
 * The add that waits, or failed, and already is what the draft asks for, unless something later takes it back. `jobs` are
 * those that are not over for good.
 */
export function twinOf(draft: JobDraft, jobs: readonly Job[]): Job | null {
  if (draft.operation !== "add") return null;
  const same = jobs
    .filter(
      ({ target, tag }) =>
        tag === draft.tag &&
        target.integrationId === draft.target.integrationId &&
        target.candidateId === draft.target.candidateId,
    )
    .sort((a, b) => a.seq - b.seq);
  const last = same.at(-1);
  return last?.operation === "add" ? last : null;
}

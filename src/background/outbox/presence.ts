import type { Job } from "../../domain/job";
import { sameTag } from "../../domain/text/same-tag";
import type { Access } from "../../kombo/client";
import { findCandidates } from "../../kombo/read";

/**
 * Asks Kombo, beside an add, whether its current copy shows the tag: then the candidate carried it before, and an undo
 * would take away somebody else's work. Null when that cannot be known. Never waited for by the add itself: an answer
 * that comes after the write may already show it, so nothing counts once `writeEnded`.
 */
export async function wasPresent(access: Access, job: Job, writeEnded: () => boolean): Promise<boolean | null> {
  const answer = await findCandidates(access, { ids: [job.target.candidateId] });
  if (!answer.ok || writeEnded()) return null;
  const candidate = answer.value.find((one) => one.id === job.target.candidateId);
  return candidate ? candidate.tags.some((name) => sameTag(name, job.tag)) : null;
}

import { isListed, type Listed } from "../../domain/batch/listed";
import type { AskSlice, Hit } from "../../domain/batch/look-up";
import type { CandidateIdentity } from "../../domain/candidate";
import { type Failure, failure } from "../../domain/failure";
import type { Answer } from "../../kombo/answer";
import type { Access } from "../../kombo/client";
import { findApplications, findCandidates } from "../../kombo/read";
import { accessWorks } from "../account/access-works";
import { accessTo } from "../account/credentials";
import { toStoredCandidate } from "../matching/known-candidates";

/**
 * Asks Kombo about rows of a batch: one request. Only what is kept of a candidate goes to the page. Where people are found
 * by the page only, `listed` has all that may be asked.
 */
export async function lookUpSlice(slice: AskSlice, listed: Listed): Promise<{ hits: Hit[]; failure: Failure | null }> {
  if (!isListed(listed, slice)) return { hits: [], failure: failure("by-hand-off") };
  const access = await accessTo(slice.integrationId);
  if (!access) return { hits: [], failure: failure("key-missing") };
  const answer = await ask(access, slice);
  if (!answer.ok) return { hits: [], failure: answer.failure };
  accessWorks(access);
  return {
    hits: answer.value.map(([value, one]) => ({ value, candidate: toStoredCandidate(one) })),
    failure: null,
  };
}

type Found = [value: string, candidate: CandidateIdentity];

async function ask(access: Access, { by, values }: AskSlice): Promise<Answer<Found[]>> {
  if (by === "application") {
    const answer = await findApplications(access, values);
    if (!answer.ok) return answer;
    return { ...answer, value: answer.value.map((one) => [one.applicationRemoteId, one.candidate]) };
  }
  const [first = ""] = values;
  const filter = by === "email" ? { email: first } : by === "kombo" ? { ids: values } : { remote_ids: values };
  const answer = await findCandidates(access, filter);
  if (!answer.ok) return answer;
  const askedFor = (one: CandidateIdentity) =>
    by === "email" ? first : by === "kombo" ? one.id : (one.remoteId ?? "");
  return { ...answer, value: answer.value.map((one): Found => [askedFor(one), one]) };
}

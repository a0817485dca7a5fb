import { atsGetApplications } from "@kombo-api/sdk/funcs/atsGetApplications.js";
import { atsGetCandidates } from "@kombo-api/sdk/funcs/atsGetCandidates.js";
import { atsGetTags } from "@kombo-api/sdk/funcs/atsGetTags.js";
import { atsGetUsers } from "@kombo-api/sdk/funcs/atsGetUsers.js";
import type { CandidateIdentity } from "../domain/candidate";
import type { Answer } from "./answer";
import { type Access, ask, core, READ_TIMEOUT_MS } from "./client";
import {
  type Page,
  readApplicant,
  readCandidate,
  readPage,
  readTag,
  readUser,
  type TagRecord,
  type UserRecord,
} from "./records";

const none = { results: [], next: null };

/** Candidates by ATS ids, by Kombo ids or by one e-mail: never two kinds at once, Kombo would AND them. */
export type CandidateFilter = { remote_ids: string[] } | { ids: string[] } | { email: string };

export async function findCandidates(access: Access, filter: CandidateFilter): Promise<Answer<CandidateIdentity[]>> {
  const read = (body: unknown) => readPage(body, readCandidate);
  return list(
    await ask(atsGetCandidates(core(access, READ_TIMEOUT_MS), filter), (page) => read(page.result) ?? none, read),
  );
}

/** The candidates of applications with these ATS ids, each candidate once. */
export async function findApplicants(access: Access, remoteIds: string[]): Promise<Answer<CandidateIdentity[]>> {
  const read = (body: unknown) => readPage(body, readApplicant);
  const answer = list(
    await ask(
      atsGetApplications(core(access, READ_TIMEOUT_MS), { remote_ids: remoteIds }),
      (page) => read(page.result) ?? none,
      read,
    ),
  );
  if (!answer.ok) return answer;
  return { ...answer, value: [...new Map(answer.value.map((one) => [one.id, one])).values()] };
}

export interface TagQuery {
  cursor?: string | undefined;
  updatedAfter?: Date | undefined;
  pageSize?: number;
}

/** One page of the tag list (at most 250); with `updatedAfter` also the deleted ones, to take them out. */
export function listTags(access: Access, query: TagQuery): Promise<Answer<Page<TagRecord>>> {
  const read = (body: unknown) => readPage(body, readTag);
  const request = {
    cursor: query.cursor,
    page_size: query.pageSize ?? 250,
    updated_after: query.updatedAfter,
    include_deleted: query.updatedAfter !== undefined,
  };
  return ask(atsGetTags(core(access, READ_TIMEOUT_MS), request), (page) => read(page.result) ?? none, read);
}

/** The ATS users with this e-mail address. */
export async function findUsers(access: Access, email: string): Promise<Answer<UserRecord[]>> {
  const read = (body: unknown) => readPage(body, readUser);
  return list(
    await ask(
      atsGetUsers(core(access, READ_TIMEOUT_MS), { emails: [email] }),
      (page) => read(page.result) ?? none,
      read,
    ),
  );
}

/** Look-ups match one person or a few; a first page is all there is to ask for. */
function list<T>(answer: Answer<Page<T>>): Answer<T[]> {
  return answer.ok ? { ...answer, value: answer.value.results } : answer;
}

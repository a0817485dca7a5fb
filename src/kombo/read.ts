import type { CandidateIdentity } from "../domain/candidate";
import type { Answer } from "./answer";
import { type Access, call, READ_TIMEOUT_MS } from "./client";
import type { ApplicationsQuery, CandidatesQuery, TagsQuery, UsersQuery } from "./contract";
import type { Reader } from "./fields";
import {
  type Applicant,
  type Page,
  readApplicant,
  readCandidate,
  readPage,
  readTag,
  readUser,
  type TagRecord,
  type UserRecord,
  warnLeftOut,
} from "./records";
import type { Operation } from "./request";

/** What the official SDK sends with every list unless told otherwise. */
export const LIST = { page_size: 100, include_deleted: false, ignore_unsupported_filters: false };

/** Reads one page of a list. */
export function list<T>(
  access: Access,
  name: "candidates" | "applications" | "tags" | "users",
  query: NonNullable<Operation["query"]>,
  one: Reader<T>,
): Promise<Answer<Page<T>>> {
  return call(access, {
    method: "GET",
    path: ["ats", name],
    query,
    timeoutMs: READ_TIMEOUT_MS,
    read: (answer) => readPage(answer, one),
  });
}

/** Candidates by ATS ids, by Kombo ids or by one e-mail: never two kinds at once, Kombo would AND them. */
export type CandidateFilter = { remote_ids: string[] } | { ids: string[] } | { email: string };

/** The candidates that carry one of the ids, or the address, asked for. */
export async function findCandidates(access: Access, filter: CandidateFilter): Promise<Answer<CandidateIdentity[]>> {
  const asked = "email" in filter ? [filter.email] : "ids" in filter ? filter.ids : filter.remote_ids;
  if (isEmpty(asked)) return nobody;
  const query = { ...LIST, ...filter } satisfies WithLists<CandidatesQuery>;
  return believe(await list(access, "candidates", query, readCandidate), ({ id, remoteId, emails }) => {
    if ("email" in filter) return emails.some((address) => folded(address) === folded(filter.email));
    return asked.includes(("ids" in filter ? id : remoteId) ?? "");
  });
}

/** The applications with these ATS ids, each with its candidate. */
export async function findApplications(access: Access, remoteIds: string[]): Promise<Answer<Applicant[]>> {
  if (isEmpty(remoteIds)) return nobody;
  const query = { ...LIST, remote_ids: remoteIds } satisfies WithLists<ApplicationsQuery>;
  const page = await list(access, "applications", query, readApplicant);
  return believe<Applicant>(page, (one) => remoteIds.includes(one.applicationRemoteId));
}

/** The candidates of applications with these ATS ids, each candidate once. */
export async function findApplicants(access: Access, remoteIds: string[]): Promise<Answer<CandidateIdentity[]>> {
  const answer = await findApplications(access, remoteIds);
  if (!answer.ok) return answer;
  return { ...answer, value: [...new Map(answer.value.map(({ candidate }) => [candidate.id, candidate])).values()] };
}

export interface TagQuery {
  cursor?: string | undefined;
  updatedAfter?: Date | undefined;
  pageSize?: number;
}

/** One page of the tag list (at most 250); with `updatedAfter` also the deleted ones, to take them out. */
export function listTags(
  access: Access,
  { cursor, updatedAfter, pageSize }: TagQuery,
): Promise<Answer<Page<TagRecord>>> {
  const query = {
    ...LIST,
    cursor,
    page_size: pageSize ?? 250,
    updated_after: updatedAfter?.toISOString(),
    include_deleted: updatedAfter !== undefined,
  } satisfies TagsQuery;
  return list(access, "tags", query, readTag);
}

/** The ATS users with this e-mail address. */
export async function findUsers(access: Access, email: string): Promise<Answer<UserRecord[]>> {
  if (isEmpty([email])) return nobody;
  const query = { ...LIST, emails: [email] } satisfies WithLists<UsersQuery>;
  return believe(
    await list(access, "users", query, readUser),
    (one) => one.email !== null && folded(one.email) === folded(email),
  );
}

type WithLists<T> = { [K in keyof T]: T[K] extends string[] | undefined ? readonly string[] | undefined : T[K] };

/** An empty filter is no filter to Kombo: it would answer with everybody. */
const isEmpty = (asked: readonly string[]): boolean => asked.length === 0 || asked.includes("");

const nobody = { ok: true as const, value: [], limit: null, remaining: null };

/** Kombo compares addresses without regard to case. */
const folded = (address: string): string => address.trim().toLowerCase();

/**
 * Look-ups match one person or a few, so the first page is all of them. A record that is not what was asked for is not
 * believed: the filter was ignored, or a comma in an id made it two.
 */
function believe<T>(answer: Answer<Page<T>>, wasAsked: (one: T) => boolean): Answer<T[]> {
  if (!answer.ok) return answer;
  const value = answer.value.results.filter(wasAsked);
  warnLeftOut(answer.value.results.length - value.length, "had not asked for");
  return { ...answer, value };
}

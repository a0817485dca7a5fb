import * as v from "valibot";
import type { CandidateIdentity } from "../domain/candidate";
import type * as Contract from "./contract";
import type { HttpAnswer } from "./exchange";
import { type Fields, list, maybe, type Reader, readAll, reader, text } from "./fields";

/**
 * Reading Kombo's records one by one, taking only what Quicktag keeps. A record that is odd is left out and logged; it
 * never fails the page.
 */
export interface Page<T> {
  results: T[];
  next: string | null;
}

const readResults = reader(
  v.object({ data: v.object({ results: v.custom<unknown[]>(Array.isArray), next: maybe }) }),
  ({ data }) => data,
);

/** `{data: {results, next}}`, each record read with `one`; null when the answer is no such page at all. */
export function readPage<T>({ body }: HttpAnswer, one: Reader<T>): Page<T> | null {
  const data = readResults(body.json);
  if (data === null) return null;
  const results = readAll(data.results, one);
  warnLeftOut(data.results.length - results.length, "could not read");
  return { results, next: data.next };
}

/** Says how many records of an answer were left out; nothing of what they hold. */
export function warnLeftOut(count: number, why: string): void {
  if (count > 0) console.warn(`Quicktag left out ${count} records it ${why}`);
}

const nameOf = (record: { first_name: string | null; last_name: string | null }): string =>
  [record.first_name, record.last_name].filter(Boolean).join(" ");

const candidate = v.object({
  id: text,
  remote_id: maybe,
  first_name: maybe,
  last_name: maybe,
  remote_url: maybe,
  email_addresses: list,
  tags: list,
} satisfies Fields<Contract.CandidateRecord> & Fields<Contract.ApplicantRecord>);

const readAddress = reader(v.object({ email_address: text }), (record) => record.email_address);
const readTagName = reader(v.object({ name: text }), (record) => record.name);

const identityOf = (record: v.InferOutput<typeof candidate>): CandidateIdentity => ({
  id: record.id,
  remoteId: record.remote_id,
  name: nameOf(record),
  emails: readAll(record.email_addresses, readAddress),
  remoteUrl: record.remote_url,
  tags: readAll(record.tags, readTagName),
});

export const readCandidate = reader(candidate, identityOf);

/** An application's ATS id with the candidate it belongs to. */
export interface Applicant {
  applicationRemoteId: string;
  candidate: CandidateIdentity;
}

export const readApplicant = reader(
  v.object({ remote_id: text, candidate_id: maybe, candidate } satisfies Fields<Contract.ApplicationRecord>),
  (record): Applicant | null => {
    // A record that contradicts itself names nobody.
    if (record.candidate_id !== null && record.candidate_id !== record.candidate.id) return null;
    return { applicationRemoteId: record.remote_id, candidate: identityOf(record.candidate) };
  },
);

export interface TagRecord {
  id: string;
  /** Null: deleted in the ATS. */
  name: string | null;
}

export const readTag = reader(
  v.object({ id: text, name: maybe, remote_deleted_at: maybe } satisfies Fields<Contract.TagRecord>),
  ({ id, name, remote_deleted_at }): TagRecord | null => {
    if (remote_deleted_at !== null) return { id, name: null };
    return name === null ? null : { id, name };
  },
);

export interface UserRecord {
  remoteId: string;
  name: string;
  email: string | null;
}

export const readUser = reader(
  v.object({
    remote_id: text,
    first_name: maybe,
    last_name: maybe,
    email: maybe,
  } satisfies Fields<Contract.UserRecord>),
  (record): UserRecord => ({ remoteId: record.remote_id, name: nameOf(record), email: record.email }),
);

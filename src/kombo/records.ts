import * as v from "valibot";
import type { CandidateIdentity } from "../domain/candidate";
import type * as Contract from "./contract";
import type { HttpAnswer } from "./exchange";

/**
 * Reading Kombo's records one by one, taking only what Quicktag keeps. A record that is odd is left out and logged; it
 * never fails the page.
 */
export interface Page<T> {
  results: T[];
  next: string | null;
}

/** Fields of a record in the contract: a name the official SDK does not know fails to compile. */
type Fields<T> = { [K in keyof T]?: v.GenericSchema<unknown, unknown> };

const text = v.pipe(v.string(), v.minLength(1));
/** A field we can do without: odd or missing, it is null. */
const maybe = v.fallback(v.nullish(text, null), null);
/** A list we can do without; odd elements become `none`. */
const listOf = <T extends v.GenericSchema>(one: T, none: v.InferOutput<T>) =>
  v.fallback(v.nullish(v.array(v.fallback(one, none)), []), []);

const emailAddresses = listOf(v.object({ email_address: maybe }), { email_address: null });
const tags = listOf(v.object({ name: maybe }), { name: null });

const candidate = v.object({
  id: text,
  remote_id: maybe,
  first_name: maybe,
  last_name: maybe,
  remote_url: maybe,
  email_addresses: emailAddresses,
  tags,
} satisfies Fields<Contract.CandidateRecord> & Fields<Contract.ApplicantRecord>);

const application = v.object({
  remote_id: text,
  candidate_id: maybe,
  candidate,
} satisfies Fields<Contract.ApplicationRecord>);

const tag = v.object({
  id: text,
  name: maybe,
  remote_deleted_at: maybe,
} satisfies Fields<Contract.TagRecord>);

const user = v.object({
  remote_id: text,
  first_name: maybe,
  last_name: maybe,
  email: maybe,
} satisfies Fields<Contract.UserRecord>);

const page = v.object({ data: v.object({ results: v.array(v.unknown()), next: maybe }) });

type Reader<T> = (record: unknown) => T | null;

/** `{data: {results, next}}`, each record read with `one`; null when the answer is no such page at all. */
export function readPage<T>({ body }: HttpAnswer, one: Reader<T>): Page<T> | null {
  const read = v.safeParse(page, body.kind === "object" ? body.value : null);
  if (!read.success) return null;
  const { results, next } = read.output.data;
  const good = results.map(one).filter((record) => record !== null);
  if (good.length < results.length) {
    console.warn(`Quicktag left out ${results.length - good.length} of ${results.length} records it could not read`);
  }
  return { results: good, next };
}

function reader<S extends v.GenericSchema, T>(schema: S, take: (record: v.InferOutput<S>) => T | null): Reader<T> {
  return (record) => {
    const read = v.safeParse(schema, record);
    return read.success ? take(read.output) : null;
  };
}

interface Named {
  first_name: string | null;
  last_name: string | null;
}

const nameOf = ({ first_name, last_name }: Named): string => [first_name, last_name].filter(Boolean).join(" ");

function identityOf(record: v.InferOutput<typeof candidate>): CandidateIdentity {
  return {
    id: record.id,
    remoteId: record.remote_id,
    name: nameOf(record),
    emails: record.email_addresses.flatMap(({ email_address }) => email_address ?? []),
    remoteUrl: record.remote_url,
    tags: record.tags.flatMap(({ name }) => name ?? []),
  };
}

export const readCandidate = reader(candidate, identityOf);

/** An application's ATS id with the candidate it belongs to. */
export interface Applicant {
  applicationRemoteId: string;
  candidate: CandidateIdentity;
}

export const readApplicant = reader(application, (record): Applicant | null => {
  // A record that contradicts itself names nobody.
  if (record.candidate_id !== null && record.candidate_id !== record.candidate.id) return null;
  return { applicationRemoteId: record.remote_id, candidate: identityOf(record.candidate) };
});

export interface TagRecord {
  id: string;
  /** Null: deleted in the ATS. */
  name: string | null;
}

export const readTag = reader(tag, ({ id, name, remote_deleted_at }): TagRecord | null => {
  if (remote_deleted_at !== null) return { id, name: null };
  return name === null ? null : { id, name };
});

export interface UserRecord {
  remoteId: string;
  name: string;
  email: string | null;
}

export const readUser = reader(
  user,
  (record): UserRecord => ({ remoteId: record.remote_id, name: nameOf(record), email: record.email }),
);

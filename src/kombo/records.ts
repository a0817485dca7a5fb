import type { CandidateIdentity } from "../domain/candidate";

/**
 * Reading Kombo's records one by one, taking only what Quicktag keeps. A record that is odd is left out and logged; it
 * never fails the page. Works on the SDK's values and on raw JSON alike.
 */
type Raw = Record<string, unknown>;

const isRaw = (value: unknown): value is Raw => typeof value === "object" && value !== null;
const str = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const listOf = (value: unknown): Raw[] => (Array.isArray(value) ? value.filter(isRaw) : []);

export interface Page<T> {
  results: T[];
  next: string | null;
}

/** `{data: {results, next}}` read with `one` for each record; null when it is no such page at all. */
export function readPage<T>(body: unknown, one: (raw: Raw) => T | null): Page<T> | null {
  const data = isRaw(body) ? body.data : undefined;
  if (!isRaw(data) || !Array.isArray(data.results)) return null;
  const results = data.results.flatMap((raw) => {
    const read = isRaw(raw) ? one(raw) : null;
    if (read === null) console.warn("Quicktag left out a record it could not read");
    return read === null ? [] : [read];
  });
  return { results, next: str(data.next) };
}

/** A candidate record, or the candidate embedded in an application. */
export function readCandidate(raw: Raw): CandidateIdentity | null {
  const id = str(raw.id);
  if (id === null) return null;
  const addresses = listOf(raw.email_addresses).map((address) => str(address.email_address));
  const tags = listOf(raw.tags).map((tag) => str(tag.name));
  return {
    id,
    remoteId: str(raw.remote_id),
    name: [str(raw.first_name), str(raw.last_name)].filter(Boolean).join(" "),
    emails: addresses.filter((one) => one !== null),
    remoteUrl: str(raw.remote_url),
    tags: tags.filter((one) => one !== null),
  };
}

/** The candidate an application belongs to. */
export function readApplicant(raw: Raw): CandidateIdentity | null {
  return isRaw(raw.candidate) ? readCandidate(raw.candidate) : null;
}

export interface TagRecord {
  id: string;
  /** Null: deleted in the ATS. */
  name: string | null;
}

export function readTag(raw: Raw): TagRecord | null {
  const id = str(raw.id);
  const name = str(raw.name);
  if (id === null || (name === null && !raw.remote_deleted_at)) return null;
  return { id, name: raw.remote_deleted_at ? null : name };
}

export interface UserRecord {
  remoteId: string;
  name: string;
}

export function readUser(raw: Raw): UserRecord | null {
  const remoteId = str(raw.remote_id);
  return remoteId === null
    ? null
    : { remoteId, name: [str(raw.first_name), str(raw.last_name)].filter(Boolean).join(" ") };
}

import type { CandidateState, Company, TagState } from "./company";
import { changedAfter, paged, type Query, sameText, wanted } from "./query";
import { applicationRecord, candidateRecord } from "./records";

function mirrored(company: Company): CandidateState[] {
  return company.options.onlyCreated ? [] : company.candidates.filter(({ mirror }) => mirror.visible);
}

/** `GET /ats/candidates`: different filters all have to fit. */
export function listCandidates(company: Company, query: Query) {
  const ids = wanted(query.ids);
  const remoteIds = wanted(query.remote_ids);
  const email = sameText(query.email);
  const first = sameText(query.first_name);
  const last = sameText(query.last_name);
  const changed = changedAfter(query.updated_after);
  const hits = mirrored(company).filter(
    ({ id, person, mirror }) =>
      ids(id) &&
      remoteIds(person.remoteId) &&
      person.emails.some(email) &&
      first(person.firstName) &&
      last(person.lastName) &&
      changed(mirror.changedAt),
  );
  return paged(hits, query, (state) => candidateRecord(company, state));
}

/** `GET /ats/applications`. */
export function listApplications(company: Company, query: Query) {
  const ids = wanted(query.ids);
  const remoteIds = wanted(query.remote_ids);
  const changed = changedAfter(query.updated_after);
  const hits = mirrored(company).filter(
    ({ person, mirror }) =>
      ids(person.komboApplicationId) && remoteIds(person.applicationRemoteId) && changed(mirror.changedAt),
  );
  return paged(hits, query, (state) => applicationRecord(company, state));
}

function tagRecord({ id, name, changedAt, deletedAt, deletionMirrored }: TagState) {
  return {
    id,
    remote_id: id.slice(3, 8),
    name,
    changed_at: changedAt.toISOString(),
    remote_deleted_at: deletionMirrored ? (deletedAt?.toISOString() ?? null) : null,
  };
}

/** A tag of the endless list. */
function extraTag(index: number) {
  const number = String(index).padStart(9, "0");
  const changed_at = "2026-01-05T08:00:00.000Z";
  return {
    id: `TagOfNoEnd${number}00000`,
    remote_id: number,
    name: `Tag ${number}`,
    changed_at,
    remote_deleted_at: null,
  };
}

/** `GET /ats/tags`: as the last sync left them. */
export function listTags(company: Company, query: Query) {
  const { tagPaging, tagPageLimit } = company.options;
  const ids = wanted(query.ids);
  const changed = changedAfter(query.updated_after);
  const deletedToo = query.include_deleted === "true";
  const hits = company.tags.filter(
    (tag) => tag.mirrored && ids(tag.id) && changed(tag.changedAt) && (deletedToo || !tag.deletionMirrored),
  );
  return paged(hits, query, tagRecord, { paging: tagPaging, limit: tagPageLimit, extra: extraTag });
}

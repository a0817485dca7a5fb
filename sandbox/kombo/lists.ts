import type { CandidateState, Company } from "./company";
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
  return paged(
    hits.map((state) => candidateRecord(company, state)),
    query,
  );
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
  return paged(
    hits.map((state) => applicationRecord(company, state)),
    query,
  );
}

/** `GET /ats/tags`: as the last sync left them. */
export function listTags(company: Company, query: Query) {
  const ids = wanted(query.ids);
  const changed = changedAfter(query.updated_after);
  const deletedToo = query.include_deleted === "true";
  const hits = company.tags.filter(
    (tag) => tag.mirrored && ids(tag.id) && changed(tag.changedAt) && (deletedToo || !tag.deletionMirrored),
  );
  return paged(
    hits.map((tag) => ({
      id: tag.id,
      remote_id: tag.id.slice(3, 8),
      name: tag.name,
      changed_at: tag.changedAt.toISOString(),
      remote_deleted_at: tag.deletionMirrored ? (tag.deletedAt?.toISOString() ?? null) : null,
    })),
    query,
  );
}

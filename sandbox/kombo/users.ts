import type { Company } from "./company";
import { paged, type Query, wanted } from "./query";

const PEOPLE = [
  ["Rita", "Recruiter", "rita.recruiter@example.com", "RECRUITER"],
  ["Hal", "Manager", "hal.manager@example.com", "HIRING_MANAGER"],
] as const;

/** The ATS's own users, as Kombo lists them: the same two in every company. */
export function usersOf(company: Company) {
  const suffix = company.integration.id.split(":")[1] ?? "";
  return PEOPLE.map(([first_name, last_name, email, unified_type], index) => ({
    id: `User${index + 1}${suffix}`.slice(0, 24),
    remote_id: String(9001 + index),
    first_name,
    last_name,
    email,
    status: "ACTIVE" as const,
    changed_at: "2026-01-05T08:00:00.000Z",
    remote_deleted_at: null,
    system_roles: [{ remote_id: "1", remote_label: unified_type, scope: "SYSTEM", unified_type }],
  }));
}

/** `GET /ats/users`. */
export function listUsers(company: Company, query: Query) {
  const emails = wanted(query.emails?.toLowerCase());
  const ids = wanted(query.ids);
  const remoteIds = wanted(query.remote_ids);
  const hits = usersOf(company).filter((user) => emails(user.email) && ids(user.id) && remoteIds(user.remote_id));
  return paged(hits, query, (user) => user);
}

import type { ApplicationsQuery, CandidatesQuery, TagsQuery, UsersQuery } from "../src/kombo/contract";

/** What of Kombo's API the relay lets through. Everything else is answered with 404. */
export interface Endpoint {
  name: EndpointName;
  method: "GET" | "POST" | "DELETE";
  /** A PCRE pattern of the whole path as it is sent, nothing decoded. */
  path: string;
  /** A PCRE pattern of the whole query; null where there must be none. */
  query: string | null;
  /** Where the integration is named; null where the call speaks of the key alone. */
  integration: "header" | "path" | null;
  body: "tag" | "sync" | null;
}

export type EndpointName =
  | "check-key"
  | "integration"
  | "sync"
  | "candidates"
  | "applications"
  | "tags"
  | "users"
  | "add-tag"
  | "remove-tag";

const ID = "[A-Za-z0-9_-]{1,100}";
/** The header names an integration so; in a path, the colon may be encoded. */
export const INTEGRATION_ID = "[a-z0-9_]{1,40}:[A-Za-z0-9_-]{1,100}";
const INTEGRATION_IN_PATH = INTEGRATION_ID.replace(":", "(?::|%3[Aa])");
/** What `encodeURIComponent` leaves; \x27 is the single quote. */
const VALUE = "(?:[A-Za-z0-9._~!*\\x27()-]|%[0-9A-Fa-f]{2})+";

/** The parameters of every list. `ignore_unsupported_filters` may not be switched on: Kombo would answer with everybody. */
const COMMON = {
  cursor: VALUE,
  page_size: "[0-9]{1,3}",
  include_deleted: "(?:true|false)",
  ignore_unsupported_filters: "false",
  updated_after: VALUE,
} as const;

/** A query of parameters in any order. With `filters`, one of them has to be there, or nobody but one record is asked for. */
function query(common: Record<string, string>, filters: readonly string[] = []): string {
  const all = { ...common, ...Object.fromEntries(filters.map((name) => [name, VALUE])) };
  const parameter = `(?:${Object.entries(all)
    .map(([name, value]) => `${name}=${value}`)
    .join("|")})`;
  const any = `(?:${parameter}(?:&${parameter})*)?`;
  // A few parameters, each name once: of two, Kombo and we might take different ones.
  const once = "(?=[^&]*(?:&[^&]*){0,9}$)(?!(?:.*&)?(?<name>[a-z_]+)=(?:.*&)?\\k<name>=)";
  if (filters.length === 0) return `^${once}${any}$`;
  const filtered = `(?:.*&)?(?:${filters.join("|")})=`;
  const first = `(?!.*cursor=)(?:.*&)?page_size=1(?:&|$)`;
  return `^${once}(?=${filtered}|${first})${any}$`;
}

const list = (name: string, pattern: string): Endpoint => ({
  name: name as EndpointName,
  method: "GET",
  path: `^/v1/ats/${name}$`,
  query: pattern,
  integration: "header",
  body: null,
});

const TAG_PATH = `^/v1/ats/candidates/${ID}/tags$`;

export const ENDPOINTS: readonly Endpoint[] = [
  { name: "check-key", method: "GET", path: "^/v1/check-api-key$", query: null, integration: null, body: null },
  {
    name: "integration",
    method: "GET",
    path: `^/v1/integrations/${INTEGRATION_IN_PATH}$`,
    query: null,
    integration: "path",
    body: null,
  },
  { name: "sync", method: "POST", path: "^/v1/force-sync$", query: null, integration: "header", body: "sync" },
  list(
    "candidates",
    query(COMMON satisfies Parameters<CandidatesQuery>, ["ids", "remote_ids", "email"] satisfies Name<CandidatesQuery>),
  ),
  list(
    "applications",
    query(COMMON satisfies Parameters<ApplicationsQuery>, ["ids", "remote_ids"] satisfies Name<ApplicationsQuery>),
  ),
  list("tags", query(COMMON satisfies Parameters<TagsQuery>)),
  list("users", query(COMMON satisfies Parameters<UsersQuery>, ["emails"] satisfies Name<UsersQuery>)),
  { name: "add-tag", method: "POST", path: TAG_PATH, query: null, integration: "header", body: "tag" },
  { name: "remove-tag", method: "DELETE", path: TAG_PATH, query: null, integration: "header", body: "tag" },
];

type Name<Query> = (keyof Query)[];
type Parameters<Query> = Partial<Record<keyof Query, string>>;

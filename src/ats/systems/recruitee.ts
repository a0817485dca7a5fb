import { digits } from "../common/ids";
import { hashRoute, param, segments } from "../common/url";
import { byCandidate, candidate, needsPage, noCandidate } from "../common/verdict";
import type { Rule } from "../rule";

const HOST = "app.recruitee.com";
/** The newer home; what a candidate's address looks like there is not known. */
const NEW_HOST = "app.tellent.com";

interface Named {
  person: string | null;
  company: string | null;
}

const inQuery = (query: URLSearchParams): Named => ({
  person: digits(param(query, "candidate")),
  company: digits(param(query, "company")),
});

/** `candidates/7` and `c/89/candidates/7`. */
function inPath(path: readonly string[]): Named {
  const [company, rest] = path[0] === "c" ? [digits(path[1]), path.slice(2)] : [null, path];
  return { person: rest[0] === "candidates" ? digits(rest[1]) : null, company };
}

/** Recruitee (Tellent). A profile opens over whatever route is shown: the hash's query names it. */
export const recruitee: Rule = {
  id: "recruitee",
  matches: [`https://${HOST}/*`, `https://${NEW_HOST}/*`],
  read({ url }) {
    if (url.hostname !== HOST && url.hostname !== NEW_HOST) return null;
    const route = hashRoute(url);
    const path = segments(url.pathname);
    const named = [inQuery(route.query), inQuery(url.searchParams), inPath(route.segments), inPath(path)];
    const tenant = named.find(({ company }) => company)?.company ?? null;
    const person = named.find((one) => one.person)?.person;
    if (person) return candidate(tenant, byCandidate(person));
    const profile = [path, route.segments].some((one) => /^candidates?$/.test(one.at(-2) ?? ""));
    return url.hostname === NEW_HOST && profile ? needsPage(tenant) : noCandidate(tenant);
  },
};

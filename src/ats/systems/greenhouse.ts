import type { LookUp } from "../../domain/candidate";
import { isLabel, subdomain } from "../common/host";
import { digits } from "../common/ids";
import { numberAfter } from "../common/links";
import { idAfter, param, segments } from "../common/url";
import { byApplication, byCandidate, candidate, needingPageMatch, noCandidate } from "../common/verdict";
import type { Rule } from "../rule";

/** Shared by all customers: `app`, the numbered silos, and their regional twins. */
const SHARED = /^app\d*(?:\.[a-z]{2})?$/;

/** Greenhouse's own sites and the applicants' side; every other name is a customer's sign-on address. */
const NOT_RECRUITERS = new Set(
  "www api harvest boards boards-api job-boards my onboarding support help developer developers status login auth id info resources learn community blog cdn assets analytics".split(
    " ",
  ),
);

/** Pages on the recruiters' host that applicants open. */
const APPLICANT_PAGES = new Set(["tests", "availability"]);

/** A list or a review queue that only mentions an application in its query. */
function isQueue([first, second, third]: readonly string[]): boolean {
  return (first === "applications" && second === "review") || (first === "plans" && third === "candidates");
}

function personOf(path: readonly string[]): string | null {
  const [first, second, third, fourth] = path;
  if (first === "people" || first === "candidates") return digits(second);
  return first === "guides" && digits(second) && third === "people" ? digits(fourth) : null;
}

function applicationOf(url: URL, path: readonly string[], person: string | null): LookUp | null {
  const query = url.searchParams;
  const named = digits(param(query, "application_id")) ?? digits(param(query, "job_application_id"));
  if (person) {
    const id = idAfter(path, ["applications"], digits) ?? named;
    return id ? byApplication(id) : null;
  }
  const opened = path[0] === "applications" ? digits(path[1]) : null;
  if (opened) return byApplication(opened);
  return named && isQueue(path) ? needingPageMatch(byApplication(named)) : null;
}

/** Greenhouse Recruiting; one rule for both of Kombo's connectors, which serve the same site. */
export const greenhouse: Rule = {
  id: "greenhouse",
  matches: ["https://*.greenhouse.io/*"],
  links: [
    ...numberAfter(
      ...["people", "guides/*/people", "candidates", "applications"].map((path) => `https://*.greenhouse.io/${path}/`),
    ),
    ...["applications/review", "plans/*/candidates"].map((path) => `https://*.greenhouse.io/${path}*application_id=*`),
  ],
  reads: {
    name: { kind: "elements", selector: ".person-name, h3.name span" },
  },
  nameReads: ["name"],
  read({ url }) {
    const sub = subdomain(url.hostname, "greenhouse.io");
    if (sub === null || NOT_RECRUITERS.has(sub)) return null;
    const shared = SHARED.test(sub);
    if (!shared && !isLabel(sub)) return null;
    const tenant = shared ? null : sub;
    const path = segments(url.pathname);
    if (APPLICANT_PAGES.has(path[0] ?? "")) return null;
    const person = personOf(path);
    const application = applicationOf(url, path, person);
    if (!person && !application) return noCandidate(tenant);
    return candidate(tenant, person ? byCandidate(person) : null, application);
  },
};

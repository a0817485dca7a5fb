import { isLabel, subdomain } from "../common/host";
import { digits } from "../common/ids";
import { numberAfter } from "../common/links";
import { segments } from "../common/url";
import { byCandidate, candidate, needingPageMatch, noCandidate } from "../common/verdict";
import type { Rule } from "../rule";

/** The vendor's own sites and the applicants' side. */
const NOT_RECRUITERS = new Set(
  "apply jobs careers help api developers resources get status support blog id".split(" "),
);

/** Entries to the recruiters' side that name no customer. */
const NO_TENANT = new Set(["", "www", "app"]);

/** The API's id is the address's number plus this, in hexadecimal: true for every pair that could be compared. */
const OFFSET = 1234n;

const apiId = (number: string): string => (BigInt(number) + OFFSET).toString(16);

/** The candidate's number in a path below `/backend`. */
function numberIn([first, ...rest]: readonly string[]): string | null {
  if (first === "candidates") {
    return digits(rest[0]) ?? (rest[0] === "db" && rest[1] === "profile" ? digits(rest[2]) : null);
  }
  if (first !== "jobs") return null;
  const [, view, second, third, fourth] = rest;
  if (view === "candidates") return digits(second);
  return view === "browser" && third === "candidate" ? digits(fourth) : null;
}

/** Workable. The address has another number than the API; the id worked out from it counts only when the page agrees. */
export const workable: Rule = {
  id: "workable",
  name: "Workable",
  connectors: ["workable"],
  matches: ["https://*.workable.com/backend/*"],
  links: numberAfter(
    ...["*candidates/", "*candidate/", "candidates/db/profile/"].map(
      (path) => `https://*.workable.com/backend/${path}`,
    ),
  ),
  read({ url }) {
    const sub = subdomain(url.hostname, "workable.com");
    if (sub === null || NOT_RECRUITERS.has(sub) || (sub !== "" && !isLabel(sub))) return null;
    const [root, ...path] = segments(url.pathname);
    if (root !== "backend") return null;
    const tenant = NO_TENANT.has(sub) ? null : sub;
    const number = numberIn(path);
    return number ? candidate(tenant, needingPageMatch(byCandidate(apiId(number)))) : noCandidate(tenant);
  },
};

import type { Given, Rule, Verdict } from "../rule";
import { guesses } from "../shared/by-page";
import { isLabel, subdomain } from "../shared/host";
import { labelledNumber } from "../shared/labelled";
import { hashRoute, segments } from "../shared/url";
import { byCandidate, doubtful, needsPage, noCandidate } from "../shared/verdict";

const VENDOR = new Set(["", "www", "api", "support", "confluence", "help", "docs", "status"]);
const WORDS = {
  candidate: ["applicant", "applicants", "bewerber", "candidate", "candidates"],
  application: ["application", "applications", "bewerbung", "bewerbungen"],
};

function read({ url, facts }: Given): Verdict {
  const tenant = subdomain(url.hostname, "erecruiter.net");
  if (tenant === null || VENDOR.has(tenant) || !isLabel(tenant)) return null;
  const pieces = [...segments(url.pathname), ...hashRoute(url).segments];
  if (pieces[0]?.toLowerCase() === "api") return null;
  if (pieces.length === 0) return noCandidate(tenant);
  const lookups = guesses(pieces, url.searchParams, WORDS);
  // Recruiters see an applicant number; that it is the API's id is likely, not known.
  const shown = facts && labelledNumber(facts.text, ["Bewerbernummer", "Applicant number"]);
  if (shown && !lookups.some((lookup) => lookup.value === shown)) lookups.push(doubtful(byCandidate(shown)));
  return needsPage(tenant, ...lookups);
}

/** The Austrian eRecruiter (erecruiter.net; the Polish erecruiter.pl is another product): found by the page's e-mail. */
export const erecruiter: Rule = {
  id: "erecruiter",
  name: "eRecruiter",
  connectors: ["erecruiter"],
  matches: ["*://*.erecruiter.net/*"],
  read,
};

import { byPage } from "../common/by-page";
import { isLabel, subdomain } from "../common/host";
import { labelledNumber } from "../common/labelled";
import { segments } from "../common/url";
import { byCandidate, needingPageMatch, needsPage } from "../common/verdict";
import type { Given, Rule, Verdict } from "../rule";

const VENDOR = new Set(["", "www", "api", "support", "confluence", "help", "docs", "status"]);
const WORDS = {
  candidate: ["applicant", "applicants", "bewerber", "candidate", "candidates"],
  application: ["application", "applications", "bewerbung", "bewerbungen"],
};

function read({ url, facts }: Given): Verdict {
  const tenant = subdomain(url.hostname, "erecruiter.net");
  if (tenant === null || VENDOR.has(tenant) || !isLabel(tenant)) return null;
  if (segments(url.pathname)[0]?.toLowerCase() === "api") return null;
  const verdict = byPage(tenant, url, WORDS);
  // Recruiters see an applicant number; that it is the API's id is likely, not known.
  const shown = facts && labelledNumber(facts.text, ["Bewerbernummer", "Applicant number"]);
  if (verdict?.kind !== "needs-page" || !shown) return verdict;
  const others = verdict.lookups.filter((lookup) => lookup.value !== shown);
  return needsPage(tenant, needingPageMatch(byCandidate(shown)), ...others);
}

/** The Austrian eRecruiter (erecruiter.net; the Polish erecruiter.pl is another product): found by the page's e-mail. */
export const erecruiter: Rule = {
  id: "erecruiter",
  matches: ["*://*.erecruiter.net/*"],
  read,
};

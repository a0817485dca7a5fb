import type { Given, Rule, Verdict } from "../rule";
import { guesses } from "../shared/by-page";
import { isLabel, subdomain } from "../shared/host";
import { hashRoute, segments } from "../shared/url";
import { needsPage, noCandidate } from "../shared/verdict";

const VENDOR = new Set(["", "www", "api"]);
const WORDS = {
  candidate: ["jobseeker", "jobseekers", "candidate", "candidates", "kandidat", "kandidati"],
  application: [],
};

function read({ url }: Given): Verdict {
  const tenant = subdomain(url.hostname, "recru.eu");
  if (tenant === null || VENDOR.has(tenant) || !isLabel(tenant)) return null;
  const pieces = [...segments(url.pathname), ...hashRoute(url).segments];
  if (pieces[0] === "api") return null;
  if (pieces.length === 0) return noCandidate(tenant);
  return needsPage(tenant, ...guesses(pieces, url.searchParams, WORDS));
}

/** RECRU: each customer on a sub-domain; no address of a candidate is public, the page's e-mail decides. */
export const recruhr: Rule = {
  id: "recruhr",
  name: "RECRU",
  connectors: ["recruhr"],
  matches: ["*://*.recru.eu/*"],
  read,
};

import type { Given, Rule, Verdict } from "../rule";
import { guesses } from "../shared/by-page";
import { isLabel, subdomain } from "../shared/host";
import { hashRoute, segments } from "../shared/url";
import { needsPage, noCandidate } from "../shared/verdict";

const VENDOR = new Set(["www", "api", "help", "docs", "status", "developers"]);
const WORDS = { candidate: ["candidate", "candidates"], application: ["application", "applications"] };

function read({ url }: Given): Verdict {
  const tenant = subdomain(url.hostname, "onlyfy.io");
  if (tenant === null || VENDOR.has(tenant) || (tenant !== "" && !isLabel(tenant))) return null;
  const pieces = [...segments(url.pathname), ...hashRoute(url).segments];
  const [first, second] = pieces;
  // API manual, and public job feeds on the customers' sub-domains.
  if (first === "doc" || (first === "job" && (second === "list" || second === "show"))) return null;
  if (!first || first === "accounts") return noCandidate(tenant || null);
  return needsPage(tenant || null, ...guesses(pieces, url.searchParams, WORDS));
}

/** Onlyfy Application Manager (formerly Prescreen): no address of a candidate is public, the page's e-mail decides. */
export const onlyfy: Rule = {
  id: "onlyfy",
  name: "Onlyfy",
  connectors: ["onlyfy"],
  matches: ["*://*.onlyfy.io/*"],
  read,
};

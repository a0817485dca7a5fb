import { byPage } from "../common/by-page";
import { isLabel, subdomain } from "../common/host";
import { segments } from "../common/url";
import { noCandidate } from "../common/verdict";
import type { Given, Rule, Verdict } from "../rule";

const VENDOR = new Set(["www", "api", "help", "docs", "status", "developers"]);
const WORDS = { candidate: ["candidate", "candidates"], application: ["application", "applications"] };

function read({ url }: Given): Verdict {
  const tenant = subdomain(url.hostname, "onlyfy.io");
  if (tenant === null || VENDOR.has(tenant) || (tenant !== "" && !isLabel(tenant))) return null;
  const [first, second] = segments(url.pathname);
  // API manual, and public job feeds on the customers' sub-domains.
  if (first === "doc" || (first === "job" && (second === "list" || second === "show"))) return null;
  if (first === "accounts") return noCandidate(tenant || null);
  return byPage(tenant || null, url, WORDS);
}

/** Onlyfy Application Manager (formerly Prescreen): no address of a candidate is public, the page's e-mail decides. */
export const onlyfy: Rule = {
  id: "onlyfy",
  matches: ["*://*.onlyfy.io/*"],
  read,
};

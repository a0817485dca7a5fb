import { byPage } from "../common/by-page";
import { plainPieces } from "../common/elsewhere";
import { isLabel, subdomain } from "../common/host";
import { noCandidate } from "../common/verdict";
import type { Given, Rule, Verdict } from "../rule";

/** Sign-in, careers pages and the vendor's own hosts. */
const VENDOR = new Set(["", "www", "hire", "login", "api", "auth", "developer"]);
const WORDS = { candidate: ["talent", "talents", "applicant", "applicants"], application: [] };

function read({ url }: Given): Verdict {
  const tenant = subdomain(url.hostname, "myavionte.com");
  if (tenant === null || VENDOR.has(tenant) || !isLabel(tenant)) return null;
  const pieces = plainPieces(url);
  // A job shared with the public.
  if (pieces[1] === "compas_sharejob") return null;
  if (pieces.join() === "staff") return noCandidate(tenant);
  // Most BOLD addresses carry encoded ids, which Kombo does not know; a plain number is worth asking.
  return byPage(tenant, url, WORDS);
}

/** Avionté BOLD: found by the page's e-mail. Everything on avionte.com is public or API. */
export const avionte: Rule = {
  id: "avionte",
  matches: ["*://*.myavionte.com/*"],
  read,
};

import { byPage } from "../common/by-page";
import { isLabel, subdomain } from "../common/host";
import { segments } from "../common/url";
import type { Given, Rule, Verdict } from "../rule";

const VENDOR = new Set(["", "www", "api"]);
const WORDS = {
  candidate: ["jobseeker", "jobseekers", "candidate", "candidates", "kandidat", "kandidati"],
  application: [],
};

function read({ url }: Given): Verdict {
  const tenant = subdomain(url.hostname, "recru.eu");
  if (tenant === null || VENDOR.has(tenant) || !isLabel(tenant)) return null;
  if (segments(url.pathname)[0] === "api") return null;
  return byPage(tenant, url, WORDS);
}

/** RECRU: each customer on a sub-domain; no address of a candidate is public, the page's e-mail decides. */
export const recruhr: Rule = {
  id: "recruhr",
  matches: ["*://*.recru.eu/*"],
  read,
};

import { segments } from "../common/url";
import { byApplication, byCandidate, candidate, noCandidate } from "../common/verdict";
import type { Rule, Verdict } from "../rule";

/** Sub-domains are the customers' public careers sites; recruiters work here only. */
const HOST = "www.welcomekit.co";

/** An organisation's prefix and a database key: `wttj-d655…`. Job references (`WTTJ_KmqkD1Y`) look different. */
const REFERENCE = /^[a-z0-9]{1,24}-[0-9a-f]{12,40}$/i;

function read({ url }: { url: URL }): Verdict {
  if (url.hostname !== HOST) return null;
  const [app, o, org, jobs, , card, reference] = segments(url.pathname);
  if (app !== "dashboard") return null;
  const tenant = o === "o" && org ? org : null;
  if (tenant === null || jobs !== "jobs" || card !== "card" || !reference || !REFERENCE.test(reference)) {
    return noCandidate(tenant);
  }
  // One candidate belongs to one job here, so the same reference may be what Kombo calls the application.
  return candidate(tenant, byCandidate(reference), byApplication(reference));
}

/** Welcome to the Jungle's ATS, formerly Welcome Kit: a card over a job's board names the candidate. */
export const welcometothejungle: Rule = {
  id: "welcometothejungle",
  matches: ["*://www.welcomekit.co/*"],
  links: ["*://www.welcomekit.co/dashboard/o/*/jobs/*/card/*-*"],
  reads: { name: { kind: "elements", selector: ".card-header-name" } },
  nameReads: ["name"],
  read,
};

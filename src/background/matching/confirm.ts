import type { ShownCandidate } from "../../domain/find";
import { bestEffort } from "../best-effort";
import { learnUrlPattern } from "./by-url-ids";
import { bind, remember } from "./known-candidates";

/**
 * "Yes, this is the person": remembered for the identity of the page and the name it showed; the tenant is bound; a
 * searched page's address is learned. On a page that hides the name it counts this once and nothing is remembered.
 */
export async function confirmMatch(shown: ShownCandidate): Promise<ShownCandidate> {
  const sure: ShownCandidate = { ...shown, certainty: { level: "sure", reason: "confirmed" } };
  if (shown.certainty.level === "refuse") return shown;
  const { reference, pageUrl, matchedBy, integrationId } = shown;
  if (shown.nameHidden || reference === null || matchedBy === "hand") return sure;
  await bestEffort(remember(shown, true));
  // An e-mail says who somebody is, not which company's ATS this is; an id and a look at the page say both.
  const saysTenant = matchedBy === "candidate" || matchedBy === "application";
  if (reference.ats !== null && saysTenant) await bestEffort(bind(reference, integrationId));
  if (matchedBy === "url-id" && pageUrl !== null) await bestEffort(learnUrlPattern(shown, pageUrl));
  return sure;
}

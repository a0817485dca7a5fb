import type { AtsReference } from "../../domain/candidate";
import type { ShownCandidate } from "../../domain/find";
import { bestEffort } from "../best-effort";
import { learnUrlPattern } from "./by-url-ids";
import { bind, remember } from "./known-candidates";

/** "Yes, this is the person": remembered for this reference; the tenant is bound; a searched page's shape is learned. */
export async function confirmMatch(shown: ShownCandidate): Promise<ShownCandidate> {
  const sure: ShownCandidate = { ...shown, certainty: { level: "sure", reason: "confirmed" } };
  if (shown.certainty.level === "refuse") return shown;
  const { reference, pageUrl } = shown;
  if (reference === null || reference.lookups.length === 0) return sure;
  await bestEffort(keep({ ...shown, reference }));
  if (shown.matchedBy === "token" && pageUrl !== null) {
    await bestEffort(learnUrlPattern(shown, pageUrl));
  }
  return sure;
}

async function keep(shown: ShownCandidate & { reference: AtsReference }): Promise<void> {
  const { matchedBy, reference, integrationId } = shown;
  if (matchedBy === "hand") return;
  await remember(shown, true);
  // An e-mail says who somebody is, not which company's ATS this is; an id and a look at the page say both.
  const saysTenant = matchedBy === "candidate" || matchedBy === "application";
  if (reference.ats !== null && saysTenant) await bind(reference, integrationId);
}

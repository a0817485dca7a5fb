import type { Shown } from "../domain/find";
import { bind, remember } from "./candidates";
import { learnShape } from "./find/tokens";
import { buildMenus } from "./menu/build";

/** "Yes, this is the person": remembered for this reference; the tenant is bound; a searched page's shape is learned. */
export async function confirm(shown: Shown): Promise<Shown> {
  const sure: Shown = { ...shown, certainty: { level: "sure", reason: "confirmed" } };
  if (shown.certainty.level === "refuse") return shown;
  const { reference, pageUrl } = shown;
  if (reference === null || reference.lookups.length === 0) return sure;
  if (shown.matchedBy !== "hand") {
    await remember({ ...shown, reference }, true);
    // An e-mail says who somebody is, not which company's ATS this is; an id and a look at the page say both.
    if (reference.ats !== null && (shown.matchedBy === "candidate" || shown.matchedBy === "application")) {
      await bind(reference, shown.integrationId);
    }
  }
  if (shown.matchedBy === "token" && pageUrl !== null) {
    await learnShape(shown, pageUrl);
    void buildMenus();
  }
  return sure;
}

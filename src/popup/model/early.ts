import { RULES } from "../../ats";
import { detect } from "../../ats/detect";
import type { AtsReference } from "../../domain/candidate";
import type { Integration } from "../../domain/settings";

/** What the address alone says, before anybody is asked. */
export interface Named {
  reference: AtsReference;
  /** Integrations this page's ATS may belong to. */
  integrations: readonly Integration[];
}

/** Whom the address names and where to look for that person; null when it names nobody. */
export function named(url: string, integrations: readonly Integration[]): Named | null {
  const detection = detect(RULES, url);
  if (detection.is !== "candidate" || detection.needsPage) return null;
  const { connectors } = detection.rule;
  return {
    reference: detection.reference,
    integrations: integrations.filter((integration) => connectors.includes(integration.connector)),
  };
}

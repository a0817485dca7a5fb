import { detect } from "../../ats/detect";
import { RULES } from "../../ats/index";
import { CONNECTORS } from "../../domain/connector";
import type { Settings } from "../../domain/settings";
import { readBinding, readUrlPatterns } from "../../storage/read";
import { readSettings } from "../../storage/settings";
import { tabUrl } from "./page";

/**
 * Whether an address is on a site that following may read: a vendor's host of an ATS that is set up, a company's own host
 * once it was confirmed, or the host of a learned page.
 */
export async function isKnownSite(href: string, { integrations }: Settings): Promise<boolean> {
  const detection = detect(RULES, href);
  if ("rule" in detection) {
    const { rule, hostTrust } = detection;
    const isSetUp = integrations.some(({ connector }) => CONNECTORS[connector].ats === rule.id);
    const tenant = detection.kind === "candidate" ? detection.reference.tenant : detection.tenant;
    if (isSetUp && (hostTrust === "vendor" || (await readBinding(rule.id, tenant)) !== undefined)) return true;
  }
  const host = URL.canParse(href) ? new URL(href).host : "";
  const learned = await readUrlPatterns();
  return learned.some((one) => one.host === host && integrations.some(({ id }) => id === one.integrationId));
}

/** The match pattern of one host, as a permission is asked for; null where the manifest allows none. */
function hostPattern(href: string): string | null {
  const { protocol, hostname } = new URL(href);
  const mayAsk = protocol === "https:" || hostname === "localhost" || hostname === "127.0.0.1";
  return mayAsk ? `${protocol}//${hostname}/*` : null;
}

/** The pattern of the site open in a tab, if it is one that following may read; null otherwise. */
export async function knownSiteOf(tabId: number): Promise<string | null> {
  const [href, settings] = await Promise.all([tabUrl(tabId), readSettings()]);
  if (!settings.following) return null;
  return href !== null && (await isKnownSite(href, settings)) ? hostPattern(href) : null;
}

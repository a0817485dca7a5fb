import { urlIdsOf } from "../../ats/url-ids";
import type { FindResult, WaitsForKey } from "../../domain/find";
import { byRule, readPage } from "./by-tab";
import { findByUrlPattern } from "./by-url-ids";
import { isKnownSite } from "./known-site";
import type { TabRequest } from "./lookup";
import { tabUrl } from "./page";
import { isScreen, readiness } from "./prepare";

const waits = (because: WaitsForKey): FindResult => ({ kind: "waits-for-key", because });

/**
 * Who is open in a tab that the panel follows, as far as it may be found out without a key: nothing runs on a site that
 * is not known, and Kombo is sent certain ids and ids of learned pages only.
 */
export async function findByFollowing(request: TabRequest): Promise<FindResult> {
  const ask = { ...request, following: true as const };
  const ready = await readiness();
  if (isScreen(ready)) return ready;
  if (!ready.settings.following) return waits("by-policy");
  const url = await tabUrl(ask.tabId);
  if (url === null) return waits("no-access");
  if (!(await isKnownSite(url, ready.settings))) return waits("other-site");
  const page = await readPage(ask.tabId, ready.settings);
  if (page === null) return waits("no-access");
  // It may have left the site while it was read.
  if (!(await isKnownSite(page.url, ready.settings))) return waits("other-site");
  const { detection } = page;
  if (detection.kind === "candidate" && detection.reference.lookups.length > 0) {
    // Somebody who was found before is known without asking, also by an e-mail.
    const result = await byRule(ask, ready, page, detection);
    if (result.kind !== "waits-for-key" && result.kind !== "unknown-page") return result;
  }
  if (detection.kind === "no-candidate" && detection.filling) {
    return { kind: "no-candidate", ats: detection.rule.id, filling: true };
  }
  const learned = await findByUrlPattern(ask, ready, page);
  if (learned) return learned;
  const isNobody = detection.kind === "no-candidate" && (detection.known || urlIdsOf(page.url).length === 0);
  return isNobody ? { kind: "no-candidate", ats: detection.rule.id } : waits("not-by-id");
}

import type { FindResult } from "../../domain/find";
import { digest } from "../../storage/digest";
import { withBatchTags } from "../batch/carried";
import { findByFollowing } from "./by-following";
import { findByLink, type LinkRequest } from "./by-link";
import { findInTab } from "./by-tab";
import type { TabRequest } from "./lookup";

/** What popups asked in this worker's life, by tab: what was entered there is meant for the page as it was read then. */
const finds = new Map<number, Promise<FindResult>>();

/** Finds the candidate in a tab for a popup, and keeps the answer for what is entered before it is there. */
export function findForPopup(request: TabRequest): Promise<FindResult> {
  const answer = (request.following ? findByFollowing(request) : findInTab(request)).then(withBatchTags);
  finds.set(request.tabId, answer);
  return answer;
}

/** The same for the last popup over a link, by tab. */
const linkFinds = new Map<number, { link: string; answer: Promise<FindResult> }>();

/** Finds a link's candidate for a popup, and keeps the answer for what is entered before it is there. */
export function findLinkForPopup(request: LinkRequest): Promise<FindResult> {
  const answer = findByLink(request).then(withBatchTags);
  linkFinds.set(request.tabId, { link: request.link, answer });
  return answer;
}

/**
 * What the last popup over a link in this tab got or waits for, if it was the link with this digest; else null, as after a
 * restart of the worker: nobody can look up a digest.
 */
export async function recentFindOfLink(tabId: number, linkDigest: string): Promise<FindResult | null> {
  const last = linkFinds.get(tabId);
  return last && (await digest(last.link)) === linkDigest ? last.answer : null;
}

/** The answer the popup over this tab got or waits for; after a restart of the worker the tab is read again. */
export function recentFind(tabId: number): Promise<FindResult> {
  return finds.get(tabId) ?? findInTab({ tabId });
}

import type { FindResult } from "../../domain/find";
import { findInTab } from "./by-tab";
import type { TabRequest } from "./lookup";

/** What popups asked in this worker's life, by tab: what was entered there is meant for the page as it was read then. */
const finds = new Map<number, Promise<FindResult>>();

/** Finds the candidate in a tab for a popup, and keeps the answer for what is entered before it is there. */
export function findForPopup(request: TabRequest): Promise<FindResult> {
  const answer = findInTab(request);
  finds.set(request.tabId, answer);
  return answer;
}

/** The answer the popup over this tab got or waits for; after a restart of the worker the tab is read again. */
export function recentFind(tabId: number): Promise<FindResult> {
  return finds.get(tabId) ?? findInTab({ tabId });
}

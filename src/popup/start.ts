import type { Settings } from "../domain/settings";
import { browser } from "../platform/browser";
import { onStoreChange } from "../storage/changes";
import { takePrefill } from "../storage/prefill";
import { readKnownOnPage } from "../storage/read";
import { readSettings } from "../storage/settings";
import { stayConnected } from "./connection";
import { find } from "./find";
import { keepHighlight } from "./highlight";
import { persistInputDraft, restoreInputDraft, setText } from "./input-draft";
import { handOverPendingEntries, restoreIntentions } from "./intentions";
import { loadTags, rereadJobs, rereadOwn, rereadTags, rereadUses } from "./load";
import { lookAtPage } from "./on-page";
import { resolvePendingEntries } from "./pending-entries";
import { get, set, usePopup } from "./state";

/**
 * From opening to the candidate on screen: the cache answers first, the check runs beside it. A menu or shortcut that
 * could not write by itself left what it wanted.
 */
export async function startPopup(): Promise<void> {
  stayConnected();
  set({ openedAt: Date.now() });
  listen();
  const [[tab], settings] = await Promise.all([
    browser.tabs.query({ active: true, currentWindow: true }),
    readSettings(),
  ]);
  const tabId = tab?.id ?? null;
  const intent = tabId === null ? null : await takePrefill(tabId, tab?.url ?? null);
  // In one step: what was entered meanwhile must not be handed over as if it were for the page.
  set({
    tabId,
    windowId: tab?.windowId ?? null,
    settings,
    pageUrl: tab?.url ?? null,
    link: intent?.link ?? null,
  });
  if (intent?.tag && !get().text) setText(intent.tag);
  void find();
  void rereadJobs();
  if (tab?.url) void restoreIntentions(tab.url, intent?.link ?? undefined);
  if (tab?.url && !intent?.link) await showRemembered(tab.url, tabId, settings);
  if (!get().cachedMatch) await restoreInputDraft();
}

/** Keeps what is shown in step with what is stored, and settles what was entered early. */
export function listen(): void {
  usePopup.subscribe(handOverPendingEntries);
  // Before what was entered early is resolved: that changes the rows again.
  keepHighlight();
  usePopup.subscribe(resolvePendingEntries);
  persistInputDraft();
  usePopup.subscribe(lookAtPage);
  onStoreChange((store) => {
    if (store === "jobs" || store === "holds") void rereadJobs();
    if (store === "tags") void rereadTags();
    if (store === "uses") void rereadUses();
    if (store === "tagSets" || store === "pins") void rereadOwn();
    if (store === "settings") void readSettings().then((settings) => set({ settings }));
  });
}

/** Fills the header from what is stored, when one person was found at this very address before. */
export async function showRemembered(url: string, tabId: number | null, { integrations }: Settings): Promise<void> {
  const known = (await readKnownOnPage(url)).filter((one) => integrations.some(({ id }) => id === one.integrationId));
  const [only, ...others] = known;
  const state = get();
  if (!only || others.length > 0 || state.result || state.tabId !== tabId || state.pageUrl !== url) return;
  const { integrationId, candidate, matchedBy, asOf } = only;
  set({
    cachedMatch: {
      candidate,
      integrationId,
      matchedBy,
      asOf,
      reference: null,
      tabId,
      pageUrl: url,
      page: null,
      certainty: { level: "ask", reason: "nothing-to-compare" },
    },
  });
  void restoreInputDraft();
  void loadTags(integrationId);
}

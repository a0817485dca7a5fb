import type { WaitsForKey } from "../domain/find";
import { call } from "../messaging/call";
import { browser, type Tabs } from "../platform/browser";
import { find } from "../popup/find";
import { takeInputDraftAlong } from "../popup/input-draft";
import { restoreIntentions } from "../popup/intentions";
import { showRemembered } from "../popup/start";
import { get, set } from "../popup/state";
import { runDeferred } from "./deferred";
import { leavePage } from "./leave";
import { usePanel } from "./state";

/** How long (ms) a tab must have stood still before its page is read. */
export const STILL_MS = 70;
/** A key counts for its page for so long (ms), though the title comes later. */
const KEYED_MS = 5000;
/** A page that goes on loading is read after this all the same. */
export const LOADING_MS = 1000;
/** Following ends when no key was pressed in the panel for this long. */
export const IDLE_MS = 15 * 60_000;

let timer: ReturnType<typeof setTimeout> | undefined;
/** Counts what happened to the tab, so that an answer of the browser about it never counts for a later page. */
let round = 0;
let movingSince = 0;
let lastKeyAt = 0;
/** The page that is shown was asked for, so that nothing has to be asked again while it stays. */
let isAsked = false;
/** The page that a key was pressed for, and when: it may still be loading. */
let keyed = { url: "", at: 0 };

/** Somebody pressed a key in the panel, or for it. */
export function keyPressed(): void {
  lastKeyAt = Date.now();
  if (usePanel.getState().following === "idle") resume();
}

export function pause(): void {
  usePanel.setState({ following: "paused" });
}

/** Follows again. Whoever is shown stays; a page that waited for a key is read. */
export function resume(): void {
  lastKeyAt = Date.now();
  usePanel.setState({ following: "on" });
  if (get().result?.kind === "waits-for-key") readNow();
}

/** Starts to follow the active tab of this window, and shows who is open there. */
export async function startFollowing(): Promise<void> {
  lastKeyAt = Date.now();
  const isHere = (id: number | undefined) => id === get().windowId;
  browser.tabs.onActivated.addListener(({ windowId, tabId }) => {
    if (isHere(windowId) && tabId !== get().tabId) leave();
  });
  browser.tabs.onReplaced?.addListener((_, removed) => {
    if (removed === get().tabId) leave();
  });
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (tabId === get().tabId) onChange(change);
  });
  document.addEventListener("visibilitychange", () => leave());
  setInterval(endWhenIdle, 30_000);
  const tab = await activeTab();
  set({ windowId: tab?.windowId ?? null });
  await visit(tab, true);
}

/** Reads the page that is open, as somebody asked for it by a key: by all ways there are. */
export function readNow(): void {
  lastKeyAt = Date.now();
  usePanel.setState({ following: "on" });
  clearTimeout(timer);
  const mine = ++round;
  leavePage();
  keyed = { url: "", at: 0 };
  void activeTab().then((tab) => {
    if (mine === round) return visit(tab, true);
  });
}

function onChange({ url, title, status }: Tabs.OnUpdatedChangeInfoType): void {
  const isElsewhere = url !== undefined ? url !== get().pageUrl : status === "loading";
  const isNothing =
    url === undefined && status === undefined && (title === undefined || sameTitle(title, get().pageTitle));
  if (isElsewhere) leave();
  // It may be nothing, or a change that the browser does not tell more about: locked until it is known.
  else if (!isNothing) lock();
}

/** The page is another one, or will be. */
function leave(): void {
  if (!get().moving || isAsked) leavePage();
  isAsked = false;
  lock();
}

function lock(): void {
  if (!get().moving) movingSince = Date.now();
  set({ moving: true });
  round += 1;
  wait();
}

function wait(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void settle(), STILL_MS);
}

async function settle(): Promise<void> {
  // In a panel that nobody sees nothing is read; it stays locked until it is seen.
  if (document.visibilityState === "hidden") return;
  const mine = ++round;
  const tab = await activeTab();
  if (mine !== round) return;
  const isLoading = tab?.status === "loading" && Date.now() - movingSince < LOADING_MS;
  if (isLoading) return wait();
  const { tabId, pageUrl, pageTitle } = get();
  const same = tab?.id === tabId && tab?.url === pageUrl && sameTitle(tab?.title ?? "", pageTitle);
  if (same && isAsked) {
    set({ moving: false });
    return runDeferred();
  }
  if (isAsked) leavePage();
  await visit(tab, tab?.url === keyed.url && Date.now() - keyed.at < KEYED_MS);
}

/** Shows the page of a tab. `byKey`: somebody asked for it. */
async function visit(tab: Tabs.Tab | undefined, byKey: boolean): Promise<void> {
  await show(tab, byKey);
  if (!get().moving) runDeferred();
}

async function show(tab: Tabs.Tab | undefined, byKey: boolean): Promise<void> {
  isAsked = true;
  const url = tab?.url ?? null;
  const tabId = tab?.id ?? null;
  set({
    moving: false,
    tabId,
    windowId: tab?.windowId ?? get().windowId,
    pageUrl: url,
    pageTitle: url === null ? "" : (tab?.title ?? ""),
    link: null,
  });
  void takeInputDraftAlong();
  if (tabId === null || (url !== null && !/^https?:/.test(url))) return set({ result: { kind: "unreadable-page" } });
  const because = whyNot(url, byKey);
  if (because) return set({ result: { kind: "waits-for-key", because } });
  if (byKey) keyed = keyed.url === url ? keyed : { url: url as string, at: Date.now() };
  const search = find(byKey ? {} : { following: true });
  const href = url as string;
  void showRemembered(href, tabId, get().settings);
  void restoreIntentions(href);
  void learnSite(tabId);
  await search;
}

function whyNot(url: string | null, byKey: boolean): WaitsForKey | null {
  if (!byKey && !get().settings.following) return "by-policy";
  if (url === null) return "no-access";
  return byKey || usePanel.getState().following === "on" ? null : "paused";
}

/** Remembers the site, so that it can be offered to allow it once the browser does not give it any more. */
async function learnSite(tabId: number): Promise<void> {
  const { origin } = await call("panel.site", { tabId }).catch(() => ({ origin: null }));
  if (origin === null) return;
  const isAllowed = await browser.permissions.contains({ origins: [origin] });
  usePanel.setState({ site: origin, isAllowed });
}

function endWhenIdle(): void {
  if (Date.now() - lastKeyAt >= IDLE_MS && usePanel.getState().following === "on") {
    usePanel.setState({ following: "idle" });
  }
}

async function activeTab(): Promise<Tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true }).catch(() => []);
  return tab;
}

/** The same but for a counter that pages put before their title. */
function sameTitle(one: string, other: string): boolean {
  const bare = (title: string) => title.replace(/^\s*[([]\d+\+?[)\]]\s*/, "").trim();
  return bare(one) === bare(other);
}

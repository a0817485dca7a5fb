import { browser } from "../platform/browser";

/** What a menu or shortcut wanted and could not write by itself; the popup picks it up where the person decides. */
export interface Prefill {
  tabId: number;
  /** The tag to fill in; empty for "Other tag…". */
  tag: string;
  /** A candidate link the menu was opened on, instead of the page itself. */
  link: string | null;
  at: number;
}

const ITEM = "intent";
/** An older one belongs to a gesture somebody has long forgotten. */
const FRESH_MS = 30_000;

/** Written by the background just before it opens the popup. */
export async function writePrefill(intent: Prefill): Promise<void> {
  await browser.storage.session.set({ [ITEM]: intent });
}

/** The intent for this tab, once: taking it removes it. */
export async function takePrefill(tabId: number, now = Date.now()): Promise<Prefill | null> {
  const stored = (await browser.storage.session.get(ITEM))[ITEM] as Prefill | undefined;
  if (!stored || stored.tabId !== tabId) return null;
  await browser.storage.session.remove(ITEM);
  return now - stored.at < FRESH_MS ? stored : null;
}

import { browser } from "../platform/browser";
import { digest } from "./digest";

/** What a menu or shortcut wanted and could not write by itself; the popup picks it up where the person decides. */
export interface Prefill {
  tabId: number;
  /** The tag to fill in; empty for "Other tag…". */
  tag: string;
  /** The set that was chosen; `tag` then holds its tags, a comma between two. */
  setId?: string;
  /** A candidate link the menu was opened on, instead of the page itself. */
  link: string | null;
  /** Digest of the address of the page the gesture was made on; null where the browser does not tell it. */
  page: string | null;
  at: number;
}

const ITEM = "intent";
/** An older one belongs to a gesture somebody has long forgotten. */
const FRESH_MS = 30_000;

/** Written by the background just before it opens the popup. */
export async function writePrefill(intent: Prefill): Promise<void> {
  await browser.storage.session.set({ [ITEM]: intent });
}

/** The intent for this tab, once: taking it removes it. Null when the tab shows another page by now. */
export async function takePrefill(tabId: number, pageUrl: string | null, now = Date.now()): Promise<Prefill | null> {
  const stored = (await browser.storage.session.get(ITEM))[ITEM] as Prefill | undefined;
  if (!stored || stored.tabId !== tabId) return null;
  await browser.storage.session.remove(ITEM);
  const age = now - stored.at;
  if (age < 0 || age >= FRESH_MS) return null;
  return stored.page === null || (pageUrl !== null && stored.page === (await digest(pageUrl))) ? stored : null;
}

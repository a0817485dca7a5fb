import type { PageLinks } from "../domain/batch/page-links";
import { browser } from "../platform/browser";

/** Some pages full of links; more would fill the memory a session has. */
const MOST_LISTED = 50_000;

const item = (id: string) => `pageLinks:${id}`;

/** Keeps what a page links to for the page "Tag many" that is about to open; in memory, for this browser session. */
export async function writePageLinks(id: string, links: PageLinks): Promise<void> {
  await browser.storage.session.set({ [item(id)]: links });
}

/** The links kept under this id, once: taking them removes them. */
export async function takePageLinks(id: string): Promise<PageLinks | null> {
  const stored = (await browser.storage.session.get(item(id)))[item(id)] as PageLinks | undefined;
  await browser.storage.session.remove(item(id));
  return stored ?? null;
}

const LISTED = "listedLookUps";

/** What pages of this browser session listed, as `listedKey` writes it. Kept only where nobody may be found by hand. */
export async function readListed(): Promise<ReadonlySet<string>> {
  const stored = (await browser.storage.session.get(LISTED))[LISTED];
  return new Set(Array.isArray(stored) ? stored : []);
}

/** Remembers more of it. */
export async function addListed(keys: readonly string[]): Promise<void> {
  const all = new Set([...(await readListed()), ...keys]);
  await browser.storage.session.set({ [LISTED]: [...all].slice(-MOST_LISTED) });
}

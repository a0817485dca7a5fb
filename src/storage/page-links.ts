import type { PageLinks } from "../domain/batch/page-links";
import { browser } from "../platform/browser";

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

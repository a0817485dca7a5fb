import { browser } from "./browser";

/** Opens one of Quicktag's own pages in a new tab. */
export async function openPage(page: "activity" | "batch"): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`src/${page}/index.html`) });
}

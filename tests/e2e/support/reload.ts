import type { Chromium } from "./chromium";
import { Inside } from "./inside";
import { until } from "./until";

/** Reloads Quicktag, as an update does, and waits until it is there again; gives a page of its own. */
export async function reloadExtension(browser: Chromium, inside: Inside): Promise<Inside> {
  const { context, extensionId } = browser;
  const page = await context.newPage();
  await page.goto("chrome://extensions");
  // Else Chromium takes a reload as the moment to switch off what did not come from the store.
  await page.evaluate(developerMode);
  await page.close();
  await inside.reload();
  return until("Quicktag to be there again", () => Inside.open(context, extensionId).catch(() => null));
}

/** Runs in the page `chrome://extensions`. */
async function developerMode(): Promise<void> {
  type Private = { updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void> };
  const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: Private } }).chrome;
  await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
}

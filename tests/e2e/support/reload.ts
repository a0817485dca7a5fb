import type { Chromium } from "../../harness/chromium";
import { until } from "../../harness/until";
import { ExtensionPage } from "./extension-page";

/** Reloads Quicktag, as an update does, waits until it runs again, and returns a new page of it. */
export async function reloadExtension(browser: Chromium, extensionPage: ExtensionPage): Promise<ExtensionPage> {
  const { context, extensionId } = browser;
  const page = await context.newPage();
  await page.goto("chrome://extensions");
  // Outside developer mode Chromium disables an extension that is not from the store when it is reloaded.
  await page.evaluate(developerMode);
  await page.close();
  await extensionPage.reload();
  return until("Quicktag to run again", () => ExtensionPage.open(context, extensionId).catch(() => null));
}

/** Runs in the page `chrome://extensions`. */
async function developerMode(): Promise<void> {
  type Private = { updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void> };
  const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: Private } }).chrome;
  await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
}

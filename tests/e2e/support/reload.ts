import type { Chromium } from "../../harness/chromium";
import { openExtensionsPage } from "../../harness/reload";
import { until } from "../../harness/until";
import { ExtensionPage } from "./extension-page";

/** Reloads Quicktag, as an update does, waits until it runs again, and returns a new page of it. */
export async function reloadExtension(browser: Chromium, extensionPage: ExtensionPage): Promise<ExtensionPage> {
  const { context, extensionId } = browser;
  const page = await context.newPage();
  await openExtensionsPage(page);
  await page.close();
  await extensionPage.reload();
  return until("Quicktag to run again", () => ExtensionPage.open(context, extensionId).catch(() => null));
}

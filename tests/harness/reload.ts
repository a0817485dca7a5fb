import type { Page } from "@playwright/test";

interface DeveloperPrivate {
  updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  reload(extensionId: string, options: { failQuietly: boolean }): Promise<unknown>;
}

/** What Chromium's page of extensions can do, and other pages cannot. */
declare const chrome: { developerPrivate: DeveloperPrivate };

/** Opens Chromium's page of extensions in developer mode, without which it disables an unpacked extension on reload. */
export async function openExtensionsPage(page: Page): Promise<void> {
  await page.goto("chrome://extensions");
  await page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
}

/** Reloads an extension from its folder; `page` is Chromium's page of extensions. Rejects if it cannot be loaded. */
export async function reloadFromFolder(page: Page, extensionId: string): Promise<void> {
  await page.evaluate(
    (id) => chrome.developerPrivate.reload(id, { failQuietly: true }).then(() => undefined),
    extensionId,
  );
}

import type { Page } from "@playwright/test";
import { API_KEY, type SandboxIntegration } from "../../../sandbox/data";
import type { Chromium } from "../../harness/chromium";
import { launchBrowser } from "../../harness/launch";
import { until } from "../../harness/until";
import { App } from "./app";
import { ExtensionPage } from "./extension-page";
import { test as base } from "./test";

/** Chromium for many tests, each of which finds it as it is right after the extension was installed. */
class ReusedApp extends App {
  /** Saves key and companies by the options page's own request; what the page does with them is tested elsewhere. */
  override async connect(...companies: SandboxIntegration[]): Promise<void> {
    const page = await this.openQuietPage();
    const integrations = companies.map(({ id, connector, organisation }) => ({ id, connector, label: organisation }));
    const background = new ExtensionPage(page);
    const { ok } = await background.request("settings.save", { server: { kind: "eu" }, key: API_KEY, integrations });
    if (!ok) throw new Error("The settings were refused");
    await background.request("settings.preferences", { tagInPage: true });
    await page.close();
    await this.tab.bringToFront();
  }

  /** Closes what is open and forgets what is stored. */
  async empty(): Promise<void> {
    const { context, popups } = this.browser;
    const before = context.pages();
    // A new tab has no session storage of the sites.
    const tab = await context.newPage();
    for (const page of before) await page.close();
    await context.clearCookies();
    await tab.bringToFront();
    await until("the popup to close", () => popups.targets().every((target) => !target.url().includes("/src/popup/")));
    await this.browser.killWorker();
    const page = await this.openQuietPage();
    await page.evaluate(forgetEverything);
    await page.close();
  }

  /** A page of the extension that runs none of its code, so that it does not wake the background. */
  private async openQuietPage(): Promise<Page> {
    const page = await this.browser.context.newPage();
    await page.goto(`chrome-extension://${this.browser.extensionId}/manifest.json`);
    return page;
  }
}

/** The parts of the extension API that `forgetEverything` calls. */
declare const chrome: {
  storage: Record<"local" | "session", { clear(): Promise<void> }>;
  alarms: { clearAll(): Promise<boolean> };
  contextMenus: { removeAll(): Promise<void> };
  action: {
    setBadgeText(details: { text: string }): Promise<void>;
    setTitle(details: { title: string }): Promise<void>;
  };
};

/** Runs in the page. */
async function forgetEverything(): Promise<void> {
  await chrome.storage.local.clear();
  await chrome.storage.session.clear();
  localStorage.clear();
  await chrome.alarms.clearAll();
  await chrome.contextMenus.removeAll();
  await chrome.action.setBadgeText({ text: "" });
  await chrome.action.setTitle({ title: "" });
  const names = (await indexedDB.databases()).map(({ name }) => name as string);
  await Promise.all(
    names.map(
      (name) =>
        new Promise<void>((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase(name);
          deleting.onsuccess = () => resolve();
          deleting.onerror = () => reject(deleting.error);
          deleting.onblocked = () => reject(new Error(`The database ${name} is still open`));
        }),
    ),
  );
}

/** As `test` of ./test, with one browser for all tests of a worker. */
export const test = base.extend<{ app: App }, { reused: Chromium }>({
  reused: [
    async ({ display, sandbox }, use) => {
      const browser = await launchBrowser({ display, httpsPort: sandbox.httpsPort });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  app: async ({ reused, display, sandbox, latency }, use, info) => {
    const app = new ReusedApp(display, sandbox, reused);
    await app.empty();
    sandbox.control.reset();
    sandbox.control.setLatency(latency);
    await use(app);
    if (info.status !== info.expectedStatus) {
      const path = info.outputPath("screen.png");
      display.screenshot(path);
      await info.attach("screen", { path, contentType: "image/png" });
    }
  },
});

export { expect } from "@playwright/test";

import { API_KEY, type Person, type SandboxIntegration } from "../../../sandbox/data";
import type { Sandbox } from "../../../sandbox/server";
import type { Chromium } from "../../harness/chromium";
import type { Display } from "../../harness/display";
import { launchBrowser } from "../../harness/launch";
import { TcpProxy } from "../../harness/tcp-proxy";
import { App, company } from "./app";
import { ExtensionPage } from "./extension-page";
import type { FaultApp } from "./fault-app";
import { reloadExtension } from "./reload";
import { test as base } from "./test";

export const northwind = company("Northwind Example");
export const heron = company("Heron Example");
export const birch = company("Birch Example");

/** One browser for many tests, with an extension page open and a connection that can be cut. */
export class SharedApp extends App implements FaultApp {
  readonly repeatsResets = false;

  private constructor(
    display: Display,
    sandbox: Sandbox,
    browser: Chromium,
    readonly proxy: TcpProxy,
    public extensionPage: ExtensionPage,
  ) {
    super(display, sandbox, browser);
  }

  static async open(display: Display, sandbox: Sandbox): Promise<SharedApp> {
    const proxy = await TcpProxy.to(sandbox.httpsPort);
    const browser = await launchBrowser({ display, httpsPort: proxy.port });
    const extensionPage = await ExtensionPage.open(browser.context, browser.extensionId);
    const app = new SharedApp(display, sandbox, browser, proxy, extensionPage);
    await app.connectAll();
    return app;
  }

  get control(): Sandbox["control"] {
    return this.sandbox.control;
  }

  /** Saves the key and three companies, as the options page does, which resumes what was on hold. */
  async connectAll(): Promise<void> {
    const { ok } = await this.extensionPage.request("settings.save", threeCompanies());
    if (!ok) throw new Error("The settings were refused");
    // Most tests read in the toast which tag it is about.
    await this.extensionPage.request("settings.preferences", { tagInPage: true });
  }

  /** Resets sandbox and extension to the state right after setup. */
  async reset(): Promise<void> {
    await this.proxy.restore();
    this.control.reset();
    await this.browser.killWorker();
    await this.extensionPage.clear("jobs", "holds", "candidates", "bindings", "tags");
    await this.connectAll();
    this.control.log.clear();
  }

  killBackground(): Promise<void> {
    return this.browser.killWorker();
  }

  goOffline(offline: boolean): Promise<void> {
    return this.browser.context.setOffline(offline);
  }

  openExtensionWindow(): Promise<ExtensionPage> {
    return ExtensionPage.openInWindow(this.browser.context, this.browser.extensionId);
  }

  async tagAndLeave(of: SandboxIntegration, person: Person, tag: string, afterMs: number): Promise<void> {
    await this.openCandidate(of, person);
    const popup = await this.openPopup();
    await popup.type(tag);
    await popup.press("Return");
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await popup.leave();
  }

  /** Reloads the extension while it works, as an update does, and waits until it runs again. */
  async reload(): Promise<void> {
    this.extensionPage = await reloadExtension(this.browser, this.extensionPage);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.proxy.cut();
  }
}

/** What `settings.save` takes for three companies and the key. */
export function threeCompanies() {
  const integrations = [northwind, heron, birch].map(({ id, connector, organisation }) => ({
    id,
    connector,
    label: organisation,
  }));
  return { server: { kind: "eu" } as const, key: API_KEY, integrations };
}

/** One browser for all tests of a worker; each test starts from the state right after setup. */
export const test = base.extend<{ app: SharedApp }, { sharedApp: SharedApp }>({
  sharedApp: [
    async ({ display, sandbox }, use) => {
      sandbox.control.reset();
      const app = await SharedApp.open(display, sandbox);
      await use(app);
      await app.close();
    },
    { scope: "worker" },
  ],
  app: async ({ sharedApp }, use) => {
    await sharedApp.reset();
    await use(sharedApp);
  },
});

export { expect } from "@playwright/test";

import type { Person, SandboxIntegration } from "../../../sandbox/data";
import type { Sandbox } from "../../../sandbox/server";
import { BUILD, program } from "../../harness/builds";
import type { Display } from "../../harness/display";
import { type Firefox, launchFirefox } from "../../harness/firefox";
import { FirefoxEventPage, FirefoxPage } from "../../harness/firefox-extension";
import { TcpProxy } from "../../harness/tcp-proxy";
import { until } from "../../harness/until";
import { refuseWrites, shiftNow } from "./background";
import { ExtensionPage } from "./extension-page";
import type { FaultApp } from "./fault-app";
import { FirefoxApp } from "./firefox-app";
import { threeCompanies } from "./shared-app";
import { surroundings } from "./test";

/** One Firefox for many tests, with a page of the extension open and a connection that can be cut. */
export class FirefoxFaultApp implements FaultApp {
  readonly repeatsResets = true;
  readonly eventPage: FirefoxEventPage;
  readonly background: FaultApp["background"];
  /** For what only real keys do. */
  byKeys!: FirefoxApp;

  private constructor(
    readonly display: Display,
    readonly sandbox: Sandbox,
    readonly firefox: Firefox,
    readonly proxy: TcpProxy,
    public extensionPage: ExtensionPage,
  ) {
    this.eventPage = new FirefoxEventPage(firefox.inspector);
    this.background = {
      refuseToStore: (refuse) => this.eventPage.evaluate(refuseWrites, refuse),
      shiftClock: (ms) => this.eventPage.evaluate(shiftNow, ms),
    };
  }

  static async open(display: Display, sandbox: Sandbox): Promise<FirefoxFaultApp> {
    const proxy = await TcpProxy.to(sandbox.httpsPort);
    const firefox = await launchFirefox({
      extension: BUILD.firefox,
      executablePath: program("FIREFOX_PATH"),
      display: display.name,
      httpsPort: proxy.port,
    });
    const page = new ExtensionPage(await FirefoxPage.open(firefox.inspector));
    const app = new FirefoxFaultApp(display, sandbox, firefox, proxy, page);
    await app.connectAll();
    return app;
  }

  get control(): Sandbox["control"] {
    return this.sandbox.control;
  }

  tagsOf({ komboId }: Person): readonly string[] {
    return this.control.tagsOf(komboId);
  }

  async connectAll(): Promise<void> {
    const { ok } = await this.extensionPage.request("settings.save", threeCompanies());
    if (!ok) throw new Error("The settings were refused");
  }

  /** Resets sandbox and extension to the state right after setup. */
  async reset(): Promise<void> {
    await this.proxy.restore();
    await this.goOffline(false);
    this.control.reset();
    await this.killBackground();
    await this.extensionPage.clear("jobs", "holds", "candidates", "bindings", "tags", "intentions");
    await this.connectAll();
    this.control.log.clear();
  }

  killBackground(): Promise<void> {
    return this.eventPage.stop();
  }

  /** Kills the process all extensions run in, pages and event page alike. */
  async killExtensionProcess(): Promise<void> {
    const processes = "ChromeUtils.requestProcInfo().then(({ children }) => children)";
    const pid = await this.firefox.inspector.evaluateInBrowser<number>(
      `${processes}.then((all) => all.find(({ type }) => type === "extension").pid)`,
    );
    process.kill(pid, "SIGKILL");
    await until("the event page to be gone", async () => (await this.eventPage.state()) === "stopped");
  }

  async goOffline(offline: boolean): Promise<void> {
    // Connections to this machine outlive it, unless they are closed.
    const prune = 'Services.obs.notifyObservers(null, "net:prune-all-connections")';
    await this.firefox.inspector.evaluateInBrowser(`void (Services.io.offline = ${offline}, ${prune})`);
  }

  async openExtensionWindow(): Promise<ExtensionPage> {
    return new ExtensionPage(await FirefoxPage.open(this.firefox.inspector, "window"));
  }

  async reload(): Promise<void> {
    const before = this.extensionPage;
    await before.reload();
    const gone = () =>
      before.jobs().then(
        () => false,
        () => true,
      );
    await until("the page before to close", gone);
    await this.openPageAgain();
  }

  /** A new page of the extension, after the one before went with its process or its extension. */
  async openPageAgain(): Promise<void> {
    const open = () => FirefoxPage.open(this.firefox.inspector).catch(() => null);
    this.extensionPage = new ExtensionPage(await until("Quicktag to run again", open, 30_000));
  }

  async tagAndLeave(of: SandboxIntegration, person: Person, tag: string, afterMs: number): Promise<void> {
    await this.byKeys.openCandidate(of, person);
    await this.byKeys.openPopup();
    await this.byKeys.tag(tag);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await this.byKeys.leavePopup();
  }

  async close(): Promise<void> {
    await this.firefox.close();
    await this.proxy.cut();
  }
}

/** One Firefox for all tests of a worker; each test starts from the state right after setup. */
export const test = surroundings.extend<{ app: FirefoxFaultApp }, { sharedFirefox: FirefoxFaultApp }>({
  sharedFirefox: [
    async ({ display, sandbox }, use) => {
      sandbox.control.reset();
      const app = await FirefoxFaultApp.open(display, sandbox);
      await use(app);
      await app.close();
    },
    { scope: "worker" },
  ],
  app: async ({ sharedFirefox }, use, info) => {
    const { firefox, sandbox, display } = sharedFirefox;
    sharedFirefox.byKeys = new FirefoxApp(firefox, sandbox, display, info);
    await sharedFirefox.reset();
    await use(sharedFirefox);
  },
});

export { expect } from "@playwright/test";

import { API_KEY } from "../../../sandbox/data";
import type { Sandbox } from "../../../sandbox/server";
import { BUILD, program } from "./builds";
import { launchChromium } from "./chromium";
import { company, Desk } from "./desk";
import type { Display } from "./display";
import { Inside } from "./inside";
import { Line } from "./line";
import { reloadExtension } from "./reload";
import { test as base } from "./test";

export const northwind = company("Northwind Example");
export const heron = company("Heron Example");
export const birch = company("Birch Example");

/** A desk that stays for many tests, with a page of Quicktag's own open and a wire that can be cut. */
export class Office extends Desk {
  private constructor(
    display: Display,
    sandbox: Sandbox,
    browser: Awaited<ReturnType<typeof launchChromium>>,
    readonly line: Line,
    public inside: Inside,
  ) {
    super(display, sandbox, browser);
  }

  static async open(display: Display, sandbox: Sandbox): Promise<Office> {
    const line = await Line.to(sandbox.httpsPort);
    const browser = await launchChromium({
      extension: BUILD.chrome,
      executablePath: program("CHROMIUM_PATH"),
      display: display.name,
      hosts: new Map([["*", line.port]]),
    });
    const inside = await Inside.open(browser.context, browser.extensionId);
    const office = new Office(display, sandbox, browser, line, inside);
    await office.connectAll();
    return office;
  }

  get control(): Sandbox["control"] {
    return this.sandbox.control;
  }

  /** Saves the key and three companies, as the options page does; what was held goes on. */
  async connectAll(): Promise<void> {
    const { ok } = await this.inside.ask("settings.save", settings());
    if (!ok) throw new Error("The settings were refused");
  }

  /** As on the first day, only connected. */
  async fresh(): Promise<void> {
    await this.line.mend();
    this.control.reset();
    await this.browser.killWorker();
    await this.inside.forget("jobs", "holds", "candidates", "bindings", "tags");
    await this.connectAll();
    this.control.log.clear();
  }

  /** Reloads the extension while it works, as the browser does for an update, and waits until it is there again. */
  async reload(): Promise<void> {
    this.inside = await reloadExtension(this.browser, this.inside);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.line.cut();
  }
}

function settings() {
  const integrations = [northwind, heron, birch].map(({ id, connector, organisation }) => ({
    id,
    connector,
    label: organisation,
  }));
  return { server: { kind: "eu" } as const, key: API_KEY, integrations };
}

/** One browser for all tests of a worker; each begins as on the first day. */
export const test = base.extend<{ office: Office }, { staffed: Office }>({
  staffed: [
    async ({ display, sandbox }, use) => {
      sandbox.control.reset();
      const office = await Office.open(display, sandbox);
      await use(office);
      await office.close();
    },
    { scope: "worker" },
  ],
  office: async ({ staffed }, use) => {
    await staffed.fresh();
    await use(staffed);
  },
});

export { expect } from "@playwright/test";

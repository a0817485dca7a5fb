import type { Page } from "puppeteer-core";
import type { SandboxIntegration } from "../../../sandbox/data";
import type { Sandbox } from "../../../sandbox/server";
import { type ChromiumOptions, launchChromium } from "../../harness/chromium";
import type { Display } from "../../harness/display";
import { chromiumOptions } from "../../harness/launch";
import { createProfile, removeProfile } from "../../harness/profile-folder";
import { launchUnattended, type Unattended } from "../../harness/unattended";
import { App } from "./app";
import { ExtensionPage } from "./extension-page";

/** A browser profile in which Quicktag is set up, to start browsers on that no debugger is attached to. */
export class Profile {
  private constructor(
    private readonly options: ChromiumOptions & { profile: string },
    private readonly extensionId: string,
  ) {}

  static async connectedTo(of: SandboxIntegration, display: Display, sandbox: Sandbox): Promise<Profile> {
    const profile = createProfile("profile");
    const options = { ...chromiumOptions({ display, httpsPort: sandbox.httpsPort }), profile };
    const setUp = await launchChromium(options);
    await new App(display, sandbox, setUp).connect(of);
    await setUp.close();
    return new Profile(options, setUp.extensionId);
  }

  launch(): Promise<Unattended> {
    return launchUnattended(this.options);
  }

  /** Opens a page of the extension in that browser. */
  async openExtensionPage({ browser }: Unattended): Promise<ExtensionPage> {
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${this.extensionId}/src/options/index.html?test`);
    return new ExtensionPage(page);
  }

  /** Opens the page "Tag many" in that browser. */
  async openBatchPage({ browser }: Unattended): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${this.extensionId}/src/batch/index.html`);
    await page.bringToFront();
    return page;
  }

  remove(): void {
    removeProfile(this.options.profile);
  }
}

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SandboxIntegration } from "../../../sandbox/data";
import type { Sandbox } from "../../../sandbox/server";
import { BUILD, program } from "./builds";
import { type ChromiumOptions, launchChromium } from "./chromium";
import { Desk } from "./desk";
import type { Display } from "./display";
import { Inside } from "./inside";
import { removeProfile } from "./scrap";
import { launchUnattended, type Unattended } from "./unattended";

/** A browser profile in which Quicktag is set up, for browsers that nobody is attached to. */
export class Profile {
  private constructor(
    private readonly options: ChromiumOptions & { profile: string },
    private readonly extensionId: string,
  ) {}

  static async connectedTo(of: SandboxIntegration, display: Display, sandbox: Sandbox): Promise<Profile> {
    const options = {
      extension: BUILD.chrome,
      executablePath: program("CHROMIUM_PATH"),
      display: display.name,
      hosts: new Map([["*", sandbox.httpsPort]]),
      profile: mkdtempSync(join(tmpdir(), "quicktag-profile-")),
    };
    const setUp = await launchChromium(options);
    await new Desk(display, sandbox, setUp).connect(of);
    await setUp.close();
    return new Profile(options, setUp.extensionId);
  }

  launch(): Promise<Unattended> {
    return launchUnattended(this.options);
  }

  /** A page of Quicktag's own in that browser. */
  async inside({ browser }: Unattended): Promise<Inside> {
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${this.extensionId}/src/options/index.html?inside`);
    return new Inside(page);
  }

  remove(): void {
    removeProfile(this.options.profile);
  }
}

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { Eyes } from "./eyes";
import { removeProfile } from "./scrap";

export interface FirefoxOptions {
  /** Folder of the built extension. */
  extension: string;
  executablePath: string;
  /** Where every `https:` address is answered, on this machine. */
  httpsPort: number;
  display: string;
  /** Settings of the browser beside those every test has. */
  prefs?: Record<string, unknown>;
}

/** A running Firefox with the extension. Its pages are closed to the driver: it is led by real keys alone. */
export interface Firefox {
  browser: Browser;
  page: Page;
  eyes: Eyes;
  close(): Promise<void>;
}

/** Starts Firefox with the build installed for this session. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), "quicktag-firefox-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: options.executablePath,
    headless: false,
    defaultViewport: null,
    acceptInsecureCerts: true,
    userDataDir: profile,
    args: ["--width=1280", "--height=880", "--remote-allow-system-access"],
    env: { ...process.env, DISPLAY: options.display },
    extraPrefsFirefox: { ...prefs(options.httpsPort), ...options.prefs },
  });
  await browser.installExtension(options.extension);
  const [page = await browser.newPage()] = await browser.pages();
  return {
    browser,
    page,
    eyes: new Eyes(browser),
    async close() {
      await browser.close();
      removeProfile(profile);
    },
  };
}

function prefs(httpsPort: number): Record<string, unknown> {
  return {
    "network.dns.forceResolve": "127.0.0.1",
    "network.socket.forcePort": `443=${httpsPort}`,
    // Nothing but the page and the extension may ask for the keyboard.
    // The driver would have Firefox pretend that every window has the focus: then real keys get lost.
    "focusmanager.testmode": false,
    "remote.prefs.recommended": false,
    "browser.aboutwelcome.enabled": false,
    "browser.shell.checkDefaultBrowser": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "trailhead.firstrun.didSeeAboutWelcome": true,
  };
}

/** Where the middle of an element is on the screen. */
export function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.$eval(selector, (element) => {
    const { mozInnerScreenX, mozInnerScreenY } = window as unknown as Record<string, number>;
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: mozInnerScreenX! + x + width / 2, y: mozInnerScreenY! + y + height / 2 };
  });
}

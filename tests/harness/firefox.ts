import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { BrowserProcesses } from "./browser-processes";
import { FirefoxInspector } from "./firefox-inspector";
import { createProfile, removeProfile } from "./profile-folder";

export interface FirefoxOptions {
  /** Folder of the built extension. */
  extension: string;
  executablePath: string;
  /** The local port that answers every `https:` address. */
  httpsPort: number;
  display: string;
  /** More settings of the browser. */
  prefs?: Record<string, unknown>;
}

/** A running Firefox with the extension. The driver cannot reach the extension's pages, so tests press real keys. */
export interface Firefox {
  browser: Browser;
  page: Page;
  inspector: FirefoxInspector;
  close(): Promise<void>;
}

/** Starts Firefox and installs the build until it closes. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const profile = createProfile("firefox");
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
  const processes = new BrowserProcesses(profile);
  await browser.installExtension(options.extension);
  const [page = await browser.newPage()] = await browser.pages();
  return {
    browser,
    page,
    inspector: new FirefoxInspector(browser),
    async close() {
      await browser.close();
      await processes.ended();
      removeProfile(profile);
    },
  };
}

function prefs(httpsPort: number): Record<string, unknown> {
  return {
    "network.dns.forceResolve": "127.0.0.1",
    "network.socket.forcePort": `443=${httpsPort}`,
    // The driver would make Firefox pretend that every window has the focus, and real keys would get lost.
    "focusmanager.testmode": false,
    "remote.prefs.recommended": false,
    "browser.aboutwelcome.enabled": false,
    "browser.shell.checkDefaultBrowser": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "trailhead.firstrun.didSeeAboutWelcome": true,
  };
}

/** The middle of an element, in pixels of the screen. */
export function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.$eval(selector, (element) => {
    const { mozInnerScreenX, mozInnerScreenY } = window as unknown as Record<string, number>;
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: mozInnerScreenX! + x + width / 2, y: mozInnerScreenY! + y + height / 2 };
  });
}

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { filesIn, zip } from "../../scripts/zip.mjs";
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
  /**
   * A profile folder, kept after closing, in which the extension stays installed; a new one with the extension until it
   * closes, unless given. Only the first start on it needs the extension: `installed` at the others.
   */
  profile?: string;
  installed?: true;
}

/** A running Firefox with the extension. The driver cannot reach the extension's pages, so tests press real keys. */
export interface Firefox {
  browser: Browser;
  page: Page;
  inspector: FirefoxInspector;
  close(): Promise<void>;
  /** Ends all its processes at once, as a crash does. */
  kill(): Promise<void>;
}

/** Starts Firefox and installs the build. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const profile = options.profile ?? createProfile("firefox");
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
  const inspector = new FirefoxInspector(browser);
  if (!options.profile) await browser.installExtension(options.extension);
  else if (!options.installed) await installForGood(inspector, options.extension, profile);
  const [page = await browser.newPage()] = await browser.pages();
  return {
    browser,
    page,
    inspector,
    async close() {
      await browser.close();
      await processes.ended();
      if (!options.profile) removeProfile(profile);
    },
    async kill() {
      browser.process()?.kill("SIGKILL");
      await processes.ended();
    },
  };
}

/** Installs the build as from a store: it is there after the next start. Mozilla's signature is not asked for. */
async function installForGood(inspector: FirefoxInspector, extension: string, profile: string): Promise<void> {
  const archive = join(profile, "quicktag.xpi");
  writeFileSync(archive, zip(filesIn(extension)));
  await inspector.evaluateInBrowser(`(async () => {
    const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
    const { FileUtils } = ChromeUtils.importESModule("resource://gre/modules/FileUtils.sys.mjs");
    const install = await AddonManager.getInstallForFile(new FileUtils.File(${JSON.stringify(archive)}));
    await install.install();
    Services.prefs.savePrefFile(null);
  })()`);
}

function prefs(httpsPort: number): Record<string, unknown> {
  return {
    "network.dns.forceResolve": "127.0.0.1",
    "network.socket.forcePort": `443=${httpsPort}`,
    // The driver would make Firefox pretend that every window has the focus, and real keys would get lost.
    "focusmanager.testmode": false,
    "remote.prefs.recommended": false,
    // Offline means this machine as well: the sandbox runs on it.
    "network.disable-localhost-when-offline": true,
    "xpinstall.signatures.required": false,
    // After a crash no page asks what to restore.
    "browser.sessionstore.resume_from_crash": false,
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

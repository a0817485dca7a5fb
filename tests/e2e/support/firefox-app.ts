import type { TestInfo } from "@playwright/test";
import { API_KEY, type Person, type SandboxIntegration } from "../../../sandbox/data";
import type { Sandbox } from "../../../sandbox/server";
import { pageUrls } from "../../../sandbox/sites";
import { BUILD, program } from "../../harness/builds";
import type { Display } from "../../harness/display";
import { type Firefox, launchFirefox, middleOf } from "../../harness/firefox";
import { EXTENSION } from "../../harness/firefox-inspector";
import { Keys } from "../../harness/keys";
import { until } from "../../harness/until";
import { test as base } from "./test";

interface Point {
  x: number;
  y: number;
}

/** An expression for the middle of an element of the browser's own window; null until it is on the screen. */
const placeOf = (element: string) => `(() => {
  const found = ${element};
  const { width = 0, height = 0 } = found?.getBoundingClientRect() ?? {};
  return width > 0 && height > 0 ? { x: found.screenX + width / 2, y: found.screenY + height / 2 } : null;
})()`;

/** The page object for Quicktag in Firefox. It does everything by real keys and clicks. */
export class FirefoxApp {
  readonly keys: Keys;

  constructor(
    readonly firefox: Firefox,
    readonly sandbox: Sandbox,
    readonly display: Display,
    private readonly info: TestInfo,
  ) {
    this.keys = new Keys(display.name);
  }

  /** Fills in the options page that opened by itself, and saves. */
  async connect({ id, organisation }: SandboxIntegration): Promise<void> {
    await this.keys.waitForWindow("Quicktag settings");
    await this.waitUntilStill();
    // The practice candidate, Server, API key, Integration ID, Label.
    for (const text of ["", "", API_KEY, id, organisation]) {
      await this.keys.press("Tab");
      if (text) await this.keys.type(text);
    }
    await this.keys.press("Return");
    await this.waitUntilStill();
  }

  async open(url: string, title: string): Promise<void> {
    await this.firefox.page.goto(url);
    await this.firefox.page.bringToFront();
    await this.keys.waitForWindow(title);
    await this.waitUntilStill();
  }

  async openCandidate(of: SandboxIntegration, person: Person): Promise<void> {
    await this.open(pageUrls(of.id).candidate(person)[0]!, person.lastName);
  }

  async openPopup(): Promise<void> {
    await this.keys.press("alt+shift+y");
    await this.waitForPopupFocus();
  }

  /** Waits until keys reach the popup. */
  async waitForPopupFocus(): Promise<void> {
    const focused = `Services.focus.focusedElement?.classList.contains("webextension-popup-browser")`;
    await until("keys to reach the popup", () => this.firefox.inspector.evaluateInBrowser<boolean>(focused));
  }

  async closePopup(): Promise<void> {
    await this.keys.press("Escape");
    await this.waitForNoPopup();
  }

  private async waitForNoPopup(): Promise<void> {
    const open = `[...document.querySelectorAll(".webextension-popup-browser")].length > 0`;
    await until("the popup to close", async () => !(await this.firefox.inspector.evaluateInBrowser<boolean>(open)));
  }

  /** Closes the popup with what is typed in it, by a click into the page. */
  async leavePopup(): Promise<void> {
    const at = await middleOf(this.firefox.page, "body");
    await this.keys.click(at.x, at.y);
    await this.waitForNoPopup();
  }

  /** Types a tag into the popup and presses Enter. */
  async tag(name: string): Promise<void> {
    await this.keys.type(name);
    await this.keys.press("Return");
  }

  /** Chooses an entry of Quicktag's context menu on an element of the page. */
  async choose(selector: string, entry: string): Promise<void> {
    const at = await middleOf(this.firefox.page, selector);
    await this.keys.waitForMenu(() => this.keys.click(at.x, at.y, "right"));
    const items = `[...document.getElementById("contentAreaContextMenu").querySelectorAll("menu, menuitem")]`;
    await this.clickInBrowser(`${items}.find(({ label }) => label === "Tag candidate")`);
    await this.clickInBrowser(`${items}.find(({ label }) => label === ${JSON.stringify(entry)})`);
  }

  /** Clicks an element of the browser's own window with the real mouse. */
  async clickInBrowser(element: string): Promise<void> {
    const place = await until(element, () => this.firefox.inspector.evaluateInBrowser<Point | null>(placeOf(element)));
    await this.keys.click(place.x, place.y);
  }

  /** Waits until the toast in the page shows this text. */
  async toastShows(text: string): Promise<void> {
    await until(`the toast to say ${text}`, async () =>
      (await this.inToast<string>("shadow.textContent"))?.includes(text),
    );
  }

  /** Clicks a button of the toast with the real mouse. */
  async clickInToast(label: string): Promise<void> {
    const button = `[...shadow.querySelectorAll("button")].find((one) => one.textContent === ${JSON.stringify(label)})`;
    const place = await until(`${label} in the toast`, () =>
      this.inToast<Point>(`(() => {
        const { x, y, width, height } = ${button}.getBoundingClientRect();
        return { x: mozInnerScreenX + x + width / 2, y: mozInnerScreenY + y + height / 2 };
      })()`),
    );
    await this.keys.click(place.x, place.y);
  }

  private inToast<T>(read: string): Promise<T | null> {
    return this.firefox.inspector.evaluateInShadowRoot<T>(this.firefox.page, "[popover=manual]", read);
  }

  /** Waits until the candidate has the tag in the ATS, or no longer has it. */
  async waitForTag({ komboId }: Person, tag: string, has = true, timeoutMs?: number): Promise<void> {
    const matches = () => this.sandbox.control.tagsOf(komboId).includes(tag) === has;
    await until(`${tag} to be ${has ? "there" : "gone"}`, matches, timeoutMs);
  }

  writes(): number {
    return this.sandbox.control.log.requests.filter(({ method }) => method !== "GET").length;
  }

  /** The state of the event page, such as `running` or `stopped`. */
  backgroundState(): Promise<string> {
    return this.firefox.inspector.evaluateInBrowser(`${EXTENSION}.backgroundState`);
  }

  /** Waits until nothing moves on the screen. */
  waitUntilStill(): Promise<void> {
    return this.display.stillScreenshot(this.info.outputPath("screen.png"));
  }
}

/** Each test has a Firefox with a new profile; `prefs` are settings of the browser. */
export const test = base.extend<{ firefox: FirefoxApp; prefs: Record<string, unknown> }>({
  prefs: [{}, { option: true }],
  firefox: async ({ display, sandbox, prefs }, use, info) => {
    sandbox.control.reset();
    const firefox = await launchFirefox({
      extension: BUILD.firefox,
      executablePath: program("FIREFOX_PATH"),
      display: display.name,
      httpsPort: sandbox.httpsPort,
      prefs,
    });
    await use(new FirefoxApp(firefox, sandbox, display, info));
    if (info.status !== info.expectedStatus) display.screenshot(info.outputPath("failed.png"));
    await firefox.close();
  },
});

export { expect } from "@playwright/test";

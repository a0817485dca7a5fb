import type { Page } from "@playwright/test";
import { API_KEY, INTEGRATIONS, type Person, type SandboxIntegration } from "../../../sandbox/data";
import type { Sandbox } from "../../../sandbox/server";
import { pageUrls } from "../../../sandbox/sites";
import type { Chromium } from "../../harness/chromium";
import type { Display } from "../../harness/display";
import { Keys } from "../../harness/keys";
import { until } from "../../harness/until";
import { Background } from "./background";
import { ExtensionPage } from "./extension-page";
import { OptionsPage } from "./options";
import { Popup } from "./popup";
import { onScreen, Toast } from "./toast";

/** A made-up company by its connector, or by its organisation's name where several have one. */
export function company(name: string): SandboxIntegration {
  const found = INTEGRATIONS.find((one) => one.organisation === name || one.connector === name);
  if (!found) throw new Error(`No company ${name} in the sandbox`);
  return found;
}

/** The page object for Quicktag in Chromium: a screen, real keys, the browser, and the sandbox behind it. */
export class App {
  readonly keys: Keys;
  readonly background: Background;

  constructor(
    readonly display: Display,
    readonly sandbox: Sandbox,
    readonly browser: Chromium,
  ) {
    this.keys = new Keys(display.name);
    this.background = new Background(browser.context, browser.extensionId);
  }

  /** The tab the recruiter works in. */
  get tab(): Page {
    return this.browser.context.pages()[0]!;
  }

  options(): Promise<OptionsPage> {
    return OptionsPage.open(this.browser.context, this.browser.extensionId);
  }

  /** Connects Quicktag to these companies through the options page, and closes that page. */
  async connect(...companies: SandboxIntegration[]): Promise<void> {
    const options = await this.options();
    const integrations = companies.map(({ id, organisation }) => ({ id, label: organisation }));
    await options.connect({ key: API_KEY, integrations });
    // Most tests read in the toast which tag it is about.
    await new ExtensionPage(options.page).request("settings.preferences", { tagInPage: true });
    if (options.page !== this.tab) await options.page.close();
  }

  /** Opens an address in the recruiter's tab and gives that tab the focus. */
  async open(url: string): Promise<void> {
    await this.tab.goto(url);
    await this.tab.bringToFront();
  }

  /** Opens the page of a candidate as recruiters usually do. */
  async openCandidate(of: SandboxIntegration, person: Person = of.people[0]!): Promise<void> {
    await this.open(pageUrls(of.id).candidate(person)[0]!);
  }

  /** Presses the shortcut and waits for the popup. */
  async openPopup(): Promise<Popup> {
    await until("the tab to have the focus", () => this.tab.evaluate(() => document.hasFocus()));
    return Popup.openByShortcut(this.browser.popups, this.keys);
  }

  /** Opens the page of a candidate and the popup over it, and waits until it shows the candidate. */
  async openPopupOn(of: SandboxIntegration, person: Person = of.people[0]!): Promise<Popup> {
    await this.openCandidate(of, person);
    const popup = await this.openPopup();
    await popup.shows(`${person.firstName} ${person.lastName}`);
    return popup;
  }

  /** Opens the browser's context menu on the middle of an element, and Quicktag's submenu in it. */
  async openMenu(selector: string, frame?: string): Promise<void> {
    const place = (frame === undefined ? this.tab : this.tab.frameLocator(frame)).locator(selector).first();
    const box = await place.boundingBox();
    if (!box) throw new Error(`${selector} is not on the page`);
    const at = await onScreen(this.tab, box.x + box.width / 2, box.y + box.height / 2);
    await this.keys.waitForMenu(() => this.keys.click(at.x, at.y, "right"));
    // Counted from the bottom, where few entries are the browser's: "Inspect", on a page "View page source", and in a frame
    // its source and "Reload frame" as well.
    const isLink = await place.evaluate((element) => element.closest("a") !== null);
    for (let up = isLink ? 2 : frame === undefined ? 3 : 5; up > 0; up -= 1) await this.keys.press("Up");
    await this.keys.waitForMenu(() => this.keys.press("Right"));
  }

  toast(): Toast {
    return new Toast(this.browser.context, this.tab, this.keys);
  }

  /** The candidate's tags in the ATS. */
  tagsOf(person: Person): readonly string[] {
    return this.sandbox.control.tagsOf(person.komboId);
  }

  /** Waits until the candidate has the tag in the ATS. */
  async waitForTag(person: Person, tag: string, timeoutMs?: number): Promise<void> {
    await until(`${person.firstName} to have ${tag}`, () => this.tagsOf(person).includes(tag), timeoutMs);
  }

  /** The requests the sandbox received, as `POST /v1/ats/candidates/…/tags 200`. */
  requests(): string[] {
    return this.sandbox.control.log.requests.map(({ method, path, status }) => `${method} ${path} ${status ?? "-"}`);
  }

  /** The requests that write, in order. */
  writes(): string[] {
    return this.requests().filter((line) => !line.startsWith("GET "));
  }
}

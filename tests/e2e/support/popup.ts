import type { Browser, Page } from "puppeteer-core";
import type { Keys } from "../../harness/keys";
import { until } from "../../harness/until";

/** Longer than the popup ignores clicks on something that has moved. */
const STEADY_MS = 400;

/** The real popup, opened by a real key press, read through the browser's debugging port. */
export class Popup {
  private constructor(
    readonly page: Page,
    private readonly keys: Keys,
  ) {}

  /** Presses the shortcut in the window that has the focus, and waits for the popup. */
  static async openByShortcut(browser: Browser, keys: Keys, shortcut = "alt+shift+y"): Promise<Popup> {
    await keys.press(shortcut);
    return Popup.appeared(browser, keys);
  }

  /** Waits for a popup that something else opened, such as the context menu. */
  static appeared(browser: Browser, keys: Keys): Promise<Popup> {
    return Popup.at("/src/popup/index.html", browser, keys);
  }

  /** Waits for the side panel, which has the popup's parts. */
  static panel(browser: Browser, keys: Keys): Promise<Popup> {
    return Popup.at("/src/panel/index.html", browser, keys);
  }

  /** One of several that are open. */
  static of(page: Page, keys: Keys): Popup {
    return new Popup(page, keys);
  }

  private static async at(path: string, browser: Browser, keys: Keys): Promise<Popup> {
    const target = await browser.waitForTarget((one) => one.url().includes(path), {
      timeout: 15_000,
    });
    const page = await target.asPage();
    return new Popup(page, keys);
  }

  /** The visible text of the popup. */
  text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what a person reads
    return this.page.evaluate(() => document.body.innerText);
  }

  heading(): Promise<string> {
    return this.page.evaluate(() => document.querySelector("h1")?.textContent?.trim() ?? "");
  }

  /** What the status regions say, one line for each outcome; without who is being tagged. */
  status(): Promise<string> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('[role="status"]:not(#who-said)')]
        .map((one) => one.textContent)
        .join("\n")
        .trim(),
    );
  }

  /** Waits until the popup shows this text, and returns all of its text. */
  async shows(text: string | RegExp, timeoutMs?: number): Promise<string> {
    let last = "";
    const matches = async () => {
      last = await this.text();
      return (typeof text === "string" ? last.includes(text) : text.test(last)) && last;
    };
    return until(`the popup to show ${text}`, matches, timeoutMs).catch((error: Error) => {
      throw new Error(`${error.message}; it shows:\n${last}`);
    });
  }

  /** Waits until the tag field has the focus, so that keys reach it. */
  async ready(): Promise<void> {
    await until("the field Tag to have the focus", () =>
      this.page.evaluate(() => document.hasFocus() && document.activeElement?.matches('input, [role="combobox"]')),
    );
  }

  /** Types fast with real keys into the field that has the focus, and waits until the text is there. */
  async type(text: string): Promise<void> {
    await this.ready();
    await this.keys.type(text);
    await this.holds(text);
  }

  /** The same at a person's speed; the same seed gives the same rhythm. */
  async typeAsHuman(text: string, seed: number): Promise<void> {
    await this.ready();
    await this.keys.typeAsHuman(text, seed);
    await this.holds(text);
  }

  private async holds(text: string): Promise<void> {
    await until(`the field to hold ${text}`, () =>
      this.page.evaluate((wanted) => (document.activeElement as HTMLInputElement | null)?.value === wanted, text),
    );
  }

  /** Types a tag and presses Enter. */
  async tag(name: string): Promise<void> {
    await this.type(name);
    await this.keys.press("Return");
  }

  /** Clicks a control with this label with the real mouse; `within` narrows the search to one part of the popup. */
  async click(label: string, within?: Aim["within"]): Promise<void> {
    const { x, y } = await this.placeOf(label, within);
    await this.keys.click(x, y);
  }

  /** The middle of the control on the screen, once it has stopped moving. */
  placeOf(label: string, within?: Aim["within"]): Promise<{ x: number; y: number }> {
    let last = "";
    let since = Date.now();
    // A person looks before they click, and so does not click what has just moved.
    return until(`${label} to stand still`, async () => {
      const now = await this.page.evaluate(middleOf, { label, within });
      const place = JSON.stringify(now);
      if (place !== last) since = Date.now();
      last = place;
      return Date.now() - since > STEADY_MS && now;
    });
  }

  /** The visible text of each part that matches, on one line each. */
  textsOf(selector: string): Promise<string[]> {
    return this.page.evaluate(
      // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what a person reads
      (wanted) => [...document.querySelectorAll<HTMLElement>(wanted)].map((one) => one.innerText.replace(/\s+/g, " ")),
      selector,
    );
  }

  /** What Undo says it will do to this tag, both in its tooltip and to assistive technology. */
  async undoMeans(tag: string): Promise<string> {
    return until(`an Undo for ${tag}`, () =>
      this.page.evaluate((wanted) => {
        const buttons = [...document.querySelectorAll<HTMLElement>("button[aria-describedby]")];
        const undo = buttons.find((one) => one.ariaLabel?.includes(wanted));
        const described = document.getElementById(undo?.getAttribute("aria-describedby") ?? "")?.textContent;
        return undo && described === undo.title && described;
      }, `"${tag}"`),
    );
  }

  /** Presses Tab until something with this label has the focus. */
  async tabTo(label: string): Promise<void> {
    const passed: string[] = [];
    while (passed.length < 30) {
      await this.press("Tab");
      const at = await this.focused();
      if (at.includes(label)) return;
      passed.push(at);
    }
    throw new Error(`Tab never came to ${label}, but to ${passed.join(" | ")}`);
  }

  async hasFocusOn(label: string): Promise<void> {
    let last = "";
    await until(`the focus to be on ${label}`, async () => {
      last = await this.focused();
      return last.includes(label);
    }).catch((error: Error) => {
      throw new Error(`${error.message}; it is on ${last}`);
    });
  }

  private focused(): Promise<string> {
    return this.page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      return at ? `${at.tagName} ${at.ariaLabel ?? ""} ${at.textContent}`.slice(0, 120) : "";
    });
  }

  async press(combination: string): Promise<void> {
    await this.keys.press(combination);
  }

  /** Closes the popup whatever stands in it, as another click in the browser does. */
  async leave(): Promise<void> {
    await this.page.evaluate(() => window.close()).catch(() => undefined);
    await until("the popup to close", () => this.page.isClosed());
  }

  /** Presses Escape and waits until the popup is gone. */
  async close(): Promise<void> {
    await this.keys.press("Escape");
    await until("the popup to close", () => this.page.isClosed());
  }
}

interface Aim {
  label: string;
  within?: { part: string; saying: string } | undefined;
}

/** Runs in the popup: the middle on the screen of the button, link, summary or field with this label. */
function middleOf({ label, within }: Aim): { x: number; y: number } | null {
  const parts = within ? [...document.querySelectorAll(within.part)] : [document.body];
  const part = parts.find((one) => !within || one.textContent?.includes(within.saying));
  const pressable = [...(part?.querySelectorAll<HTMLElement>("button, summary, a, input, [role=option]") ?? [])];
  const named = (one: HTMLElement) => (one instanceof HTMLInputElement ? (one.labels?.[0]?.textContent ?? "") : "");
  const found = pressable.find((one) => `${one.ariaLabel ?? ""} ${named(one)} ${one.textContent}`.includes(label));
  if (!found) return null;
  found.scrollIntoView({ block: "nearest" });
  const { x, y, width, height } = found.getBoundingClientRect();
  return { x: window.screenX + x + width / 2, y: window.screenY + y + height / 2 };
}

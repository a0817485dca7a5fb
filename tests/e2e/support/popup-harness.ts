import type { BrowserContext, Page } from "@playwright/test";
import type { FindResult } from "../../../src/domain/find";
import type { MessageName } from "../../../src/messaging/protocol";
import type { Stores } from "../../../src/storage/schema";
import { until } from "../../harness/until";

export interface NamedPopupFixture extends PopupFixture {
  name: string;
  /** Selector of something that is there once the fixture is complete. */
  ready: string;
  act?: (page: Page) => Promise<void>;
}

/** What the popup gets: the background's answers, and the content of the database. */
export interface PopupFixture {
  /** The answer to `candidate.find`; null if it never comes. */
  result: FindResult | null;
  /** Other answers. Requests without one are never answered. */
  answers?: Partial<Record<MessageName, unknown>>;
  stored?: { [S in keyof Stores]?: readonly Stores[S][] };
  /** What lies in `storage.local` beside the settings. */
  local?: Record<string, unknown>;
  /** Where the parts are shown; the popup unless given. */
  place?: "popup" | "panel";
}

/** The parts of the extension API that the harness calls. */
declare const chrome: {
  runtime: { sendMessage(message: { quicktag: string }): Promise<unknown> };
  tabs: { setZoom(factor: number): Promise<void>; query(): Promise<object[]> };
  storage: Record<"session" | "local", { clear(): Promise<void>; set(items: Record<string, unknown>): Promise<void> }>;
};

const STORES: readonly (keyof Stores)[] = ["jobs", "holds", "tags", "uses", "candidates", "bindings"];

/** Shows the popup's page in a tab, in any state, however rare. */
export class PopupHarness {
  private constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {}

  static async open(context: BrowserContext, extensionId: string): Promise<PopupHarness> {
    const page = await context.newPage();
    await page.addInitScript(answerFromFixture);
    const harness = new PopupHarness(page, `chrome-extension://${extensionId}`);
    await harness.openOptions();
    return harness;
  }

  /** Opens the options page; from there the database can be filled. */
  async openOptions(): Promise<void> {
    await this.page.goto(`${this.origin}/src/options/index.html`);
    await this.page.locator("main").waitFor();
  }

  /** Shows the popup with this fixture. */
  async show({ result, answers = {}, stored = {}, local = {}, place = "popup" }: PopupFixture): Promise<void> {
    const given = { ...answers, ...(result ? { "candidate.find": result } : {}) };
    await this.openOptions();
    await this.page.evaluate(
      async ({ text, items }) => {
        sessionStorage.setItem("fixture", text);
        // Drafts of the previous fixture.
        await chrome.storage.session.clear();
        await chrome.storage.local.set({ tagSets: [], pins: {}, ...items });
      },
      { text: JSON.stringify(given), items: local },
    );
    await this.page.evaluate(
      fillStores,
      STORES.map((store) => ({ store, values: stored[store] ?? [] })),
    );
    await this.page.goto(`${this.origin}/src/${place}/index.html`);
    await until("the popup's texts", () => this.page.evaluate(() => document.querySelector("h1") !== null));
  }

  /** Shows the popup with this fixture, and performs its actions. */
  async load(fixture: NamedPopupFixture): Promise<void> {
    await this.show(fixture);
    await fixture.act?.(this.page);
    await this.page.locator(fixture.ready).first().waitFor();
    await this.waitUntilStill();
  }

  /** Sets the browser's zoom. */
  async zoom(factor: number): Promise<void> {
    await this.page.evaluate((wanted) => chrome.tabs.setZoom(wanted), factor);
  }

  /** Waits until no animation runs and the fonts are loaded. */
  async waitUntilStill(): Promise<void> {
    await until("the page to be still", () =>
      this.page.evaluate(
        () =>
          document.fonts.status === "loaded" && document.getAnimations().every((one) => one.playState !== "running"),
      ),
    );
  }
}

/** Runs in the page before its scripts: the fixture answers in place of the background. */
function answerFromFixture(): void {
  const isPanel = location.pathname.startsWith("/src/panel/");
  const text = (isPanel || location.pathname.startsWith("/src/popup/")) && sessionStorage.getItem("fixture");
  if (!text) return;
  // The panel would follow the tab it is shown in here.
  const followed = {
    id: 1,
    windowId: 1,
    url: "https://app.greenhouse.io/people/4242",
    title: "A page",
    status: "complete",
  };
  if (isPanel) chrome.tabs.query = async () => [followed];
  const answers = JSON.parse(text) as Record<string, unknown>;
  chrome.runtime.sendMessage = ({ quicktag }) =>
    quicktag in answers ? Promise.resolve({ ok: true, response: answers[quicktag] }) : new Promise(() => undefined);
}

/** Runs in the page. */
function fillStores(fill: readonly { store: string; values: readonly unknown[] }[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("quicktag");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const tx = db.transaction(
        fill.map(({ store }) => store),
        "readwrite",
      );
      for (const { store, values } of fill) {
        tx.objectStore(store).clear();
        for (const value of values) tx.objectStore(store).put(value);
      }
      tx.onabort = () => reject(tx.error);
      tx.oncomplete = () => {
        db.close();
        resolve();
      };
    };
  });
}

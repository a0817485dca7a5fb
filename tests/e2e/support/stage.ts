import type { BrowserContext, Page } from "@playwright/test";
import type { FindResult } from "../../../src/domain/find";
import type { MessageName } from "../../../src/messaging/protocol";
import type { Stores } from "../../../src/storage/schema";
import { until } from "./until";

export interface Setting extends Scene {
  name: string;
  /** Selector of what is there when the scene is complete. */
  ready: string;
  act?: (page: Page) => Promise<void>;
}

/** What the popup is given: the background's answers, and what lies in the database. */
export interface Scene {
  /** The answer to "who is open?"; null for one that never comes. */
  result: FindResult | null;
  /** Other answers; whatever is not here is never answered. */
  answers?: Partial<Record<MessageName, unknown>>;
  stored?: { [S in keyof Stores]?: readonly Stores[S][] };
}

/** What the browser's own functions look like in a page of the extension. */
declare const chrome: {
  runtime: { sendMessage(message: { quicktag: string }): Promise<unknown> };
  tabs: { setZoom(factor: number): Promise<void> };
  storage: { session: { clear(): Promise<void> } };
};

const STORES: readonly (keyof Stores)[] = ["jobs", "holds", "tags", "uses", "candidates", "bindings"];

/** The popup's own page in a tab, where every state can be had that the real world rarely shows. */
export class Stage {
  private constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {}

  static async open(context: BrowserContext, extensionId: string): Promise<Stage> {
    const page = await context.newPage();
    await page.addInitScript(answerFromScene);
    const stage = new Stage(page, `chrome-extension://${extensionId}`);
    await stage.options();
    return stage;
  }

  /** The options page, which also gives the database's origin. */
  async options(): Promise<void> {
    await this.page.goto(`${this.origin}/src/options/index.html`);
    await this.page.locator("main").waitFor();
  }

  /** Shows the popup as it is in this scene. */
  async show({ result, answers = {}, stored = {} }: Scene): Promise<void> {
    const given = { ...answers, ...(result ? { "candidate.find": result } : {}) };
    await this.options();
    await this.page.evaluate((text) => {
      sessionStorage.setItem("scene", text);
      // Drafts of the scene before.
      return chrome.storage.session.clear();
    }, JSON.stringify(given));
    await this.page.evaluate(
      fillStores,
      STORES.map((store) => ({ store, values: stored[store] ?? [] })),
    );
    await this.page.goto(`${this.origin}/src/popup/index.html`);
    await until("the popup's words", () => this.page.evaluate(() => document.querySelector("h1") !== null));
  }

  /** Shows a scene and does what belongs to it. */
  async play(setting: Setting): Promise<void> {
    await this.show(setting);
    await setting.act?.(this.page);
    await this.page.locator(setting.ready).first().waitFor();
    await this.still();
  }

  /** The browser's own zoom, as a person sets it. */
  async zoom(factor: number): Promise<void> {
    await this.page.evaluate((wanted) => chrome.tabs.setZoom(wanted), factor);
  }

  /** Waits until nothing is animated and fonts are there. */
  async still(): Promise<void> {
    await until("the page to be still", () =>
      this.page.evaluate(
        () =>
          document.fonts.status === "loaded" && document.getAnimations().every((one) => one.playState !== "running"),
      ),
    );
  }
}

/** Runs in the page before its own scripts: the background's place is taken by the scene. */
function answerFromScene(): void {
  const text = location.pathname.startsWith("/src/popup/") && sessionStorage.getItem("scene");
  if (!text) return;
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

import type { Page } from "puppeteer-core";
import type { Person } from "../../sandbox/data";
import { manyPeople } from "../../sandbox/data/many-people";
import { pageUrls } from "../../sandbox/sites";
import { type App, company } from "../e2e/support/app";
import { Popup } from "../e2e/support/popup";
import { onScreen } from "../e2e/support/toast";
import type { Keys } from "../harness/keys";
import { until } from "../harness/until";

/** From a key to the mouse or back (ms): sooner a hand is not there. */
const GAP_MS = 250;

/** Chosen here for commands that have no key of their own. */
export const BOUND = "alt+shift+k";

export const northwind = company("Northwind Example");
export const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;
// A whole afternoon's worth; the sandbox, which runs in this process, serves them as it does its own.
northwind.people.push(...manyPeople(northwind, northwind.people.length, 80, 13));
/** People Kombo knows whose names nobody else has. */
export const people = northwind.people.filter(
  (one) => one.synced && northwind.people.filter((other) => nameOf(other) === nameOf(one)).length === 1,
);

/** What one thing took. */
export interface Took {
  people: number;
  /** Presses, letters and clicks. */
  keys: number;
  /** From the first key until the recruiter has no more to do (ms). */
  hands: number;
  /** From the first key until the ATS has it all (ms). */
  done: number;
  /** How often the popup or panel changed its height or moved its field. */
  changes: number;
}

/** Counts keys and clicks of a person: presses, letters, clicks. */
class Counter {
  count = 0;

  constructor(keys: Keys) {
    const { press, typeAsHuman, click } = keys;
    keys.press = (combination) => {
      this.count += 1;
      return press.call(keys, combination);
    };
    keys.typeAsHuman = (text, seed) => {
      this.count += [...text].length;
      return typeAsHuman.call(keys, text, seed);
    };
    keys.click = (x, y, button) => {
      this.count += 1;
      return click.call(keys, x, y, button);
    };
  }
}

interface Watched {
  changes?: number;
}

/** Runs in the popup: counts changes of its height and of the field's place. A text, as tsx adds to functions what pages lack. */
const WATCH = `(() => {
  let last = "";
  globalThis.changes = -1;
  (function look() {
    const field = document.getElementById("tag")?.getBoundingClientRect();
    const now = document.body.getBoundingClientRect().height + " " + Math.round(field?.top ?? 0);
    if (now !== last) globalThis.changes += 1;
    last = now;
    requestAnimationFrame(look);
  })();
})()`;

export const watch = (page: Page): Promise<unknown> => page.evaluate(WATCH);
export const changesIn = (page: Page): Promise<number> => page.evaluate(() => (globalThis as Watched).changes ?? 0);

/** What a person types, and the tag they see in the first row before they press Enter. */
export interface Entry {
  typed: string;
  tag: string;
  isNew?: true;
}

/** Does with real keys, at a person's speed, what a recruiter does. */
export class Recruiter {
  private readonly counter: Counter;

  constructor(readonly app: App) {
    this.counter = new Counter(app.keys);
  }

  /** What it takes to do `act`, which gives the changes it saw, until all these people have these tags. */
  async time(to: readonly Person[], tags: readonly string[], act: () => Promise<number>): Promise<Took> {
    const from = this.counter.count;
    const start = performance.now();
    const changes = await act();
    const hands = performance.now() - start;
    const keys = this.counter.count - from;
    const hasAll = (one: Person) => tags.every((tag) => this.app.tagsOf(one).includes(tag));
    await until("the tags to be in the ATS", () => to.every(hasAll), 60_000).catch((error: Error) => {
      throw new Error(`${error.message}; not at ${to.filter((one) => !hasAll(one)).map(nameOf)}`);
    });
    return { people: to.length, keys, hands, done: performance.now() - start, changes };
  }

  /** Opens the popup, types and enters each tag, and closes it. Gives how often it changed. */
  async byPopup(entries: readonly Entry[]): Promise<number> {
    const popup = await this.app.openPopup();
    await watch(popup.page);
    for (const entry of entries) await this.enter(popup, entry);
    const changes = await changesIn(popup.page);
    await popup.close();
    return changes;
  }

  private async enter(popup: Popup, { typed, tag, isNew }: Entry): Promise<void> {
    await popup.ready();
    await this.app.keys.typeAsHuman(typed, 7);
    const row = isNew ? `Create "${tag}"` : tag;
    await until(`${row} to be offered`, async () => {
      const rows = await popup.textsOf("[role=option]");
      return isNew ? rows.some((one) => one.includes(row)) : rows[0]?.includes(row);
    });
    await popup.press("Return");
    // A new tag takes a second, deliberate Enter, on its row.
    if (isNew) {
      await until("the row to be chosen", async () => (await popup.textsOf("[aria-selected=true]"))[0]?.includes(row));
      await popup.press("Return");
    }
    await until("the field to be empty", () =>
      popup.page.evaluate(() => (document.querySelector("#tag") as HTMLInputElement).value === ""),
    );
  }

  /** Opens the side panel on the page that is open. */
  async openPanel(shown: Person): Promise<Popup> {
    await this.app.keys.press("alt+shift+u");
    const panel = await Popup.panel(this.app.browser.popups, this.app.keys);
    await panel.shows(nameOf(shown));
    return panel;
  }

  /** One click on the page's own button for the next person. */
  async next(to: Person): Promise<void> {
    const { tab, keys } = this.app;
    const { pathname } = new URL(pageUrls(northwind.id).candidate(to)[0]!);
    // As in many an ATS, the button leads to the next one of the list that was left.
    await tab.evaluate((path) => document.querySelector("#next")?.setAttribute("href", path), pathname);
    const box = await tab.locator("#next").boundingBox();
    if (!box) throw new Error("The page has no next button");
    const { x, y } = await onScreen(tab, box.x + box.width / 2, box.y + box.height / 2);
    await new Promise((resolve) => setTimeout(resolve, GAP_MS));
    await keys.click(x, y);
    await tab.waitForURL((url) => url.pathname === pathname, { waitUntil: "commit" });
  }

  /** Gives a command a key, as a person does in the browser's settings. */
  async bind(command: RegExp): Promise<void> {
    const settings = await this.app.browser.context.newPage();
    await settings.goto("chrome://extensions/shortcuts");
    const row = settings.locator(".command-entry", { hasText: command });
    await row.locator("cr-icon-button#edit").click({ timeout: 5000 });
    await this.app.keys.press(BOUND);
    await settings.close();
    await this.app.tab.bringToFront();
  }
}

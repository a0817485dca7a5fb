// Plays a recruiter by real keys against a network as slow as the real one, and prints what each thing takes: keys and
// clicks, seconds, and how often the popup changed its height or moved its field. One table, for docs/measured.md.
// Run: npm run measure (needs the build). `-- FOLDER` measures another build, as far as it has what is measured.
import { resolve } from "node:path";
import type { Page } from "puppeteer-core";
import { API_KEY, type Person } from "../../sandbox/data";
import { pageUrls } from "../../sandbox/sites";
import { type App, company } from "../e2e/support/app";
import { ExtensionPage } from "../e2e/support/extension-page";
import { Popup } from "../e2e/support/popup";
import { onScreen } from "../e2e/support/toast";
import { withApp } from "../e2e/support/with-app";
import { BUILD } from "../harness/builds";
import type { Keys } from "../harness/keys";
import { until } from "../harness/until";

const TAG = "Excellent Fit";
/** As much of it as makes it the first row. */
const TYPED = "exc";
const MANY = 20;
/** Chosen here for commands that have no key of their own. */
const BOUND = "alt+shift+k";

const northwind = company("Northwind Example");
const nameOf = ({ firstName, lastName }: Person) => `${firstName} ${lastName}`;
/** People Kombo knows whose names nobody else has. */
const people = northwind.people.filter(
  (one) => one.synced && northwind.people.filter((other) => nameOf(other) === nameOf(one)).length === 1,
);
const [first] = people as [Person];

/** What one thing took. */
interface Took {
  keys: number;
  /** From the first key until the recruiter can go on (ms). */
  hands: number;
  /** From the first key until the ATS has it (ms). */
  done: number;
  changes: number;
}

const rows: { what: string; per: number; took: Took | string }[] = [];

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

const changesIn = (page: Page): Promise<number> => page.evaluate(() => (globalThis as Watched).changes ?? 0);

class Recruiter {
  readonly counter: Counter;

  constructor(private readonly app: App) {
    this.counter = new Counter(app.keys);
  }

  /** Measures one thing done to these people; prints why where this build cannot do it. */
  async row(what: string, to: readonly Person[], tags: readonly string[], act: () => Promise<number | undefined>) {
    const from = this.counter.count;
    const start = performance.now();
    try {
      const changes = (await act()) ?? 0;
      const hands = performance.now() - start;
      const keys = this.counter.count - from;
      const hasAll = (one: Person) => tags.every((tag) => this.app.tagsOf(one).includes(tag));
      await until(`${what} to be done`, () => to.every(hasAll), 60_000);
      rows.push({ what, per: to.length, took: { keys, hands, done: performance.now() - start, changes } });
    } catch (error) {
      rows.push({ what, per: to.length, took: String(error).split("\n")[0] as string });
    }
  }

  /** The popup, its tags each typed and entered, and closed again. */
  async byPopup(tags: readonly string[], enters = 1): Promise<number> {
    const popup = await this.app.openPopup();
    await popup.page.evaluate(WATCH);
    for (const tag of tags) {
      await popup.ready();
      await this.app.keys.typeAsHuman(tag, 7);
      for (let n = 0; n < enters; n++) {
        // A new tag takes a second, deliberate Enter, once its row is there.
        if (n > 0) await popup.shows(/Create|New tag/);
        await popup.press("Return");
      }
      await until("the field to be empty", () =>
        popup.page.evaluate(() => (document.querySelector("#tag") as HTMLInputElement).value === ""),
      );
    }
    const changes = await changesIn(popup.page);
    await popup.close();
    return changes;
  }

  /** One click on the page's own button for the next person. */
  async next(to: Person): Promise<void> {
    const { tab, keys } = this.app;
    const href = new URL(pageUrls(northwind.id).candidate(to)[0]!).pathname;
    // As many ATS's lists of candidates do, the button leads to the next one of the list.
    await tab.evaluate((path) => document.querySelector("#next")?.setAttribute("href", path), href);
    const box = await tab.locator("#next").boundingBox();
    if (!box) throw new Error("The page has no next button");
    const { x, y } = await onScreen(tab, box.x + box.width / 2, box.y + box.height / 2);
    await keys.click(x, y);
    await tab.waitForURL((url) => url.pathname === href);
  }
}

/** Key and company by the settings' own request, as the settings page changed in between. */
async function connect(app: App): Promise<void> {
  const page = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  const integrations = [{ id: northwind.id, connector: northwind.connector, label: northwind.organisation }];
  await page.request("settings.save", { server: { kind: "eu" }, key: API_KEY, integrations });
  await page.close();
}

/** Gives a command keys, as a person does in the browser's settings. */
async function bind(app: App, command: RegExp): Promise<void> {
  const settings = await app.browser.context.newPage();
  await settings.goto("chrome://extensions/shortcuts");
  const row = settings.locator(".command-entry", { hasText: command });
  await row.locator("cr-icon-button#edit").click({ timeout: 5000 });
  await app.keys.press(BOUND);
  await settings.close();
  await app.tab.bringToFront();
}

/** Each of these in a browser and a sandbox of its own. */
const scenes: ((app: App, by: Recruiter) => Promise<void>)[] = [
  async (app, by) => {
    await app.openCandidate(northwind, first);
    await by.row("existing tag, candidate not known yet", [first], [TAG], () => by.byPopup([TYPED]));
    await by.row("existing tag, candidate known", [first], ["Future Fit"], () => by.byPopup(["futu"]));
    await by.row("new tag", [first], ["Likes climbing"], () => by.byPopup(["Likes climbing"], 2));
    const three = ["Career Fair", "Freelance", "Speaks German"];
    await by.row("three tags", [first], three, () => by.byPopup(["career", "freel", "speaks g"]));
  },
  async (app, by) => {
    const some = people.slice(0, MANY);
    await app.openCandidate(northwind, some[0]);
    await by.row(`one tag, ${MANY} people, by popup`, some, [TAG], async () => {
      let changes = 0;
      for (const [at, person] of some.entries()) {
        if (at > 0) await by.next(person);
        changes += await by.byPopup([TYPED]);
      }
      return changes;
    });
  },
  async (app, by) => {
    await bind(app, /Repeat|last tag/i);
    const [start, ...some] = people.slice(0, MANY + 1) as [Person, ...Person[]];
    await app.openCandidate(northwind, start);
    await by.byPopup([TYPED]);
    await app.waitForTag(start, TAG);
    await by.row(`one tag, ${MANY} people, by Repeat`, some, [TAG], async () => {
      for (const person of some) {
        await by.next(person);
        await app.keys.press(BOUND);
        // Who goes on at once leaves the page before it was read.
        await until("the toast", () => app.toast().text());
      }
      return undefined;
    });
  },
  async (app, by) => {
    await bind(app, /number 1/);
    const [start, ...some] = people.slice(0, MANY + 1) as [Person, ...Person[]];
    await app.openCandidate(northwind, start);
    await app.keys.press("alt+shift+u");
    const panel = await Popup.panel(app.browser.popups, app.keys);
    await panel.shows(nameOf(start));
    await panel.tag(TAG);
    await app.waitForTag(start, TAG);
    await app.tab.bringToFront();
    await panel.page.evaluate(WATCH);
    await by.row(`one tag, ${MANY} people, by panel`, some, [TAG], async () => {
      for (const person of some) {
        await by.next(person);
        await panel.shows(nameOf(person));
        await app.keys.press(BOUND);
      }
      return changesIn(panel.page);
    });
  },
  async (app, by) => {
    const some = people.slice(1, MANY + 1);
    await app.openCandidate(northwind, first);
    await by.byPopup([TYPED]);
    await app.waitForTag(first, TAG);
    await app.open(pageUrls(northwind.id).list);
    await by.row(`one tag, ${MANY} people, by the menu on the list`, some, [TAG], async () => {
      for (const { urlId } of some) {
        await app.tab.locator(`a[href$="/people/${urlId}"]`).first().scrollIntoViewIfNeeded();
        await app.openMenu(`a[href$="/people/${urlId}"]`);
        await app.keys.press("Return");
      }
      return undefined;
    });
  },
];

const extension = process.argv[2] ? resolve(process.argv[2]) : BUILD.chrome;
for (const scene of scenes) {
  await withApp({ screen: "1280x900", latency: "human", extension }, async (app) => {
    await connect(app);
    await scene(app, new Recruiter(app)).catch((error) => {
      rows.push({ what: "a scene", per: 1, took: String(error).split("\n")[0] as string });
    });
  });
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);
console.log(
  "| what | keys and clicks | a person | seconds until one can go on | a person | seconds until done | changes |",
);
console.log("| --- | --- | --- | --- | --- | --- | --- |");
for (const { what, per, took } of rows) {
  if (typeof took === "string") console.log(`| ${what} | not possible: ${took} | | | | | |`);
  else {
    const { keys, hands, done, changes } = took;
    const cells = [what, keys, (keys / per).toFixed(1), seconds(hands), seconds(hands / per), seconds(done), changes];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

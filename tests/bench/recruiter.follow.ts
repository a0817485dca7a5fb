import type { Page as Tab } from "@playwright/test";
import type { Page } from "puppeteer-core";
import type { Person } from "../../sandbox/data";
import { pageUrls } from "../../sandbox/sites";
import { SeededRandom } from "../harness/seeded-random";
import { until } from "../harness/until";
import { BOUND, nameOf, northwind, people, type Recruiter } from "./recruiter.hands";
import type { Note } from "./recruiter.scenes";

/** Times of slow changes, and how many fast ones. */
const CALM = 10;
const FAST = 50;
const TAG = "Excellent Fit";

/** What the panel showed, and since when (epoch ms). */
interface Shown {
  at: number;
  heading: string;
  isKnown: boolean;
}

/** Runs in the panel: writes down each heading once it is painted. A text, as tsx adds to functions what pages lack. */
const WATCH_HEADING = `(() => {
  globalThis.shown = [];
  let last = "";
  const look = () => {
    const heading = document.querySelector("h1")?.textContent ?? "";
    const isKnown = document.querySelector("h1#candidate-name") !== null;
    const now = heading + isKnown;
    if (now === last) return;
    last = now;
    const one = { at: 0, heading, isKnown };
    globalThis.shown.push(one);
    requestAnimationFrame(() => { one.at = Date.now(); });
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  look();
})()`;

const shownIn = (page: Page): Promise<Shown[]> =>
  page.evaluate(() => (globalThis as unknown as { shown: Shown[] }).shown);

/** How the panel keeps up with the tab: how soon it locks and knows the next one, and whether a key ever goes astray. */
export async function follow(by: Recruiter, _many: number, note: Note): Promise<void> {
  const { app } = by;
  const [start, ...others] = people as [Person, ...Person[]];
  await by.bind(/number 1/);
  await app.openCandidate(northwind, start);
  await by.byPopup([{ typed: "exc", tag: TAG }]);
  await app.waitForTag(start, TAG);
  const panel = await by.openPanel(start);
  await app.tab.bringToFront();
  await panel.page.evaluate(WATCH_HEADING);
  note(`${CALM} changes of candidate`, await calmly(by, panel.page, others.slice(0, CALM)));
  note(`${FAST} changes of candidate, a key at any moment`, await hurriedly(by, others.slice(CALM, CALM + FAST)));
}

/** Each person is waited for. */
async function calmly({ app }: Recruiter, panel: Page, some: readonly Person[]): Promise<string> {
  const locked: number[] = [];
  const named: number[] = [];
  const found: number[] = [];
  for (const person of some) {
    const before = (await shownIn(panel)).length;
    const { log } = app.sandbox.control;
    log.clear();
    await goTo(app.tab, person);
    const isPerson = ({ heading, isKnown }: Shown) => isKnown && heading.includes(nameOf(person));
    await until(`${nameOf(person)} to be found`, async () => (await shownIn(panel)).slice(before).some(isPerson));
    const since = await addressAt(app.tab);
    const after = (await shownIn(panel)).slice(before);
    const time = (fits: (one: Shown) => boolean) => (after.find(fits)?.at ?? Number.NaN) - since;
    locked.push(time(({ isKnown }) => !isKnown));
    named.push(time(({ heading }) => heading.includes(nameOf(person))));
    const read = log.requests.find(({ query }) => query.remote_ids === person.remoteId);
    const reading = (read?.answeredAt ?? Number.NaN) - (read?.at ?? Number.NaN);
    found.push(time(isPerson) - reading);
  }
  const row = (name: string, times: readonly number[]) =>
    `${name} ${Math.round(middle(times))} ms, at most ${Math.round(Math.max(...times))} ms`;
  const parts = [
    row("locked after", locked),
    row("the page's own name after", named),
    row("found after one read and", found),
  ];
  return parts.join("; ");
}

/** Nobody is waited for; a key comes at any moment of some visits, for whom the tab shows. */
async function hurriedly({ app }: Recruiter, some: readonly Person[]): Promise<string> {
  const random = new SeededRandom(13);
  const meant = new Set<string>();
  let keys = 0;
  const shownNow = () => new URL(app.tab.url()).pathname;
  for (const person of some) {
    await goTo(app.tab, person);
    await pause(random.below(900));
    if (random.below(2) === 0) continue;
    // The page may change while the key is pressed: either may be meant then.
    meant.add(shownNow());
    await app.keys.press(BOUND);
    meant.add(shownNow());
    keys += 1;
    await pause(random.below(300));
  }
  await pause(5000);
  const tagged = some.filter((person) => app.tagsOf(person).includes(TAG));
  const stale = tagged.filter((person) => !meant.has(pathOf(person)));
  return `${some.length} people, ${keys} keys, ${tagged.length} tags, ${stale.length} stale tags`;
}

const pathOf = (person: Person) => new URL(pageUrls(northwind.id).candidate(person)[0]!).pathname;

/** The page itself goes there, as its buttons do. */
async function goTo(tab: Tab, person: Person): Promise<void> {
  const path = pathOf(person);
  await tab.evaluate((to) => location.assign(to), path);
  await tab.waitForURL((url) => url.pathname === path, { waitUntil: "commit" });
}

/** When the tab got the address it has (epoch ms): not before the first byte of its page. */
const addressAt = (tab: Tab): Promise<number> =>
  tab.evaluate(() => {
    const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return performance.timeOrigin + (entry?.responseStart ?? 0);
  });

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

// The real popup beside an empty one with two controls, opened by real keys in turns in the same browser: medians and
// ratios. Warm; right after all workers were stopped; and as the first popup of a browser with a new profile.
// Run: npm run bench:popup (needs the build).
import { rmSync } from "node:fs";
import type { Browser, Page } from "puppeteer-core";
import { bytes, filesOfPage } from "../../scripts/sizes.mjs";
import { type App, company } from "../e2e/support/app";
import { ExtensionPage } from "../e2e/support/extension-page";
import { withApp } from "../e2e/support/with-app";
import { BUILD } from "../harness/builds";
import { unpackedId } from "../harness/chromium";
import { until } from "../harness/until";
import { EMPTY_SHORTCUT, emptyExtension } from "./popup.empty";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 20);
/** Each starts a browser. */
const PROFILES = Number(process.env.BENCH_PROFILES ?? ROUNDS);
const MARKS = ["DOMContentLoaded", "first paint", "input usable", "candidate shown"] as const;
type Mark = (typeof MARKS)[number];
type Sample = Record<Mark | "heap", number | null>;
/** One of the empty popup and one of Quicktag's. */
type Pair = [empty: Sample, quicktag: Sample];

const empty = emptyExtension();
try {
  await withApp({ screen: "1280x900", beside: empty.folder }, measure);
  const fresh: Pair[] = [];
  for (let round = 0; round < PROFILES; round += 1)
    await withApp({ screen: "1280x900", beside: empty.folder }, async (app) => {
      await app.openCandidate(company("Northwind Example"));
      fresh.push(await pair(app, round));
    });
  reportCold("first open in a new profile", fresh);
} finally {
  rmSync(empty.folder, { recursive: true });
}

async function measure(app: App): Promise<void> {
  const { browser } = app;
  const northwind = company("Northwind Example");
  await app.connect(northwind);
  const extensionPage = await ExtensionPage.open(browser.context, browser.extensionId);
  await app.openCandidate(northwind);
  const samples = { empty: [] as Sample[], known: [] as Sample[], unknown: [] as Sample[] };
  // One of each to warm up.
  for (let round = -1; round < ROUNDS; round += 1) {
    const none = await sample(app, unpackedId(empty.folder), EMPTY_SHORTCUT, false);
    await extensionPage.clear("candidates");
    const unknown = await sample(app, browser.extensionId, "alt+shift+y", true);
    const known = await sample(app, browser.extensionId, "alt+shift+y", true);
    if (round < 0) continue;
    samples.empty.push(none);
    samples.unknown.push(unknown);
    samples.known.push(known);
  }
  report(samples);
  reportCold("worker stopped", await afterStops(app, extensionPage));
}

/** Opens with no worker running. Nobody else may be found meanwhile, so that each one sees the same. */
async function afterStops(app: App, extensionPage: ExtensionPage): Promise<Pair[]> {
  await extensionPage.close();
  await app.tab.bringToFront();
  const pairs: Pair[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const taken = await pair(app, round, app.browser.killWorker);
    if (round >= 0) pairs.push(taken);
  }
  return pairs;
}

/** Opens both popups once, each time with the other one first. */
async function pair(app: App, round: number, before = async (): Promise<void> => {}): Promise<Pair> {
  const taken = new Map<string, Sample>();
  const both = [
    [unpackedId(empty.folder), EMPTY_SHORTCUT],
    [app.browser.extensionId, "alt+shift+y"],
  ] as const;
  for (const [id, shortcut] of round % 2 === 0 ? both : both.toReversed()) {
    await before();
    taken.set(id, await sample(app, id, shortcut, false));
  }
  return both.map(([id]) => taken.get(id)!) as Pair;
}

/** Opens a popup by its shortcut, reads its times once all of them are there, and closes it. */
async function sample(app: App, id: string, shortcut: string, candidate: boolean): Promise<Sample> {
  await until("the tab to have the focus", () => app.tab.evaluate(() => document.hasFocus()));
  await app.keys.press(shortcut);
  const page = await popupOf(app.browser.popups, id);
  const times = await until("the popup's times", async () => {
    const now = await timesOf(page);
    return now["input usable"] !== null && (!candidate || now["candidate shown"] !== null) && now["first paint"]
      ? now
      : null;
  });
  const heap = (await page.metrics()).JSHeapUsedSize ?? null;
  await app.keys.press("Escape");
  await until("the popup to close", () => page.isClosed());
  return { ...times, heap };
}

async function popupOf(popups: Browser, id: string): Promise<Page> {
  const isPopup = (url: string) => url.startsWith(`chrome-extension://${id}/`) && url.includes("popup");
  return (await popups.waitForTarget((target) => isPopup(target.url()))).asPage();
}

async function timesOf(page: Page): Promise<Record<Mark, number | null>> {
  const { loaded, entries } = await page.evaluate(() => ({
    loaded: (performance.getEntriesByType("navigation") as PerformanceNavigationTiming[])[0]?.domContentLoadedEventEnd,
    entries: [...performance.getEntriesByType("paint"), ...performance.getEntriesByType("mark")].map(
      ({ name, startTime }): [string, number] => [name, startTime],
    ),
  }));
  const at = new Map(entries.reverse());
  return {
    DOMContentLoaded: loaded || null,
    "first paint": at.get("first-contentful-paint") ?? null,
    "input usable": at.get("input-usable") ?? null,
    "candidate shown": at.get("candidate-shown") ?? null,
  };
}

function median(samples: readonly Sample[], what: keyof Sample): number {
  const values = samples.map((one) => one[what]).filter((value) => value !== null);
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function report({ empty: none, known, unknown }: Record<"empty" | "known" | "unknown", Sample[]>): void {
  console.log(`medians of ${ROUNDS} interleaved rounds`);
  console.log(
    "".padEnd(18),
    ["empty", "known", "ratio", "not known", "ratio"].map((head) => head.padStart(11)).join(""),
  );
  const line = (name: string, unit: string, values: readonly [number, number, number]) => {
    const [base, one, other] = values;
    const cells = [
      base.toFixed(1),
      one.toFixed(1),
      (one / base).toFixed(2),
      other.toFixed(1),
      (other / base).toFixed(2),
    ];
    const shown = cells.map((cell) => (cell === "NaN" ? "-" : cell).padStart(11)).join("");
    console.log(name.padEnd(18), `${shown}  ${unit}`);
  };
  for (const mark of MARKS) line(mark, "ms", [median(none, mark), median(known, mark), median(unknown, mark)]);
  line("heap", "MB", [none, known, unknown].map((of) => median(of, "heap") / 1e6) as [number, number, number]);
  const size = bytes(BUILD.chrome, filesOfPage(BUILD.chrome, "src/popup/index.html")) / 1000;
  line("JS and CSS", "kB", [empty.bytes / 1000, size, size]);
  const early = [...known, ...unknown].filter((one) => (one["input usable"] ?? 0) <= (one["first paint"] ?? 0)).length;
  console.log(`input usable no later than the first frame: ${early} of ${known.length + unknown.length}`);
}

function reportCold(name: string, pairs: readonly Pair[]): void {
  console.log(`${name}: medians of ${pairs.length} pairs`);
  for (const mark of ["first paint", "input usable"] as const) {
    const [none, ours] = [0, 1].map((which) =>
      median(
        pairs.map((both) => both[which]!),
        mark,
      ),
    ) as [number, number];
    const ratios = pairs.map(([one, other]) => (other[mark] ?? Number.NaN) / (one[mark] ?? Number.NaN));
    const middle = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? Number.NaN;
    console.log(
      `${mark.padEnd(18)} empty ${none.toFixed(1)} ms, Quicktag ${ours.toFixed(1)} ms: ${(ours / none).toFixed(2)} times` +
        ` (median of the pairs' ratios ${middle.toFixed(2)})`,
    );
  }
}

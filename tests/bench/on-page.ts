// How long "On this page" takes in the browser with 50,000 tags and 100,000 characters, and whether the page of the field
// waits for it meanwhile. Run: npm run bench:on-page (needs the build).
import { fileURLToPath } from "node:url";
import { build, type Rollup } from "vite";
import { withApp } from "../e2e/support/with-app";
import { longList, longPages } from "../fixtures/on-page/long";

const TURNS = 5;

interface Bundled {
  ready(tags: readonly string[]): void;
  once(text: string): number;
}

/** What the page of the field did while the thread worked (ms). */
interface Beside {
  thread: number;
  /** Handing the list over, and the longest that a key would have waited. */
  given: number;
  longestWait: number;
  longTasks: number;
}

const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Runs in a page of the extension, with the popup's own thread. A text, as tsx adds to functions what pages lack. */
const BESIDE = `(async ({ text, tags }) => {
  let longTasks = 0;
  new PerformanceObserver((list) => { longTasks += list.getEntries().length; }).observe({ type: "longtask" });
  const thread = new Worker("/src/popup/on-page-worker.js");
  let last = performance.now();
  let longestWait = 0;
  const beat = setInterval(() => {
    longestWait = Math.max(longestWait, performance.now() - last);
    last = performance.now();
  }, 1);
  const start = performance.now();
  const done = new Promise((resolve) => { thread.onmessage = resolve; });
  thread.postMessage({ page: { text }, tags, options: { name: "Ada Example", uses: [], carried: [] } });
  const given = performance.now() - start;
  await done;
  const all = performance.now() - start;
  clearInterval(beat);
  await new Promise((resolve) => setTimeout(resolve, 200));
  thread.terminate();
  return { thread: all, given, longestWait, longTasks };
})`;

const bundles = await build({
  configFile: false,
  logLevel: "silent",
  build: {
    write: false,
    lib: { entry: fileURLToPath(new URL("on-page.entry.ts", import.meta.url)), formats: ["iife"], name: "onPage" },
  },
});
const { code } = (bundles as Rollup.RollupOutput[])[0]!.output[0];

await withApp({ screen: "1280x900" }, async (app) => {
  const tags = longList();
  const { tab } = app;
  // A `var` of a function stays in it, and the page is to keep it.
  await tab.evaluate(`${code}; globalThis.onPage = onPage;`);
  await tab.evaluate((all) => (globalThis as unknown as { onPage: Bundled }).onPage.ready(all), tags);
  console.log(`the function, median of ${TURNS} after one to warm up`);
  for (const [name, text] of longPages()) {
    const times: number[] = [];
    for (let turn = -1; turn < TURNS; turn++) {
      const took = await tab.evaluate((long) => (globalThis as unknown as { onPage: Bundled }).onPage.once(long), text);
      if (turn >= 0) times.push(took);
    }
    console.log(`${name.padEnd(24)} ${middle(times).toFixed(1)} ms`);
  }
  const page = await app.browser.context.newPage();
  await page.goto(`chrome-extension://${app.browser.extensionId}/src/options/index.html?test`);
  const [, text] = longPages()[0]!;
  const runs: Beside[] = [];
  for (let turn = 0; turn < TURNS; turn++)
    runs.push(await page.evaluate(`${BESIDE}(${JSON.stringify({ text, tags })})`));
  const of = (what: keyof Beside) => runs.map((run) => run[what]);
  console.log(`in its thread, list made ready included: ${middle(of("thread")).toFixed(0)} ms`);
  console.log(
    `meanwhile in the field's page: ${middle(of("given")).toFixed(1)} ms to hand the list over, a key waits ` +
      `${middle(of("longestWait")).toFixed(1)} ms (at most ${Math.max(...of("longestWait")).toFixed(1)}), long tasks: ${Math.max(...of("longTasks"))}`,
  );
});

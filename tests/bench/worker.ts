// How long the worker takes to start, beside an empty one, in turns in the same browser: medians and ratios. Once while a
// page of the extension is open, so that its process runs, and once with a process to be made as well.
// Run: npm run bench:worker (needs the build).
import { rmSync } from "node:fs";
import { startSandbox } from "../../sandbox/server";
import { bootstrap } from "../../scripts/bootstrap.mjs";
import { bytes } from "../../scripts/sizes.mjs";
import { BUILD } from "../harness/builds";
import { unpackedId } from "../harness/chromium";
import { startDisplay } from "../harness/display";
import { until } from "../harness/until";
import { DevToolsPipe } from "./devtools-pipe";
import { emptyWorkerExtension } from "./worker.empty";
import { Workers } from "./workers";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 30);
/** One ratio is one pair: what slows the machine slows both. */
type Pair = [empty: number, quicktag: number];

const { chromium } = await bootstrap({ screen: true, firefox: false });
const display = await startDisplay();
const sandbox = await startSandbox();
const empty = emptyWorkerExtension();
const ids = { empty: unpackedId(empty), quicktag: unpackedId(BUILD.chrome) };
const browser = DevToolsPipe.launch({
  extension: BUILD.chrome,
  beside: empty,
  executablePath: chromium ?? "",
  display: display.name,
  hosts: new Map([["*", sandbox.httpsPort]]),
});

try {
  const workers = await Workers.watch(browser);
  await workers.installed(ids.empty);
  await workers.installed(ids.quicktag);
  const close = [
    await workers.open(`chrome-extension://${ids.empty}/page.html`),
    await workers.open(`chrome-extension://${ids.quicktag}/src/options/index.html`),
  ];
  report("start, process running", await measure(workers, (id) => inProcess(workers, id)));
  for (const each of close) await each();
  await workers.closePages();
  report("start, in a new process", await measure(workers, (id) => inNewProcess(workers, id)));
  console.log(`worker: ${(bytes(BUILD.chrome, ["service-worker-loader.js"]) / 1000).toFixed(1)} kB`);
} finally {
  await browser.close();
  await sandbox.stop();
  await display.stop();
  rmSync(empty, { recursive: true });
}

/** Pairs of samples, each time with the other one first; one pair to warm up. */
async function measure(workers: Workers, sample: (id: string) => Promise<number>): Promise<Pair[]> {
  await workers.stopAll();
  const pairs: Pair[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? (["empty", "quicktag"] as const) : (["quicktag", "empty"] as const);
    const taken = { empty: 0, quicktag: 0 };
    for (const which of order) taken[which] = await sample(ids[which]);
    if (round >= 0) pairs.push([taken.empty, taken.quicktag]);
  }
  return pairs;
}

async function inProcess(workers: Workers, id: string): Promise<number> {
  const took = await workers.start(id);
  await workers.stopAll();
  return took;
}

/**
 * How long a start in a new process takes. Started in a process that was there before, as in one the browser keeps ready,
 * it is tried again. Each time the worker's process ends first, so that the next one needs another.
 */
function inNewProcess(workers: Workers, id: string): Promise<number> {
  return until("the worker to start in a new process", async () => {
    const before = await workers.renderers();
    const took = await workers.start(id);
    const made = [...(await workers.renderers())].filter((pid) => !before.has(pid));
    await workers.stopAll();
    await until("the worker's process to end", async () => {
      const left = await workers.renderers();
      return made.every((pid) => !left.has(pid));
    });
    return made.length > 0 && took;
  });
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function report(name: string, pairs: Pair[]): void {
  const none = median(pairs.map(([one]) => one));
  const ours = median(pairs.map(([, other]) => other));
  console.log(
    `${name.padEnd(26)} empty ${none.toFixed(1)} ms, Quicktag ${ours.toFixed(1)} ms: ${(ours / none).toFixed(2)} times` +
      ` (medians of ${pairs.length} pairs; median of the pairs' ratios ${median(pairs.map(([one, other]) => other / one)).toFixed(2)})`,
  );
}

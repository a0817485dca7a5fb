// "Tag many" in the real browser: how long looking up and sending take beside the least that the ATS's limit allows, how
// long a tag by hand and the popup take meanwhile, long tasks of the table, what the worker holds. Ratios within one run.
// Run: npm run bench:batch -- --people 1000 --limit 10 (needs the build; these are what it does without options).
import { parseArgs } from "node:util";
import { API_KEY } from "../../sandbox/data";
import { type App, company } from "../e2e/support/app";
import { ExtensionPage } from "../e2e/support/extension-page";
import { TagManyPage } from "../e2e/support/tag-many";
import { withApp } from "../e2e/support/with-app";
import { until } from "../harness/until";

const { values: options } = parseArgs({
  options: { people: { type: "string", default: "1000" }, limit: { type: "string", default: "10" } },
});
const PEOPLE = Number(options.people);
const LIMIT = Number(options.limit);
const WRITE_MS = 200;
const HAND_ROUNDS = 8;
/** People the plain script writes to; its pace does not change. */
const PLAIN = 300;
const TAG = "Career Fair";

await withApp({ screen: "1280x900" }, async (app) => {
  const northwind = company("Northwind Example");
  const { control } = app.sandbox;
  control.set({ integrations: { [northwind.id]: { concurrencyLimit: LIMIT, writeMs: WRITE_MS } } });
  await app.connect(northwind);
  control.grow(northwind.id, { candidates: PEOPLE });
  control.sync(northwind.id);
  const people = control.truth().filter(({ integration }) => integration === northwind.id);
  const many = people.slice(-PEOPLE);
  const byHand = northwind.people[0]!;
  const page = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  const handTag = async (name: string) => {
    const before = performance.now();
    const [id = ""] = await page.add(northwind, byHand, name);
    await page.job(id);
    return performance.now() - before;
  };
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const idle: number[] = [];
  for (let round = 0; round < HAND_ROUNDS; round += 1) idle.push(await handTag(northwind.tags[round]!));
  const popupsIdle = await popupTimes(app, HAND_ROUNDS);
  const ids = many.map(({ id }) => id);
  // Before and after, since the machine may be busier at one time than at the other.
  const plainBefore = await plainScript(app.sandbox.httpUrl, northwind.id, ids.slice(0, PLAIN));
  const tagMany = await TagManyPage.open(app);
  control.log.clear();
  const list = ["Name,Candidate ID", ...many.map(({ name, remoteId }) => `${name},${remoteId}`)].join("\n");
  const lookedUp = performance.now();
  await tagMany.paste(list);
  await tagMany.page.getByRole("listbox").waitFor({ timeout: 300_000 });
  console.log(
    `pasted and looked up, ${PEOPLE} by id: ${((performance.now() - lookedUp) / 1000).toFixed(1)} s, ` +
      `${app.requests().filter((line) => line.includes("/ats/candidates")).length} requests`,
  );
  console.log(`long tasks while the table scrolls: ${await longTasks(tagMany)}`);

  await tagMany.page.getByLabel("Tag", { exact: true }).fill(TAG);
  const submit = tagMany.page.locator("button[type=submit]");
  await submit.click();
  await until("the second step to count", async () => (await submit.getAttribute("aria-disabled")) === "false");
  const heapBefore = await heapOf(app);
  const started = performance.now();
  await submit.click();
  await until("the first write", () => app.writes().length > 0, 120_000);
  const first = performance.now();
  const count = () => control.log.writes.length;
  await until("most to carry it", () => count() > PEOPLE * 0.9, 1_200_000);
  const heapLate = await heapOf(app);
  const isDone = () =>
    control.truth().filter(({ integration, tags }) => integration === northwind.id && tags.includes(TAG)).length >=
    PEOPLE;
  await until("all to carry the tag", isDone, 1_200_000);
  const took = performance.now() - first;
  const least = (PEOPLE * WRITE_MS) / (LIMIT - 2);
  const busy = control.log.requests.filter(({ status }) => status === 429).length;
  const sent = control.log.writes.filter(({ tag }) => tag === TAG).map(({ at }) => at);
  const plainAfter = await plainScript(app.sandbox.httpUrl, northwind.id, ids.slice(0, PLAIN));
  const plain = (((plainBefore + plainAfter) / 2) * PEOPLE) / Math.min(PEOPLE, PLAIN);
  console.log(`written down in ${((first - started) / 1000).toFixed(1)} s`);
  console.log(
    `${PEOPLE} people, limit ${LIMIT}, ${WRITE_MS} ms: ${(took / 1000).toFixed(1)} s, ` +
      `${(took / least).toFixed(3)} × n × latency ÷ (limit − 2), ${(took / plain).toFixed(3)} × a plain script; ${busy} answers 429`,
  );
  console.log(
    `pace of the last fifth: ${(fifth(sent, 4) / fifth(sent, 1)).toFixed(2)} × the second; the worker's heap: ` +
      `${heapBefore.toFixed(1)} MB before, ${heapLate.toFixed(1)} MB near the end`,
  );
  // By hand and in the popup while it is taken back, which is a batch as well: neither slows the time above.
  await tagMany.page.bringToFront();
  await tagMany.button("Undo…").click();
  await tagMany.button(/^Undo for/).click();
  const before = count();
  await until("the first to be taken back", () => count() > before, 120_000);
  const during: number[] = [];
  for (let round = 0; round < HAND_ROUNDS; round += 1) {
    during.push(await handTag(northwind.tags[HAND_ROUNDS + round]!));
  }
  const popupsDuring = await popupTimes(app, HAND_ROUNDS);
  const stillRuns = count() - before < PEOPLE;
  console.log(
    `a tag by hand: ${median(idle).toFixed(0)} ms idle, ${median(during).toFixed(0)} ms meanwhile, ` +
      `${(median(during) / median(idle)).toFixed(2)} ×`,
  );
  console.log(
    `the popup to its candidate: ${median(popupsIdle).toFixed(0)} ms idle, ${median(popupsDuring).toFixed(0)} ms ` +
      `meanwhile, ${(median(popupsDuring) / median(popupsIdle)).toFixed(2)} ×${stillRuns ? "" : " (the batch was over before)"}`,
  );
});

/** How long one fifth of the writes took, of those numbered from 0. */
function fifth(times: readonly number[], which: number): number {
  const size = Math.floor(times.length / 5);
  return (times[(which + 1) * size - 1] ?? 0) - (times[which * size] ?? 0);
}

/** How long it takes from the key to the candidate in the popup. */
async function popupTimes(app: App, rounds: number): Promise<number[]> {
  const northwind = company("Northwind Example");
  const person = northwind.people[1]!;
  await app.openCandidate(northwind, person);
  const times: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const before = performance.now();
    const popup = await app.openPopup();
    await popup.shows(`${person.firstName} ${person.lastName}`);
    if (round >= 0) times.push(performance.now() - before);
    await popup.close();
  }
  return times;
}

/** What the worker holds after a collection, in MB. */
async function heapOf({ browser }: App): Promise<number> {
  const worker = browser.popups
    .targets()
    .find((one) => one.type() === "service_worker" && one.url().includes(browser.extensionId));
  const session = await worker!.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1e6;
}

/** What anyone would write, on the same busy machine: so many at a time, nothing kept. */
async function plainScript(server: string, integration: string, ids: readonly string[]): Promise<number> {
  const before = performance.now();
  const waiting = ids.values();
  const one = async () => {
    for (const id of waiting) {
      await fetch(`${server}/v1/ats/candidates/${id}/tags`, {
        method: "POST",
        headers: {
          Authorization: `Bearer ${API_KEY}`,
          "X-Integration-Id": integration,
          "Content-Type": "application/json",
        },
        body: JSON.stringify({ tag: { name: "Freelance" } }),
      }).then((answer) => answer.text());
    }
  };
  await Promise.all(Array.from({ length: LIMIT - 2 }, one));
  return performance.now() - before;
}

/** Scrolls the whole table and gives the tasks over 50 ms. */
function longTasks({ page }: TagManyPage): Promise<string> {
  return page.evaluate(async () => {
    const found: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) found.push(Math.round(entry.duration));
    });
    observer.observe({ type: "longtask" });
    const table = document.querySelector("[role=listbox]") as HTMLElement;
    for (let at = 0; at < 100; at++) {
      table.scrollTop = (table.scrollHeight * at) / 100;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    observer.disconnect();
    return found.length === 0 ? "none" : found.join(", ");
  });
}

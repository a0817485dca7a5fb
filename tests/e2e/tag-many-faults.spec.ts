import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page as OtherPage } from "puppeteer-core";
import type { LogEntry } from "../../sandbox/kombo/request-log";
import type { Batch } from "../../src/domain/batch/batch";
import type { Job } from "../../src/domain/job";
import { SeededRandom } from "../harness/seeded-random";
import { until } from "../harness/until";
import { type App, company } from "./support/app";
import { ExtensionPage } from "./support/extension-page";
import { Profile } from "./support/profile";
import { expect, test } from "./support/reused-app";
import { TagManyPage } from "./support/tag-many";
import { test as base } from "./support/test";

const northwind = company("Northwind Example");
const TAG = "Career Fair";
const LATE = { timeout: 240_000 };

/** Northwind with so many more people, and what they carry before anything is sent. */
async function grown(app: App, count: number, limit = 10) {
  const { control } = app.sandbox;
  control.set({ integrations: { [northwind.id]: { concurrencyLimit: limit, writeMs: 100 } } });
  await app.connect(northwind);
  control.grow(northwind.id, { candidates: count });
  control.sync(northwind.id);
  const all = () => control.truth().filter(({ integration }) => integration === northwind.id);
  const before = all();
  return { control, all, before, meant: before.slice(-count) };
}

type Grown = Awaited<ReturnType<typeof grown>>;

/** Has them all looked up and sent. */
async function send(app: App, { meant }: Grown): Promise<TagManyPage> {
  const many = await TagManyPage.open(app);
  await many.paste(["Name,Candidate ID", ...meant.map(({ name, remoteId }) => `${name},${remoteId}`)].join("\n"));
  await many.states();
  await many.tag(TAG);
  await many.press(/^Add "Career Fair" to \d+ people/);
  if (meant.length > 100) {
    await expect(many.button(/^Yes: Add/)).toHaveAttribute("aria-disabled", "false");
    await many.press(/^Yes: Add/);
  }
  return many;
}

const carrying = ({ all }: Grown) => all().filter(({ tags }) => tags.includes(TAG)).length;

/** Everybody who is meant carries it once, nobody else does, and the report says the same of each row. */
async function isExact(many: TagManyPage, { all, before, meant }: Grown): Promise<void> {
  const was = new Map(before.map(({ id, tags }) => [id, tags]));
  for (const { id, name, tags } of all()) {
    const had = was.get(id) ?? [];
    const gets = meant.some((one) => one.id === id) && !had.includes(TAG);
    expect(tags, name).toEqual(gets ? [...had, TAG] : had);
  }
  const report = (await many.report()).slice(1).map((line) => line.split(","));
  expect(report.map(([row, , id, , outcome]) => [row, id, outcome])).toEqual(
    meant.map(({ remoteId, tags }, at) => [String(at + 2), remoteId, tags.includes(TAG) ? "already had it" : "done"]),
  );
}

test("a batch stands still for an expired key, once, and goes on with a new one @slow", async ({ app }) => {
  const world = await grown(app, 120);
  const many = await send(app, world);
  await until("half of it", () => carrying(world) >= 60, 60_000);
  world.control.set({ global: { keyExpired: true } });
  const refused = () => world.control.log.requests.filter(({ status }) => status === 401).length;
  const page = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  await until("the queue to be held", async () => (await page.holds()).length > 0, 60_000);
  await until("what was on its way to be back", async () =>
    (await page.jobs()).every(({ state }) => state !== "sending"),
  );
  // What was on its way, and no more.
  expect(refused()).toBeLessThanOrEqual(8);
  const before = refused();
  await many.page.bringToFront();
  expect(await many.page.locator(".notice-bad").count()).toBe(1);
  world.control.set({ global: { keyExpired: false } });
  const { id, connector } = northwind;
  const settings = { server: { kind: "eu" as const }, integrations: [{ id, connector, label: "" }] };
  expect(await page.request("settings.save", settings)).toEqual({ ok: true });
  await page.close();
  await many.page.bringToFront();
  await many.page.getByText("All done.").waitFor(LATE);
  expect(refused()).toBe(before);
  await isExact(many, world);
});

test("a disk that refuses for a while costs a batch time, and no row @slow", async ({ app }) => {
  const world = await grown(app, 80);
  const many = await send(app, world);
  await until("some of it", () => carrying(world) >= 20, 60_000);
  await app.background.refuseToStore(true);
  // Nothing can be written down, so nothing more is begun: the writes come to rest far from the end.
  let seen = { count: -1, since: 0 };
  await until(
    "no write for three seconds",
    () => {
      const { length } = world.control.log.writes;
      if (length !== seen.count) seen = { count: length, since: Date.now() };
      return Date.now() - seen.since > 3000;
    },
    60_000,
  );
  expect(carrying(world)).toBeLessThan(80);
  await app.background.refuseToStore(false);
  await many.page.getByText("All done.").waitFor(LATE);
  await isExact(many, world);
});

test("storms of 429 cost a batch time, and no row @slow", async ({ app }) => {
  const world = await grown(app, 120);
  const many = await send(app, world);
  for (const share of [0.2, 0.5, 0.8]) {
    await until(`${share} of it`, () => carrying(world) >= world.meant.length * share, 120_000);
    const fault = { code: "PLATFORM.RATE_LIMIT_EXCEEDED", headers: { "Retry-After": "1" } };
    world.control.faults.set([{ match: { method: "POST", pathIncludes: "/tags" }, fault, times: 25 }]);
  }
  await many.page.getByText("All done.").waitFor(LATE);
  await isExact(many, world);
});

test("a limit that falls in the middle is kept to from the next answers on @slow", async ({ app }) => {
  const world = await grown(app, 160, 12);
  const many = await send(app, world);
  await until("half of it", () => carrying(world) >= 80, 120_000);
  world.control.set({ integrations: { [northwind.id]: { concurrencyLimit: 5, writeMs: 100 } } });
  const from = world.control.log.requests.length;
  await many.page.getByText("All done.").waitFor(LATE);
  const after = world.control.log.requests.slice(from).filter(({ method }) => method === "POST");
  const busy = after.filter(({ status }) => status === 429);
  expect(busy.length).toBeLessThanOrEqual(10);
  // Two of the five places stay free once it is known.
  const known = after.slice(20).filter(({ status }) => status !== 429);
  expect(mostOpen(known)).toBeLessThanOrEqual(3);
  await isExact(many, world);
});

/** How many of these requests were open at once, at most. */
function mostOpen(requests: readonly LogEntry[]): number {
  const at = (one: LogEntry) => requests.filter((other) => other.at <= one.at && (other.answeredAt ?? 0) > one.at);
  return Math.max(0, ...requests.map((one) => at(one).length));
}

test("a batch from before the weekend asks once, and sends the rest on a yes @slow", async ({ app }) => {
  const world = await grown(app, 60);
  world.control.faults.set([
    { match: { method: "POST", pathIncludes: "/tags" }, fault: { hold: "weekend" }, times: 2 },
  ]);
  const many = await send(app, world);
  await world.control.faults.waitUntilHeld("weekend");
  await app.browser.killWorker();
  const page = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  const batches = (await page.read("batches")) as Batch[];
  const jobs = [...((await page.read("batchJobs")) as Job[]), ...(await page.jobs())];
  // As it lies there after two days: a killed worker has no clock that could be set forward.
  const DAYS = 2 * 24 * 60 * 60_000;
  const earlier = (one: Job): Job => ({
    ...one,
    createdAt: one.createdAt - DAYS,
    updatedAt: one.updatedAt - DAYS,
    ...(one.requestedAt !== undefined && { requestedAt: one.requestedAt - DAYS }),
  });
  await page.put(
    "batches",
    batches.map((one) => ({ ...one, requestedAt: one.requestedAt - DAYS })),
  );
  await page.put("batchJobs", jobs.filter(({ state }) => state === "queued").map(earlier));
  const taken = (await page.jobs()).map(earlier);
  await page.put("jobs", taken);
  const inOutbox = new Set(taken.map(({ id }) => id));
  expect(inOutbox.size).toBeGreaterThan(0);
  const sent = world.control.log.writes.length;
  await page.wake();
  await page.close();
  await many.page.bringToFront();
  await many.page.getByText(/waiting for more than a day/).waitFor(LATE);
  expect(world.control.log.writes.length - sent).toBeLessThanOrEqual(2);
  world.control.faults.release("weekend");
  await many.press("Resume");
  await many.page.getByText("All done.").waitFor(LATE);
  const was = new Map(world.before.map(({ id, tags }) => [id, tags]));
  for (const { id, name, tags } of world.all()) {
    const had = was.get(id) ?? [];
    const gets = world.meant.some((one) => one.id === id) && !had.includes(TAG);
    expect(tags, name).toEqual(gets ? [...had, TAG] : had);
  }
});

base(
  "500 mixed rows and a browser that is killed three times: each row has one outcome, nobody else is written to @slow",
  async ({ display, sandbox }) => {
    sandbox.control.reset();
    const random = new SeededRandom(14);
    const { control } = sandbox;
    const profile = await Profile.connectedTo(northwind, display, sandbox);
    control.set({ integrations: { [northwind.id]: { concurrencyLimit: 10, writeMs: 100 } } });
    control.grow(northwind.id, { candidates: 300 });
    control.sync(northwind.id);
    const all = () => control.truth().filter(({ integration }) => integration === northwind.id);
    const before = all();
    const people = before.slice(-300);
    const meant = new Set<string>();
    const lines = Array.from({ length: 500 }, () => {
      const one = people[random.below(people.length)]!;
      const other = people[random.below(people.length)]!;
      const link = `https://app.greenhouse.io/people/${one.remoteId}`;
      const forms: (readonly [isMeant: boolean, ...cells: string[]])[] = [
        [true, one.name, link, ""],
        [true, one.name, "", one.remoteId],
        [true, one.name.split(" ").reverse().join(", "), link, one.remoteId],
        [false, "", link, ""],
        [other.id === one.id, other.name, link, ""],
        [false, one.name, `https://app-greenhouse.example/people/${one.remoteId}`, ""],
        [false, one.name, "", ""],
        [false, '=HYPERLINK("x")', "@@@", ""],
        [false, "Nobody Here", "https://app.greenhouse.io/people/999999999", ""],
      ];
      const [isMeant, ...cells] = forms[random.below(forms.length)]!;
      if (isMeant) meant.add(one.id);
      return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
    });
    const folder = mkdtempSync(join(tmpdir(), "quicktag-list-"));
    const file = join(folder, "people.csv");
    writeFileSync(file, ["Name,Link,Candidate ID", ...lines].join("\r\n"));
    try {
      let browser = await profile.launch();
      await sendFile(await profile.openBatchPage(browser), file);
      const done = () => all().filter(({ tags }) => tags.includes(TAG)).length;
      const start = done();
      for (const share of [0.15, 0.4, 0.7]) {
        const wanted = start + (meant.size - start) * (share + random.below(10) / 100);
        await until(`${share} of it`, () => done() >= wanted, 120_000);
        await browser.kill();
        browser = await profile.launch();
      }
      const page = await profile.openExtensionPage(browser);
      const isOver = async () => ((await page.read("batches")) as Batch[]).every(({ state }) => state === "over");
      await until("it to be over", async () => (await isOver()) && (await page.jobs()).length === 0, 300_000);
      const [batch] = (await page.read("batches")) as [Batch];
      const jobs = (await page.read("batchJobs")) as Job[];
      const places = [...jobs.map(({ row }) => row ?? 0), ...batch.skipped.map(([row]) => row)].sort((a, b) => a - b);
      expect(places).toEqual(Array.from({ length: 500 }, (_, at) => at + 2));
      expect(jobs.map(({ state }) => state).filter((state) => state !== "done")).toEqual([]);
      for (const { id, name, tags } of all()) {
        const had = before.find((one) => one.id === id)!.tags;
        expect(tags, name).toEqual(meant.has(id) && !had.includes(TAG) ? [...had, TAG] : had);
      }
      await browser.close();
    } finally {
      rmSync(folder, { recursive: true });
      profile.remove();
    }
  },
);

/** Chooses the file, has it looked up and sent. */
async function sendFile(page: OtherPage, file: string): Promise<void> {
  const input = await page.waitForSelector("input[type=file]");
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  const press = async (words: string) => {
    const button = await page.waitForSelector(`::-p-xpath(//button[contains(., '${words}')][not(@disabled)])`);
    await button!.click();
  };
  await press("Look them up");
  await page.waitForSelector("[role=listbox]", { timeout: 60_000 });
  await page.type("form input.input[list]", TAG);
  await press("Add ");
  await page.waitForSelector("button[type=submit][aria-disabled=false]");
  await press("Yes: Add");
  await page.waitForSelector("[role=progressbar]");
}

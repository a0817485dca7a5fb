import { pageUrls } from "../../sandbox/sites";
import { launchBrowser } from "../harness/launch";
import { until } from "../harness/until";
import { ActivityPage } from "./support/activity";
import { company } from "./support/app";
import { axeFindings } from "./support/axe";
import { ExtensionPage } from "./support/extension-page";
import { layoutProblems } from "./support/layout";
import { madeActivity } from "./support/made-activity";
import { expect, test } from "./support/reused-app";
import { test as testAlone } from "./support/test";

const northwind = company("Northwind Example");
const [ada, second] = northwind.people as [(typeof northwind.people)[0], (typeof northwind.people)[0]];
const ENTRIES = 50_000;

test("Activity: from the popup's foot to what was done, by whom, and back", async ({ app }) => {
  await app.connect(northwind);
  for (const person of [ada, second]) {
    const popup = await app.openPopupOn(northwind, person);
    await popup.ready();
    await popup.tag("Career Fair");
    await popup.shows('Added "Career Fair"');
    await popup.close();
  }
  const popup = await app.openPopupOn(northwind, second);
  const [page] = await Promise.all([app.browser.context.waitForEvent("page"), popup.click("Activity")]);
  const activity = new ActivityPage(page);
  await activity.shows("Today: 2 people tagged");
  expect((await activity.rowTexts()).map((row) => row.replace(/Greenhouse.*/, "").trim())).toEqual([
    `✓ ${second.firstName} ${second.lastName} + Career Fair Added`,
    `✓ ${ada.firstName} ${ada.lastName} + Career Fair Added`,
  ]);
  expect(await axeFindings(page)).toEqual([]);

  // By keys alone: search, down into the list, Enter to what can be done, and do it.
  await page.keyboard.press("/");
  await page.keyboard.type(ada.lastName.toLowerCase());
  await until("one entry", async () => (await activity.rows.count()) === 1);
  await page.getByRole("listbox").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await activity.rows.filter({ hasText: "Undone" }).waitFor();
  await until("the tag to be gone", () => !app.tagsOf(ada).includes("Career Fair"));
  expect(app.tagsOf(second)).toContain("Career Fair");

  await activity.press("Show all");
  await activity.shows("Today: 1 person tagged");
  const csv = await activity.save("CSV");
  expect(csv.split("\r\n")[0]).toMatch(/^\ufefftime,person,tag,operation,outcome,/);
  const records = JSON.parse(await activity.save("JSON")) as { outcome: string; remote_id: string }[];
  expect(records.map(({ outcome, remote_id }) => [outcome, remote_id])).toEqual([
    ["removed", ada.remoteId],
    ["added", second.remoteId],
    ["undone", ada.remoteId],
  ]);

  await activity.rows.nth(1).click();
  const [tab] = await Promise.all([app.browser.context.waitForEvent("page"), activity.press("Open candidate")]);
  await tab.waitForURL(pageUrls(northwind.id).candidate(second)[0] as string);
  expect(app.writes()).toHaveLength(3);
});

test(`${ENTRIES} entries: searched at each key, scrolled without long tasks, readable in every state @slow`, async ({
  app,
}) => {
  await app.connect(northwind);
  const filling = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  const made = madeActivity(ENTRIES, Date.now());
  for (let from = 0; from < ENTRIES; from += 5000) await filling.put("jobs", made.slice(from, from + 5000));
  await filling.close();
  const activity = await ActivityPage.open(app);
  const { page } = activity;
  await activity.shows("50,000 entries", 60_000);
  expect(await activity.rows.count()).toBeLessThan(60);

  await page.evaluate(() => {
    const long: number[] = [];
    Object.assign(globalThis, { long });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  const longTasks = () => page.evaluate(() => (globalThis as unknown as { long: number[] }).long);
  await page.getByRole("listbox").focus();
  for (let at = 0; at < 60; at += 1) await page.keyboard.press("PageDown");
  await page.keyboard.press("End");
  await until(
    "the last row",
    async () => (await activity.rows.last().getAttribute("aria-posinset")) === String(ENTRIES),
  );
  expect((await longTasks()).filter((ms) => ms > 100)).toEqual([]);

  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: `test-results/screens/activity-${scheme}.png`, fullPage: true });
    expect(await axeFindings(page)).toEqual([]);
  }
  for (const width of [1280, 640, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: `test-results/screens/activity-${width}.png`, fullPage: true });
    expect(await layoutProblems(page)).toEqual([]);
  }
});

testAlone("in German every state of the page fits, from 1280 px to 320 px @slow", async ({ display, sandbox }) => {
  const browser = await launchBrowser({ display, httpsPort: sandbox.httpsPort }, { locale: "de" });
  const filling = await ExtensionPage.open(browser.context, browser.extensionId);
  await filling.put("jobs", madeActivity(400, Date.now()));
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/src/activity/index.html`);
  const { rows } = new ActivityPage(page);
  const problems: string[] = [];
  for (const outcome of ["Fehlgeschlagen", "Hinzugefügt", "Wartet"]) {
    await rows.filter({ hasText: outcome }).first().click();
    for (const width of [1280, 640, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: `test-results/screens/activity-de-${outcome}-${width}.png`, fullPage: true });
      problems.push(...(await layoutProblems(page)).map((problem) => `${outcome}, ${width} px: ${problem}`));
    }
  }
  problems.push(...(await axeFindings(page)));
  await browser.close();
  expect(problems).toEqual([]);
});

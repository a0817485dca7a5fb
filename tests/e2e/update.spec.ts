import { API_KEY } from "../../sandbox/data";
import { isLive, type Job } from "../../src/domain/job";
import { BUILD, program } from "../harness/builds";
import { launchChromium } from "../harness/chromium";
import { removeProfile } from "../harness/profile-folder";
import { until } from "../harness/until";
import { recorded, storesOf } from "../unit/storage/recorded";
import { company } from "./support/app";
import { ExtensionPage } from "./support/extension-page";
import { keyedBuild } from "./support/keyed";
import { unpackRecordedProfile } from "./support/recorded-profile";
import { expect, test } from "./support/test";

declare const chrome: {
  alarms: {
    create(name: string, how: { delayInMinutes: number }): Promise<void>;
    getAll(): Promise<{ name: string }[]>;
  };
};

test("@slow a browser profile of 1.0.0 goes on: its key opens, its jobs are worked off", async ({
  display,
  sandbox,
}) => {
  sandbox.control.reset();
  const profile = unpackRecordedProfile();
  const extension = keyedBuild(BUILD.chrome);
  const browser = await launchChromium({
    extension,
    executablePath: program("CHROMIUM_PATH"),
    display: display.name,
    hosts: new Map([["*", sandbox.httpsPort]]),
    profile,
  });
  try {
    const page = await ExtensionPage.open(browser.context, browser.extensionId);
    const old = storesOf(recorded());
    const idsOf = (jobs: readonly { id?: unknown }[]) => jobs.map(({ id }) => id).sort();

    const before = await page.jobs();
    // What was over is forgotten a year after the recording; what waits is not.
    const yearAgo = Date.now() - 365 * 24 * 60 * 60_000;
    const kept = ((old.jobs?.values ?? []) as unknown as Job[]).filter((job) => isLive(job) || job.updatedAt > yearAgo);
    expect(idsOf(before)).toEqual(expect.arrayContaining(idsOf(kept)));
    expect(before.filter(({ failure }) => failure?.kind === "entry-unreadable")).toEqual([]);
    expect(await page.read("urlPatterns")).toEqual(old.shapes?.values);
    expect(await page.read("uses")).toEqual(old.uses?.values);
    expect(await page.read("candidates")).toEqual([]);
    // What held everything still does: the key was refused, and nobody has mended it yet.
    expect((await page.holds()).map(({ scope }) => scope)).toEqual(old.holds?.values.map(({ scope }) => scope));
    expect(sandbox.control.log.requests).toEqual([]);

    // Saved without typing the key again: what is sent now is sent with the key as 1.0.0 sealed it.
    const { settings } = recorded().local as { settings: { integrations: never[]; server: { kind: "us" } } };
    const { server, integrations } = settings;
    expect(await page.request("settings.save", { server, integrations })).toEqual({ ok: true });
    const live = before.filter(isLive);
    const over = await until("everything that waited to be done", async () => {
      const now = (await page.jobs()).filter(({ id }) => live.some((one) => one.id === id));
      return now.every(({ state }) => state === "done") && now;
    });
    expect(idsOf(over)).toEqual(idsOf(live));
    const { requests, writes } = sandbox.control.log;
    expect(requests.every(({ status }) => status === 200 || status === 201)).toBe(true);
    for (const { operation, tag, target } of live as Job[]) {
      expect(writes).toContainEqual(expect.objectContaining({ operation, tag, candidateId: target.candidateId }));
    }
    const check = await page.request("connection.check", { server, integrations });
    expect(check.key).toMatchObject({ ok: true });
    expect(JSON.stringify(await page.read("jobs"))).not.toContain(API_KEY);
  } finally {
    await browser.close();
    removeProfile(profile);
    removeProfile(extension);
  }
});

test("an alarm of 1.0.0 is cleared at the next start", async ({ app }) => {
  const { context, extensionId } = app.browser;
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/src/options/index.html?page`);
  await page.evaluate(() => chrome.alarms.create("drain", { delayInMinutes: 60 }));
  await app.browser.killWorker();
  await new ExtensionPage(page).wake();
  await until("the old alarm to be gone", () =>
    page.evaluate(() => chrome.alarms.getAll().then((all) => all.every(({ name }) => name !== "drain"))),
  );
});

test("what cannot be read is shown, can be removed, and stops nothing @slow", async ({ app }) => {
  const northwind = company("Northwind Example");
  await app.connect(northwind);
  const page = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  const entries = [{ id: "half" }, { id: "later", seq: 5, state: "paused", operation: "rename", tag: "From later" }];
  await page.put("jobs", entries);
  const popup = await app.openPopupOn(northwind);
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  expect(app.writes()).toHaveLength(1);

  await popup.click("2 failed");
  await popup.shows("Quicktag cannot read this entry");
  expect((await popup.text()).match(/cannot read this entry/g)).toHaveLength(2);
  await popup.click("Cancel", { part: ".waiting-row", saying: "From later" });
  await popup.shows("1 failed");
  expect((await page.jobs()).map(({ id }) => id)).not.toContain("later");
  expect(await page.read("jobs")).toContainEqual({ id: "half" });
});

import { pageUrls } from "../../sandbox/sites";
import type { TagSet } from "../../src/domain/tag-set";
import { type App, company } from "./support/app";
import { ExtensionPage } from "./support/extension-page";
import { Popup } from "./support/popup";
import { reloadExtension } from "./support/reload";
import { expect, test } from "./support/reused-app";
import { test as testAlone } from "./support/test";

const northwind = company("Northwind Example");
const contoso = company("Contoso Sample");
const [, second, third] = northwind.people as [unknown, (typeof northwind.people)[0], (typeof northwind.people)[0]];
const ben = contoso.people[0]!;
const TAG = "Excellent Fit";

/** Tags once by the popup, so that the menu offers a recent tag. */
async function useTag(app: App): Promise<void> {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.tag(TAG);
  await popup.shows(`Added "${TAG}"`);
  await popup.close();
  app.sandbox.control.log.clear();
}

/** Makes a set as the settings would; its page is closed again, so that the candidate's is in front. */
async function saveSet(app: App, set: TagSet): Promise<void> {
  const page = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  expect(await page.request("sets.save", { set })).toEqual({ problem: null });
  await page.close();
}

test("a recent tag chosen in the page's menu is added, and Undo in the toast removes it", async ({ app }) => {
  await useTag(app);
  await app.openCandidate(northwind, second);
  await app.openMenu("h3");
  await app.keys.press("Return");
  await app.waitForTag(second, TAG);
  const toast = app.toast();
  await toast.shows(`Added "${TAG}" to ${second.firstName} ${second.lastName}`);
  await toast.click("Undo");
  await toast.shows(`Removed "${TAG}"`);
  expect(app.tagsOf(second)).toEqual(second.tags);
});

test("a set chosen in the page's menu is added as a whole, and Undo takes back only what it added", async ({ app }) => {
  await app.connect(northwind);
  const person = northwind.people.find((one) => one.tags.length > 0 && !one.tags.includes(TAG))!;
  const tags = [TAG, "Freelance", person.tags[0]!];
  const options = await app.options();
  await options.page.getByLabel("Name of the set").fill("Phone screen done");
  await options.page.getByLabel("Tags in the set").fill(tags.join(", "));
  await options.page.getByRole("button", { name: "Add set" }).click();
  await options.page.getByText('"Phone screen done" is in the menu now.').waitFor();
  await options.page.close();
  await app.openCandidate(northwind, person);
  await app.openMenu("h3");
  await app.keys.press("Return");
  await app.waitForTag(person, "Freelance");
  const toast = app.toast();
  await toast.shows(`Added "Phone screen done" to ${person.firstName} ${person.lastName}`);
  expect(app.tagsOf(person)).toEqual(expect.arrayContaining(tags));
  await toast.click("Undo");
  await expect.poll(() => app.tagsOf(person)).toEqual(person.tags);
  const page = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  const jobs = (await page.jobs()).filter((job) => job.set);
  for (const operation of ["add", "remove"]) {
    const batches = new Set(jobs.filter((job) => job.operation === operation).map((job) => job.batch));
    expect(batches.size, operation).toBe(1);
  }
});

test("of a set with a missing tag nothing is sent: the popup opens with the set @slow", async ({ app }) => {
  await app.connect(northwind);
  const set = { id: "odd", integrationId: northwind.id, name: "Odd", tags: [TAG, "Nobody has this"] };
  await saveSet(app, set);
  await app.openCandidate(northwind, second);
  await app.openMenu("h3");
  await app.keys.press("Return");
  const popup = await Popup.appeared(app.browser.popups, app.keys);
  await popup.shows(`${second.firstName} ${second.lastName}`);
  await expect
    .poll(() => popup.page.$eval("#tag", (field) => (field as HTMLInputElement).value))
    .toBe("Nobody has this");
  // The members that exist are put aside before it, ready to go.
  await popup.shows(TAG);
  expect(app.writes()).toEqual([]);
});

test("a recent tag chosen in the menu of a link is added without opening the candidate", async ({ app }) => {
  await useTag(app);
  const { list } = pageUrls(northwind.id);
  await app.open(list);
  await app.openMenu(`a[href$="/people/${second.urlId}"]`);
  await app.keys.press("Return");
  await app.waitForTag(second, TAG);
  expect(app.tab.url()).toBe(list);
});

test("the menu inside a frame tags the candidate of the frame, not of the page around it", async ({ app }) => {
  await useTag(app);
  await app.openCandidate(northwind, second);
  await app.tab.evaluate((address) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    frame.style.cssText = "position: fixed; inset: 100px 0 0; width: 100%; height: 500px; background: white";
    document.body.append(frame);
  }, `/people/${third.urlId}`);
  await app.openMenu("h3", "iframe");
  await app.keys.press("Return");
  await app.waitForTag(third, TAG);
  expect(app.tagsOf(second)).toEqual(second.tags);
});

test("a link to another tenant's candidate with the same ID opens the popup and writes nothing @slow", async ({
  app,
}) => {
  await useTag(app);
  await app.open(pageUrls(contoso.id).list);
  await app.openMenu(`a[href$="/people/${ben.urlId}"]`);
  await app.keys.press("Return");
  const popup = await Popup.appeared(app.browser.popups, app.keys);
  await popup.shows("Not the same person");
  expect(app.writes()).toEqual([]);
});

test("Other tag… opens the popup for the candidate on the page", async ({ app }) => {
  await useTag(app);
  await app.openCandidate(northwind, second);
  await app.openMenu("h3");
  await app.keys.press("Up");
  await app.keys.press("Return");
  const popup = await Popup.appeared(app.browser.popups, app.keys);
  await popup.shows(`${second.firstName} ${second.lastName}`);
  await popup.tag("Freelance");
  await popup.shows('Added "Freelance"');
  expect(app.tagsOf(second)).toContain("Freelance");
});

test("a recent tag that this integration lacks is not created: the popup opens with it typed in @slow", async ({
  app,
}) => {
  app.sandbox.control.changeTags(contoso.id, { addTags: ["Contoso only"] });
  app.sandbox.control.sync();
  await app.connect(northwind, contoso);
  const pages = {
    northwind: "https://northwind.greenhouse.io/people",
    contoso: "https://contoso.greenhouse.io/people",
  };
  // The recruiter picks the company once for each address.
  for (const [url, of, tag] of [
    [pages.northwind, northwind, TAG],
    [pages.contoso, contoso, "Contoso only"],
  ] as const) {
    const [person] = of.people;
    await app.open(`${url}/${person!.urlId}`);
    const popup = await app.openPopup();
    await popup.click(of.organisation);
    await popup.shows(`${person!.firstName} ${person!.lastName}`);
    await popup.tag(tag);
    await popup.shows(`Added "${tag}"`);
    await popup.close();
  }
  app.sandbox.control.log.clear();

  await app.open(`${pages.northwind}/${second.urlId}`);
  await app.openMenu("h3");
  await app.keys.press("Return");
  const popup = await Popup.appeared(app.browser.popups, app.keys);
  await popup.shows(`${second.firstName} ${second.lastName}`);
  await expect.poll(() => popup.page.$eval("#tag", (field) => (field as HTMLInputElement).value)).toBe("Contoso only");
  expect(app.writes()).toEqual([]);
});

test("Other tag… on a link opens the popup for that link's candidate @slow", async ({ app }) => {
  await useTag(app);
  await app.open(pageUrls(northwind.id).list);
  await app.openMenu(`a[href$="/people/${second.urlId}"]`);
  await app.keys.press("Up");
  await app.keys.press("Return");
  const popup = await Popup.appeared(app.browser.popups, app.keys);
  await popup.shows(`${second.firstName} ${second.lastName}`);
  await popup.tag("Freelance");
  await popup.shows('Added "Freelance"');
  expect(app.tagsOf(second)).toContain("Freelance");
});

test.describe("at the speed of a network", () => {
  test.use({ latency: "human" });

  test("what is typed before the link's candidate is known goes to that candidate", async ({ app }) => {
    await useTag(app);
    await app.open(pageUrls(northwind.id).list);
    await app.openMenu(`a[href$="/people/${third.urlId}"]`);
    await app.keys.press("Up");
    await app.keys.press("Return");
    const popup = await Popup.appeared(app.browser.popups, app.keys);
    await popup.tag("Freelance");
    await app.waitForTag(third, "Freelance");
    expect(app.writes()).toHaveLength(1);
  });
});

testAlone("the menu works after the worker was killed and after an update @slow", async ({ app }) => {
  await useTag(app);
  await app.openCandidate(northwind, second);
  await app.browser.killWorker();
  await app.openMenu("h3");
  await app.keys.press("Return");
  await app.waitForTag(second, TAG);

  const extensionPage = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  await reloadExtension(app.browser, extensionPage);
  await app.tab.bringToFront();
  await app.openCandidate(northwind, third);
  await app.openMenu("h3");
  await app.keys.press("Return");
  await app.waitForTag(third, TAG);
});

// Keys that were set stay set, so this one has a browser of its own.
testAlone(
  "with keys set in the browser, the command Repeat the last tag tags the next candidate @slow",
  async ({ app }) => {
    await useTag(app);
    const settings = await app.browser.context.newPage();
    await settings.goto("chrome://extensions/shortcuts");
    const edit = settings.locator("cr-icon-button#edit").last();
    await edit.click();
    await app.keys.press("alt+shift+k");
    await settings.close();
    app.sandbox.control.setLatency({ reads: [600, 900], writes: [600, 900] });
    await app.openCandidate(northwind, second);
    await app.keys.press("alt+shift+k");
    // The key does not look lost: at once that somebody is looked for, then who and what, then the outcome.
    await app.toast().shows("Looking for the candidate…");
    await app.toast().shows(`"${TAG}" for ${second.firstName} ${second.lastName}`);
    await app.waitForTag(second, TAG);
    await app.toast().shows(`Added "${TAG}" to ${second.firstName} ${second.lastName}`);
    expect(app.writes()).toHaveLength(1);
  },
);

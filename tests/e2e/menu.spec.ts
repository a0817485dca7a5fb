import { pageUrls } from "../../sandbox/sites";
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

test("a recent tag chosen in the menu of a link is added without opening the candidate", async ({ app }) => {
  await useTag(app);
  const { list } = pageUrls(northwind.id);
  await app.open(list);
  await app.openMenu(`a[href$="/people/${second.urlId}"]`);
  await app.keys.press("Return");
  await app.waitForTag(second, TAG);
  expect(app.tab.url()).toBe(list);
});

test("a link to another tenant's candidate with the same ID opens the popup and writes nothing", async ({ app }) => {
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

test("a recent tag that this integration lacks is not created: the popup opens with it typed in", async ({ app }) => {
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

test("Other tag… on a link opens the popup for that link's candidate", async ({ app }) => {
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

testAlone("the menu works after the worker was killed and after an update", async ({ app }) => {
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
testAlone("with keys set in the browser, the command Repeat the last tag tags the next candidate", async ({ app }) => {
  await useTag(app);
  const settings = await app.browser.context.newPage();
  await settings.goto("chrome://extensions/shortcuts");
  const edit = settings.locator("cr-icon-button#edit").last();
  await edit.click();
  await app.keys.press("alt+shift+k");
  await settings.close();
  await app.openCandidate(northwind, second);
  await app.keys.press("alt+shift+k");
  await app.waitForTag(second, TAG);
  await app.toast().shows(`Added "${TAG}" to ${second.firstName} ${second.lastName}`);
  expect(app.writes()).toHaveLength(1);
});

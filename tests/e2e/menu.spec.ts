import { pageUrls } from "../../sandbox/sites";
import { company, type Desk } from "./support/desk";
import { Inside } from "./support/inside";
import { Popup } from "./support/popup";
import { reloadExtension } from "./support/reload";
import { expect, test } from "./support/test";

const northwind = company("Northwind Example");
const contoso = company("Contoso Sample");
const [, second, third] = northwind.people as [unknown, (typeof northwind.people)[0], (typeof northwind.people)[0]];
const ben = contoso.people[0]!;
const TAG = "Excellent Fit";

/** One tag by the popup, so that the menu has a recent one to offer. */
async function useTag(desk: Desk): Promise<void> {
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  await popup.tag(TAG);
  await popup.shows(`Added "${TAG}"`);
  await popup.close();
  desk.sandbox.control.log.clear();
}

test("a recent tag from the menu on the page, told in the page, and undone there", async ({ desk }) => {
  await useTag(desk);
  await desk.openCandidate(northwind, second);
  await desk.openMenu("h3");
  await desk.keys.press("Return");
  await desk.carries(second, TAG);
  const toast = desk.toast();
  await toast.shows(`Added "${TAG}" to ${second.firstName} ${second.lastName}`);
  await toast.click("Undo");
  await toast.shows(`Removed "${TAG}"`);
  expect(desk.tagsOf(second)).toEqual(second.tags);
});

test("a recent tag from the menu on a link in a list, without opening the candidate", async ({ desk }) => {
  await useTag(desk);
  const { list } = pageUrls(northwind.id);
  await desk.open(list);
  await desk.openMenu(`a[href$="/people/${second.urlId}"]`);
  await desk.keys.press("Return");
  await desk.carries(second, TAG);
  expect(desk.tab.url()).toBe(list);
});

test("a link of another tenant with the same id is not written to: the popup opens instead", async ({ desk }) => {
  await useTag(desk);
  await desk.open(pageUrls(contoso.id).list);
  await desk.openMenu(`a[href$="/people/${ben.urlId}"]`);
  await desk.keys.press("Return");
  const popup = await Popup.appeared(desk.browser.popups, desk.keys);
  await popup.shows("Not the same person");
  expect(desk.writes()).toEqual([]);
});

test("Other tag… opens the popup for the candidate on the page", async ({ desk }) => {
  await useTag(desk);
  await desk.openCandidate(northwind, second);
  await desk.openMenu("h3");
  await desk.keys.press("Up");
  await desk.keys.press("Return");
  const popup = await Popup.appeared(desk.browser.popups, desk.keys);
  await popup.shows(`${second.firstName} ${second.lastName}`);
  await popup.tag("Freelance");
  await popup.shows('Added "Freelance"');
  expect(desk.tagsOf(second)).toContain("Freelance");
});

test("a recent tag that this integration does not have is not created: the popup opens with it filled in", async ({
  desk,
}) => {
  desk.sandbox.control.changeTags(contoso.id, { addTags: ["Contoso only"] });
  desk.sandbox.control.sync();
  await desk.connect(northwind, contoso);
  const pages = {
    northwind: "https://northwind.greenhouse.io/people",
    contoso: "https://contoso.greenhouse.io/people",
  };
  // Each company's own address is told apart once, by the recruiter's pick.
  for (const [url, of, tag] of [
    [pages.northwind, northwind, TAG],
    [pages.contoso, contoso, "Contoso only"],
  ] as const) {
    const [person] = of.people;
    await desk.open(`${url}/${person!.urlId}`);
    const popup = await desk.openPopup();
    await popup.click(of.organisation);
    await popup.shows(`${person!.firstName} ${person!.lastName}`);
    await popup.tag(tag);
    await popup.shows(`Added "${tag}"`);
    await popup.close();
  }
  desk.sandbox.control.log.clear();

  await desk.open(`${pages.northwind}/${second.urlId}`);
  await desk.openMenu("h3");
  await desk.keys.press("Return");
  const popup = await Popup.appeared(desk.browser.popups, desk.keys);
  await popup.shows(`${second.firstName} ${second.lastName}`);
  await expect.poll(() => popup.page.$eval("#tag", (field) => (field as HTMLInputElement).value)).toBe("Contoso only");
  expect(desk.writes()).toEqual([]);
});

test("Other tag… on a link: the popup is for that link's candidate, and the tag goes there", async ({ desk }) => {
  await useTag(desk);
  await desk.open(pageUrls(northwind.id).list);
  await desk.openMenu(`a[href$="/people/${second.urlId}"]`);
  await desk.keys.press("Up");
  await desk.keys.press("Return");
  const popup = await Popup.appeared(desk.browser.popups, desk.keys);
  await popup.shows(`${second.firstName} ${second.lastName}`);
  await popup.tag("Freelance");
  await popup.shows('Added "Freelance"');
  expect(desk.tagsOf(second)).toContain("Freelance");
});

test("the menu is there after the worker died and after an update of the extension", async ({ desk }) => {
  await useTag(desk);
  await desk.openCandidate(northwind, second);
  await desk.browser.killWorker();
  await desk.openMenu("h3");
  await desk.keys.press("Return");
  await desk.carries(second, TAG);

  const inside = await Inside.open(desk.browser.context, desk.browser.extensionId);
  await reloadExtension(desk.browser, inside);
  await desk.tab.bringToFront();
  await desk.openCandidate(northwind, third);
  await desk.openMenu("h3");
  await desk.keys.press("Return");
  await desk.carries(third, TAG);
});

test("repeat last tag: bound by the person in the browser's own page, then one key tags the next candidate", async ({
  desk,
}) => {
  await useTag(desk);
  const settings = await desk.browser.context.newPage();
  await settings.goto("chrome://extensions/shortcuts");
  const edit = settings.locator("cr-icon-button#edit").nth(1);
  await edit.click();
  await desk.keys.press("alt+shift+k");
  await settings.close();
  await desk.openCandidate(northwind, second);
  await desk.keys.press("alt+shift+k");
  await desk.carries(second, TAG);
  await desk.toast().shows(`Added "${TAG}" to ${second.firstName} ${second.lastName}`);
  expect(desk.writes()).toHaveLength(1);
});

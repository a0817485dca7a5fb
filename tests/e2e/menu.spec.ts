import { pageUrls } from "../../sandbox/sites";
import { company, type Desk } from "./support/desk";
import { Popup } from "./support/popup";
import { expect, test } from "./support/test";

const northwind = company("Northwind Example");
const contoso = company("Contoso Sample");
const second = northwind.people[1]!;
const ben = contoso.people[0]!;
const TAG = "Excellent Fit";

/** One tag by the popup, so that the menu has a recent one to offer. */
async function useTag(desk: Desk): Promise<void> {
  await desk.connect(northwind);
  await desk.openCandidate(northwind);
  const popup = await desk.openPopup();
  await popup.shows("Ada Example");
  await popup.tag(TAG);
  await popup.shows(`Added "${TAG}"`);
  await popup.close();
  desk.sandbox.control.ledger.clear();
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

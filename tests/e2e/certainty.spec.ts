import { pageUrls } from "../../sandbox/sites";
import { company } from "./support/desk";
import { expect, test } from "./support/test";

const northwind = company("Northwind Example");
const contoso = company("Contoso Sample");
const [ada, second] = northwind.people as [(typeof northwind.people)[0], (typeof northwind.people)[0]];
const ben = contoso.people[0]!;

test("the same id in the other tenant is refused", async ({ desk }) => {
  expect(ben.urlId).toBe(ada.urlId);
  await desk.connect(northwind);
  await desk.openCandidate(contoso);
  const popup = await desk.openPopup();
  await popup.shows("Ben Sample");
  await popup.press("Return");
  await desk.keys.type("Excellent Fit");
  await popup.press("Return");
  await popup.close();
  expect(desk.writes()).toEqual([]);
  expect(desk.tagsOf(ada)).toEqual(ada.tags);
});

test("two integrations fit: the recruiter's pick decides, and is remembered", async ({ desk }) => {
  await desk.connect(northwind, contoso);
  await desk.openCandidate(northwind);
  const popup = await desk.openPopup();
  await popup.shows("Contoso Sample");
  await popup.click("Northwind Example");
  await popup.shows("Ada Example");
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  expect(desk.tagsOf(ada)).toContain("Excellent Fit");
  expect(desk.tagsOf(ben)).toEqual(ben.tags);
});

test("the tab moves on while the popup is open: nothing is written without asking", async ({ desk }) => {
  await desk.connect(northwind);
  await desk.openCandidate(northwind);
  const popup = await desk.openPopup();
  await popup.shows("Ada Example");
  await popup.ready();
  await desk.tab.goto(pageUrls(northwind.id).candidate(second)[0]!);
  await popup.tag("Excellent Fit");
  await popup.shows(`${second.firstName} ${second.lastName}`);
  expect(desk.writes()).toEqual([]);
});

test("a candidate who is not in Kombo: the usual cause is named first", async ({ desk }) => {
  const late = northwind.people.find(({ synced }) => !synced)!;
  await desk.connect(northwind);
  await desk.openCandidate(northwind, late);
  const popup = await desk.openPopup();
  await popup.shows("created through Kombo");
  expect(desk.writes()).toEqual([]);
});

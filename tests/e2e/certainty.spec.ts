import { pageUrls } from "../../sandbox/sites";
import { company, type Desk } from "./support/desk";
import { showsPerson } from "./support/systems";
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
  const popup = await desk.popupOn(northwind);
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

/** The page goes on to the next candidate by itself, under the open popup. */
const goOn = (desk: Desk) => desk.tab.evaluate(() => document.getElementById("next")!.click());

test("the tab moved on under the popup: it asks, and each answer goes to the person it names", async ({ desk }) => {
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  await goOn(desk);
  await showsPerson(desk.tab, second);
  await popup.tag("Excellent Fit");
  await popup.shows("The tab shows somebody else now");
  expect(desk.writes()).toEqual([]);
  await popup.click("Ada Example");
  await popup.shows('Added "Excellent Fit"');
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, "Excellent Fit"]);
  expect(desk.tagsOf(second)).toEqual(second.tags);

  await popup.tag("Career Fair");
  await popup.shows("The tab shows somebody else now");
  await popup.click(`${second.firstName} ${second.lastName}`);
  await popup.shows("Enter adds this 1 tag");
  expect(desk.tagsOf(second)).toEqual(second.tags);
  await popup.press("Return");
  await popup.shows('Added "Career Fair"');
  expect(desk.tagsOf(second)).toEqual([...second.tags, "Career Fair"]);
});

test("a popup closed before it could ask: nothing is written, the page says so, and the tag waits for its person", async ({
  desk,
}) => {
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  await goOn(desk);
  await showsPerson(desk.tab, second);
  desk.sandbox.control.faults.set([{ match: { pathIncludes: "/ats/candidates" }, fault: { hold: "look-up" } }]);
  await popup.tag("Excellent Fit");
  await desk.sandbox.control.faults.waitUntilHeld("look-up");
  await popup.close();
  desk.sandbox.control.faults.set([]);
  desk.sandbox.control.faults.release("look-up");
  await desk.toast().shows('"Excellent Fit" was not added to Ada Example');

  await desk.openCandidate(northwind);
  const again = await desk.openPopup();
  await again.shows("Enter adds this 1 tag");
  expect(await again.textsOf(".chip-name")).toEqual(["Excellent Fit"]);
  expect(desk.writes()).toEqual([]);
  await again.press("Return");
  await again.shows('Added "Excellent Fit"');
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, "Excellent Fit"]);
  expect(desk.tagsOf(second)).toEqual(second.tags);
});

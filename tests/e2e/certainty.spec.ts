import { pageUrls } from "../../sandbox/sites";
import { type App, company } from "./support/app";
import { expect, test } from "./support/reused-app";
import { showsPerson } from "./support/systems";

// Who is tagged when a person moves on is judged at the speed of a real network.
test.use({ latency: "human" });

const northwind = company("Northwind Example");
const contoso = company("Contoso Sample");
const [ada, second] = northwind.people as [(typeof northwind.people)[0], (typeof northwind.people)[0]];
const ben = contoso.people[0]!;

test("a candidate of another tenant with the same ID is refused", async ({ app }) => {
  expect(ben.urlId).toBe(ada.urlId);
  await app.connect(northwind);
  await app.openCandidate(contoso);
  const popup = await app.openPopup();
  await popup.shows("Ben Sample");
  await popup.press("Return");
  await app.keys.type("Excellent Fit");
  await popup.press("Return");
  await popup.close();
  expect(app.writes()).toEqual([]);
  expect(app.tagsOf(ada)).toEqual(ada.tags);
});

test("if two integrations fit, the recruiter picks one @slow", async ({ app }) => {
  await app.connect(northwind, contoso);
  await app.openCandidate(northwind);
  const popup = await app.openPopup();
  await popup.shows("Contoso Sample");
  await popup.click("Northwind Example");
  await popup.shows("Ada Example");
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  expect(app.tagsOf(ada)).toContain("Excellent Fit");
  expect(app.tagsOf(ben)).toEqual(ben.tags);
});

test("if the tab navigates under the popup, nothing is written without asking @slow", async ({ app }) => {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.ready();
  await app.tab.goto(pageUrls(northwind.id).candidate(second)[0]!);
  await popup.tag("Excellent Fit");
  await popup.shows(`${second.firstName} ${second.lastName}`);
  expect(app.writes()).toEqual([]);
});

test("for a candidate missing in Kombo the popup names the usual cause @slow", async ({ app }) => {
  const late = northwind.people.find(({ synced }) => !synced)!;
  await app.connect(northwind);
  await app.openCandidate(northwind, late);
  const popup = await app.openPopup();
  await popup.shows("Only Sync Created Applications");
  expect(app.writes()).toEqual([]);
});

/** Makes the page go to the next candidate under the open popup. */
const goOn = (app: App) => app.tab.evaluate(() => document.getElementById("next")!.click());

test("if the page moves to another candidate, the popup asks, and each answer tags the person it names", async ({
  app,
}) => {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await goOn(app);
  await showsPerson(app.tab, second);
  await popup.tag("Excellent Fit");
  await popup.shows("The tab now shows somebody else");
  expect(app.writes()).toEqual([]);
  await popup.click("Ada Example");
  await popup.shows('Added "Excellent Fit"');
  expect(app.tagsOf(ada)).toEqual([...ada.tags, "Excellent Fit"]);
  expect(app.tagsOf(second)).toEqual(second.tags);

  await popup.tag("Career Fair");
  await popup.shows("The tab now shows somebody else");
  await popup.click(`${second.firstName} ${second.lastName}`);
  await popup.shows("Press Enter to add it");
  expect(app.tagsOf(second)).toEqual(second.tags);
  await popup.press("Return");
  await popup.shows('Added "Career Fair"');
  expect(app.tagsOf(second)).toEqual([...second.tags, "Career Fair"]);
});

test("a popup closed before it could ask writes nothing, says so in the page, and keeps the tag as a draft", async ({
  app,
}) => {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await goOn(app);
  await showsPerson(app.tab, second);
  app.sandbox.control.faults.set([{ match: { pathIncludes: "/ats/candidates" }, fault: { hold: "look-up" } }]);
  await popup.tag("Excellent Fit");
  await app.sandbox.control.faults.waitUntilHeld("look-up");
  await popup.close();
  app.sandbox.control.faults.set([]);
  app.sandbox.control.faults.release("look-up");
  // The page shows somebody else: the toast names neither tag nor person.
  await app.toast().shows("The tag was not added");

  await app.openCandidate(northwind);
  const again = await app.openPopup();
  await again.shows("Press Enter to add it");
  expect(await again.textsOf(".chip-name")).toEqual(["Excellent Fit"]);
  expect(app.writes()).toEqual([]);
  await again.press("Return");
  await again.shows('Added "Excellent Fit"');
  expect(app.tagsOf(ada)).toEqual([...ada.tags, "Excellent Fit"]);
  expect(app.tagsOf(second)).toEqual(second.tags);
});

import { pageUrls } from "../../sandbox/sites";
import { until } from "../harness/until";
import { type App, company } from "./support/app";
import { Popup } from "./support/popup";
import { expect, test } from "./support/test";

// A network as slow as the real one: the recruiter is faster.
test.use({ latency: "human" });

const northwind = company("Northwind Example");
const [ada, second] = northwind.people.filter((person) => person.synced) as [
  (typeof northwind.people)[0],
  (typeof northwind.people)[0],
];
const nameOf = (person: typeof ada) => `${person.firstName} ${person.lastName}`;

async function openPanelOn(app: App, person = ada): Promise<Popup> {
  await app.connect(northwind);
  await app.openCandidate(northwind, person);
  await until("the tab to have the focus", () => app.tab.evaluate(() => document.hasFocus()));
  await app.keys.press("alt+shift+u");
  const panel = await Popup.panel(app.browser.popups, app.keys);
  await panel.shows(nameOf(person));
  return panel;
}

test("the panel opens by its command, and two people are tagged with the page's next button in between", async ({
  app,
}) => {
  const panel = await openPanelOn(app);
  await panel.shows("Following this tab");
  await panel.tag("Excellent Fit");
  await app.waitForTag(ada, "Excellent Fit");
  const next = app.tab.locator(`a[href$="/people/${second.urlId}"]`).first();
  await next.click();
  await panel.shows(nameOf(second));
  await panel.page.bringToFront();
  await panel.press("alt+1");
  await app.waitForTag(second, "Excellent Fit");
  expect(app.tagsOf(ada)).toEqual([...ada.tags, "Excellent Fit"]);
  expect(app.tagsOf(second)).toEqual([...second.tags, "Excellent Fit"]);
  await panel.shows("Tagged in this session");
});

test("another tab is not read before its key, and the first one is there again", async ({ app }) => {
  const panel = await openPanelOn(app);
  const other = await app.browser.context.newPage();
  await other.goto(pageUrls(northwind.id).candidate(second)[0]!);
  await other.bringToFront();
  await panel.shows("Press Alt+Shift+U to read this page");
  expect(app.requests().join("\n")).not.toContain(second.remoteId);
  await app.keys.press("alt+shift+u");
  await panel.shows(nameOf(second));
  await app.tab.bringToFront();
  await panel.shows(nameOf(ada));
});

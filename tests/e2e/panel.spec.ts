import { pageUrls } from "../../sandbox/sites";
import { until } from "../harness/until";
import { type App, company } from "./support/app";
import { Popup } from "./support/popup";
import { expect, test } from "./support/test";

// A network as slow as the real one: the recruiter is faster.
test.use({ latency: "human" });

const northwind = company("Northwind Example");
type Person = (typeof northwind.people)[0];
const [ada, second, third] = northwind.people.filter((person) => person.synced) as [Person, Person, Person];
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

/** Gives the command "add the tag with number 1" keys, as a person does in the browser's settings. */
async function bindKey(app: App, key: string): Promise<void> {
  const settings = await app.browser.context.newPage();
  await settings.goto("chrome://extensions/shortcuts");
  await settings.locator("cr-icon-button#edit").nth(2).click();
  await app.keys.press(key);
  await settings.close();
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

test("one tag for seven people in a row, by one key while the focus stays in the page @slow", async ({ app }) => {
  test.setTimeout(120_000);
  await bindKey(app, "alt+shift+k");
  const panel = await openPanelOn(app);
  await panel.tag("Excellent Fit");
  await app.waitForTag(ada, "Excellent Fit");
  const some = northwind.people
    .filter((one) => one.synced && northwind.people.filter((other) => nameOf(other) === nameOf(one)).length === 1)
    .slice(1, 8);
  for (const person of some) {
    await app.tab.evaluate((path) => {
      for (const link of document.querySelectorAll("a")) if (link.pathname === path) return link.click();
      location.href = path;
    }, `/people/${person.urlId}`);
    await panel.shows(nameOf(person));
    await app.keys.press("alt+shift+k");
    // A person goes on as soon as the page was read, long before Kombo has answered.
    await until(`${nameOf(person)} to be asked for`, () =>
      app.sandbox.control.log.requests.some(({ query }) => query.remote_ids === person.remoteId),
    );
  }
  for (const person of some) await app.waitForTag(person, "Excellent Fit");
  for (const person of northwind.people) {
    const isTagged = person === ada || some.includes(person);
    expect(app.tagsOf(person), nameOf(person)).toEqual(isTagged ? [...person.tags, "Excellent Fit"] : person.tags);
  }
});

test("outside the field a digit tags and 0 repeats; a slip two people ago is two keys away", async ({ app }) => {
  const panel = await openPanelOn(app);
  await panel.tag("Excellent Fit");
  await app.waitForTag(ada, "Excellent Fit");
  await app.openCandidate(northwind, second);
  await panel.shows(nameOf(second));
  await panel.page.bringToFront();
  await panel.page.focus(".following button");
  await panel.press("1");
  await app.waitForTag(second, "Excellent Fit");
  await app.openCandidate(northwind, third);
  await panel.shows(nameOf(third));
  await panel.page.bringToFront();
  await panel.page.focus(".following button");
  await panel.press("0");
  await app.waitForTag(third, "Excellent Fit");
  await until("three people in the row", async () => (await panel.textsOf("[data-person]")).length === 3);
  await panel.press("alt+Up");
  await panel.press("3");
  await until("Ada to be as before", () => app.tagsOf(ada).length === ada.tags.length);
  expect(app.tagsOf(second)).toContain("Excellent Fit");
});

test("the popup's foot opens it; paused it reads nothing until Enter @slow", async ({ app }) => {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind, ada);
  await popup.tabTo("Side panel");
  await popup.press("Return");
  const panel = await Popup.panel(app.browser.popups, app.keys);
  await panel.shows(nameOf(ada));
  await panel.page.bringToFront();
  await panel.page.focus(".following button");
  await panel.press("Return");
  await panel.shows("Not following");
  app.sandbox.control.log.clear();
  await app.openCandidate(northwind, second);
  await panel.shows("Press Enter to read this page");
  expect(app.requests()).toEqual([]);
  await panel.page.bringToFront();
  await panel.press("Return");
  await panel.shows(nameOf(second));
  await panel.shows("Following this tab");
});

test("the context menu of a candidate's page opens it @slow", async ({ app }) => {
  await app.connect(northwind);
  await app.openCandidate(northwind, ada);
  // Without recent tags it is the first entry.
  await app.openMenu("h3");
  await app.keys.press("Return");
  const panel = await Popup.panel(app.browser.popups, app.keys);
  await panel.shows(nameOf(ada));
});

test("where the browser ends the access, the site can be allowed by a click and is listed in the settings @slow", async ({
  app,
}) => {
  const panel = await openPanelOn(app);
  const other = await app.browser.context.newPage();
  await other.goto(pageUrls(northwind.id).candidate(second)[0]!);
  await other.bringToFront();
  await panel.shows("Allow Quicktag on app.greenhouse.io");
  await panel.page.bringToFront();
  await panel.tabTo("Allow Quicktag on app.greenhouse.io");
  await panel.press("Return");
  await until("the browser to ask", async () => !(await panel.page.evaluate(() => document.hasFocus())));
  // The browser's own question has its focus on Deny. So that nobody answers by accident it takes no answer for a while, and
  // begins anew with each key that comes too soon.
  await until("the answer to be taken", async () => {
    await app.keys.press("Tab");
    await app.keys.press("Return");
    return panel.shows(nameOf(second), 1000).catch(() => null);
  });
  const options = await app.options();
  const site = options.page.getByRole("button", { name: "Take back access to app.greenhouse.io" });
  await site.click();
  await options.page.getByText("Quicktag may no longer read app.greenhouse.io").waitFor();
  await other.bringToFront();
  await panel.shows("Press Alt+Shift+U to read this page");
});

test("what was entered for a page that is still looked up is sent after the panel is closed", async ({ app }) => {
  const panel = await openPanelOn(app);
  await panel.shows("Excellent Fit");
  await app.open(pageUrls(northwind.id).candidate(second)[0]!);
  await panel.page.bringToFront();
  await panel.tag("Excellent Fit");
  await panel.page.close();
  await app.waitForTag(second, "Excellent Fit");
  expect(app.tagsOf(ada)).toEqual(ada.tags);
});

test("two windows have a panel each, which tags whom its own window shows @slow", async ({ app }) => {
  const panel = await openPanelOn(app);
  const session = await app.browser.context.newCDPSession(app.tab);
  const opening = app.browser.context.waitForEvent("page");
  const url = pageUrls(northwind.id).candidate(second)[0]!;
  await session.send("Target.createTarget", { url, newWindow: true });
  const other = await opening;
  await other.bringToFront();
  await until("the new window to have the focus", () => other.evaluate(() => document.hasFocus()));
  const next = app.browser.popups.waitForTarget(
    (target) => target.url().includes("/src/panel/") && target !== panel.page.target(),
  );
  await app.keys.press("alt+shift+u");
  const beside = Popup.of(await (await next).asPage(), app.keys);
  await beside.shows(nameOf(second));
  await beside.tag("Excellent Fit");
  await app.waitForTag(second, "Excellent Fit");
  expect(await panel.heading()).toBe(nameOf(ada));
  await panel.page.bringToFront();
  await panel.tag("Future Fit");
  await app.waitForTag(ada, "Future Fit");
  expect(app.tagsOf(ada)).toEqual([...ada.tags, "Future Fit"]);
  expect(app.tagsOf(second)).toEqual([...second.tags, "Excellent Fit"]);
});

test("another tab is not read before its key, and the first one is there again @slow", async ({ app }) => {
  const panel = await openPanelOn(app);
  const other = await app.browser.context.newPage();
  await other.goto(pageUrls(northwind.id).candidate(second)[0]!);
  await other.bringToFront();
  await panel.shows("Press Alt+Shift+U to read this page");
  expect(await panel.text()).toContain("Not reading this page");
  expect(app.requests().join("\n")).not.toContain(second.remoteId);
  await app.keys.press("alt+shift+u");
  await panel.shows(nameOf(second));
  await panel.shows("Following this tab");
  await app.tab.bringToFront();
  await panel.shows(nameOf(ada));
});

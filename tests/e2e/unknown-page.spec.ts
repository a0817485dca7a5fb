import type { Person } from "../../sandbox/data";
import { unknownUrl } from "../../sandbox/sites";
import { company } from "./support/app";
import { expect, test } from "./support/reused-app";
import { nameOf, showsPerson, tagInPopup, written } from "./support/systems";

const northwind = company("Northwind Example");
const [ada, second, third] = northwind.people as [Person, Person, Person];
const SEARCH = "Search Kombo for this page";

test("an unknown page is searched only on request, is then known, and can be forgotten", async ({ app }) => {
  await app.connect(northwind);
  await app.open(unknownUrl(ada));
  await showsPerson(app.tab, ada);

  const popup = await app.openPopup();
  await popup.shows("Quicktag does not know this page");
  await popup.shows("Nothing about this page was sent.");
  // Typing is not a request to search.
  await app.keys.type("Keep Warm");
  expect(app.requests()).toEqual([]);

  await popup.click(SEARCH);
  const { asked } = await tagInPopup(popup, ada, "Keep Warm");
  expect(asked).toBe(true);
  expect(written(app)).toEqual([`${ada.komboId} Keep Warm`]);
  await popup.close();

  app.sandbox.control.log.clear();
  await app.open(unknownUrl(second));
  await showsPerson(app.tab, second);
  const known = await app.openPopup();
  const howFound = () => known.page.evaluate(() => document.querySelector<HTMLElement>(".origin summary")?.title);
  await expect.poll(howFound).toContain("Found by a learned address");
  expect((await tagInPopup(known, second, "Keep Warm")).asked).toBe(false);
  expect(written(app)).toEqual([`${second.komboId} Keep Warm`]);
  await known.close();

  const { page } = await app.options();
  await page.getByText("jobs.unknown-ats.test/people/{id}").first().waitFor();
  await page.getByRole("button", { name: /^Forget/ }).click();
  await page.getByText("None yet.").waitFor();
  if (page !== app.tab) await page.close();

  app.sandbox.control.log.clear();
  await app.open(unknownUrl(third));
  await showsPerson(app.tab, third);
  const again = await app.openPopup();
  await again.shows("Quicktag does not know this page");
  await again.close();
  expect(app.requests()).toEqual([]);
});

test("the search sends only what looks like an ID, never what looks like a secret", async ({ app }) => {
  await app.connect(northwind);
  await app.open(unknownUrl(ada));
  expect(app.tab.url()).toContain("session_token=secret123");
  const popup = await app.openPopup();
  await popup.click(SEARCH);
  await popup.shows(nameOf(ada));
  const asked = app.sandbox.control.log.requests;
  const lookUps = asked.filter(({ path }) => !path.endsWith("/tags"));
  expect(lookUps.map(({ path, query }) => [path, query.remote_ids])).toEqual([
    ["/v1/ats/candidates", ada.urlId],
    ["/v1/ats/applications", ada.urlId],
  ]);
  expect(JSON.stringify(asked)).not.toMatch(/secret|session|csrf|unknown-ats/);
  await popup.close();
});

test("a candidate whose name is not on the page is not offered @slow", async ({ app }) => {
  await app.connect(northwind);
  await app.open(unknownUrl(ada));
  await showsPerson(app.tab, ada);
  await app.tab.evaluate(() => {
    document.body.textContent = "Someone Else";
    document.title = "Profile";
  });
  const popup = await app.openPopup();
  await popup.click(SEARCH);
  await app.sandbox.control.log.waitFor(
    ({ path, answeredAt }) => path.endsWith("/applications") && answeredAt !== null,
  );
  await popup.shows("Quicktag does not know this page");
  expect(await popup.text()).not.toContain(nameOf(ada));
  await popup.close();
  expect(app.writes()).toEqual([]);
});

test("if two accounts are possible, only the picked one is searched @slow", async ({ app }) => {
  const heron = company("Heron Example");
  await app.connect(northwind, heron);
  await app.open(unknownUrl(ada));
  const popup = await app.openPopup();
  await popup.click(SEARCH);
  await popup.shows("Which integration is this?");
  expect(app.requests()).toEqual([]);
  await popup.click(northwind.organisation);
  await tagInPopup(popup, ada, "Freelance");
  expect(written(app)).toEqual([`${ada.komboId} Freelance`]);
  await popup.close();
});

test("the report of an unknown page can be copied and contains no personal data", async ({ app }) => {
  await app.connect(northwind);
  await app.open(unknownUrl(ada));
  await showsPerson(app.tab, ada);
  const popup = await app.openPopup();
  await popup.click("Report this page");
  await popup.click("Copy report");
  await popup.shows("Copied");
  await popup.close();
  await app.tab.evaluate(() => {
    document.body.innerHTML = "<textarea></textarea>";
    document.querySelector("textarea")?.focus();
  });
  await app.keys.press("ctrl+v");
  const pasted = app.tab.locator("textarea");
  await expect(pasted).toHaveValue(/^address: https:\/\/\*\*\*\.unknown-ats\.test\/people\/9\{4\}/);
  expect(await pasted.inputValue()).not.toMatch(/Ada|Example|4242|secret|session|@/i);
});

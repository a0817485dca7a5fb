import type { Person } from "../../sandbox/data";
import { unknownUrl } from "../../sandbox/sites";
import { company } from "./support/desk";
import { nameOf, showsPerson, tagIn, written } from "./support/systems";
import { expect, test } from "./support/test";

const northwind = company("Northwind Example");
const [ada, second, third] = northwind.people as [Person, Person, Person];
const SEARCH = "Search Kombo for this page";

test("an unknown page is searched only when asked, then known, and can be forgotten", async ({ desk }) => {
  await desk.connect(northwind);
  await desk.open(unknownUrl(ada));
  await showsPerson(desk.tab, ada);

  const popup = await desk.openPopup();
  await popup.shows("Quicktag does not know this page");
  await popup.shows("Nothing about this page has been sent.");
  // Letters and Enter are no wish to search.
  await desk.keys.type("Keep Warm");
  expect(desk.requests()).toEqual([]);

  await popup.click(SEARCH);
  const { asked } = await tagIn(popup, ada, "Keep Warm");
  expect(asked).toBe(true);
  expect(written(desk)).toEqual([`${ada.komboId} Keep Warm`]);
  await popup.close();

  desk.sandbox.control.log.clear();
  await desk.open(unknownUrl(second));
  await showsPerson(desk.tab, second);
  const known = await desk.openPopup();
  await known.shows("Found by a learned address");
  expect((await tagIn(known, second, "Keep Warm")).asked).toBe(false);
  expect(written(desk)).toEqual([`${second.komboId} Keep Warm`]);
  await known.close();

  const { page } = await desk.options();
  await page.getByText("jobs.unknown-ats.test/people/{id}").first().waitFor();
  await page.getByRole("button", { name: /^Forget/ }).click();
  await page.getByText("None yet.").waitFor();
  if (page !== desk.tab) await page.close();

  desk.sandbox.control.log.clear();
  await desk.open(unknownUrl(third));
  await showsPerson(desk.tab, third);
  const again = await desk.openPopup();
  await again.shows("Quicktag does not know this page");
  await again.close();
  expect(desk.requests()).toEqual([]);
});

test("the search sends id-like pieces only, never what looks like a secret", async ({ desk }) => {
  await desk.connect(northwind);
  await desk.open(unknownUrl(ada));
  expect(desk.tab.url()).toContain("session_token=secret123");
  const popup = await desk.openPopup();
  await popup.click(SEARCH);
  await popup.shows(nameOf(ada));
  const asked = desk.sandbox.control.log.requests;
  const lookUps = asked.filter(({ path }) => !path.endsWith("/tags"));
  expect(lookUps.map(({ path, query }) => [path, query.remote_ids])).toEqual([
    ["/v1/ats/candidates", ada.urlId],
    ["/v1/ats/applications", ada.urlId],
  ]);
  expect(JSON.stringify(asked)).not.toMatch(/secret|session|csrf|unknown-ats/);
  await popup.close();
});

test("somebody whose name is not on the page is not offered", async ({ desk }) => {
  await desk.connect(northwind);
  await desk.open(unknownUrl(ada));
  await showsPerson(desk.tab, ada);
  await desk.tab.evaluate(() => {
    document.body.textContent = "Someone Else";
    document.title = "Profile";
  });
  const popup = await desk.openPopup();
  await popup.click(SEARCH);
  await desk.sandbox.control.log.waitFor(
    ({ path, answeredAt }) => path.endsWith("/applications") && answeredAt !== null,
  );
  await popup.shows("Quicktag does not know this page");
  expect(await popup.text()).not.toContain(nameOf(ada));
  await popup.close();
  expect(desk.writes()).toEqual([]);
});

test("two accounts could be meant: the one picked is searched", async ({ desk }) => {
  const heron = company("Heron Example");
  await desk.connect(northwind, heron);
  await desk.open(unknownUrl(ada));
  const popup = await desk.openPopup();
  await popup.click(SEARCH);
  await popup.shows("Which account is this?");
  expect(desk.requests()).toEqual([]);
  await popup.click(northwind.organisation);
  await tagIn(popup, ada, "Freelance");
  expect(written(desk)).toEqual([`${ada.komboId} Freelance`]);
  await popup.close();
});

test("the report of an unknown page can be copied and says nothing personal", async ({ desk }) => {
  await desk.connect(northwind);
  await desk.open(unknownUrl(ada));
  await showsPerson(desk.tab, ada);
  const popup = await desk.openPopup();
  await popup.click("Report this page");
  await popup.click("Copy report");
  await popup.shows("Copied");
  await popup.close();
  await desk.tab.evaluate(() => {
    document.body.innerHTML = "<textarea></textarea>";
    document.querySelector("textarea")?.focus();
  });
  await desk.keys.press("ctrl+v");
  const pasted = desk.tab.locator("textarea");
  await expect(pasted).toHaveValue(/^address: https:\/\/\*\*\*\.unknown-ats\.test\/people\/9\{4\}/);
  expect(await pasted.inputValue()).not.toMatch(/Ada|Example|4242|secret|session|@/i);
});

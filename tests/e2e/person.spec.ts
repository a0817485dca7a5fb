import type { Person } from "../../sandbox/data";
import { pageUrls } from "../../sandbox/sites";
import { type App, company } from "./support/app";
import { expect, test } from "./support/reused-app";
import { nameOf, showsPerson, tagInPopup, tagOnPage, written } from "./support/systems";

// The right person or nobody: one real path for each way in which the page says less, or something else, than Kombo.

const TAG = "Keep Warm";
const MORE = "Freelance";
const firstTwo = (name: string) => company(name).people.slice(0, 2) as [Person, Person];

/** Tags a person on a page, which binds the page's account to the integration. */
async function bindBy(app: App, person: Person, url: string): Promise<void> {
  await app.open(url);
  await showsPerson(app.tab, person);
  await tagOnPage(app, person, TAG);
  app.sandbox.control.log.clear();
}

/** Opens Quicktag's options, presses Forget beside the account, and waits until that is said. */
async function forgetAccount(app: App, account: RegExp): Promise<void> {
  const { page } = await app.options();
  const line = page.getByRole("listitem").filter({ hasText: account });
  await expect(line).toContainText("Belongs to");
  await line.getByRole("button", { name: /^Forget/ }).click();
  await page.getByText("was forgotten").waitFor();
  await expect(line).toHaveCount(0);
  if (page !== app.tab) await page.close();
}

test("a page that hides the name is asked about without it, and no account vouches for it once forgotten @slow", async ({
  app,
}) => {
  const of = company("teamtailor");
  const [shown, hidden] = firstTwo("teamtailor");
  const urls = pageUrls(of.id);
  const parts = [hidden.firstName, hidden.lastName].filter((part) => !nameOf(shown).includes(part));
  const tellsName = (text: string) => parts.some((part) => text.includes(part));
  await app.connect(of);
  await bindBy(app, shown, urls.candidate(shown)[0]!);

  await app.open(urls.hidden!(hidden));
  const popup = await app.openPopup();
  await popup.shows("Name hidden by this page");
  await popup.tag(TAG);
  expect(tellsName(await popup.shows("Tag this candidate anyway?"))).toBe(false);
  await popup.press("Return");
  expect(tellsName(await popup.shows(`Added "${TAG}"`))).toBe(false);
  expect(written(app)).toEqual([`${hidden.komboId} ${TAG}`]);
  await popup.close();

  // Yes counted this once.
  const again = await app.openPopup();
  await again.shows("Name hidden by this page");
  await again.tag(MORE);
  expect(tellsName(await again.shows("Tag this candidate anyway?"))).toBe(false);
  await again.close();

  await forgetAccount(app, /^Teamtailor/);
  await app.open(urls.hidden!(hidden));
  const unknown = await app.openPopup();
  expect(tellsName(await unknown.shows("Not the same person"))).toBe(false);
  await unknown.click("Show the name in Kombo");
  await unknown.shows(nameOf(hidden));
  await unknown.close();
  expect(written(app)).toEqual([`${hidden.komboId} ${TAG}`]);
});

test("on a host that may only look like Odoo nothing leaves before the button, and the first match asks", async ({
  app,
}) => {
  const of = company("Umbrella Example");
  const [first, second] = firstTwo("Umbrella Example");
  const { ownDomain } = pageUrls(of.id);
  await app.connect(of);
  app.sandbox.control.log.clear();
  await app.open(ownDomain!(first));
  await showsPerson(app.tab, first);
  const popup = await app.openPopup();
  await popup.shows("Nothing about this page was sent.");
  await app.keys.type(TAG);
  await popup.press("Return");
  expect(app.requests()).toEqual([]);
  await popup.click("Search Kombo for this page");
  const { asked } = await tagInPopup(popup, first, MORE);
  expect(asked).toBe(true);
  await popup.close();
  expect(written(app).at(-1)).toBe(`${first.komboId} ${MORE}`);

  // After that Yes the host is known.
  await app.open(ownDomain!(second));
  await showsPerson(app.tab, second);
  expect((await tagOnPage(app, second, MORE)).asked).toBe(false);
});

test("on a candidate's form in Odoo 18 another record's number is nobody, and the form's e-mail finds the person @slow", async ({
  app,
}) => {
  const of = company("Acme Works Example");
  const [person, other] = firstTwo("Acme Works Example");
  await app.connect(of);
  await app.open(`https://${of.host}/odoo/recruitment-candidates/${other.remoteId}`);
  await showsPerson(app.tab, other);
  // Kombo may count contacts: the number in the address is then somebody else's there.
  await app.tab.evaluate(
    ([name, email]) => {
      document.title = name!;
      for (const input of document.querySelectorAll<HTMLInputElement>(".o_field_widget input"))
        input.value = (input.value.includes("@") ? email : name)!;
      for (const link of document.querySelectorAll(".o_field_widget a")) link.setAttribute("href", `mailto:${email}`);
    },
    [nameOf(person), person.emails[0]!],
  );
  const popup = await app.openPopup();
  const { asked } = await tagInPopup(popup, person, MORE);
  expect(asked).toBe(true);
  await popup.close();
  expect(written(app)).toEqual([`${person.komboId} ${MORE}`]);
});

test("by hand a name is called a name and stays in the field; a link behind Outlook's filter finds the person", async ({
  app,
}) => {
  const of = company("Northwind Example");
  const [ada] = firstTwo("Northwind Example");
  const link = pageUrls(of.id).candidate(ada)[0]!;
  await app.connect(of);
  await app.open("https://jobs.unknown-ats.test/people");
  const popup = await app.openPopup();
  await popup.click("Find by hand");
  await popup.type(nameOf(ada));
  await popup.press("Return");
  await popup.shows("You cannot search by name");
  expect(app.requests()).toEqual([]);
  expect(await popup.page.evaluate(() => [...document.querySelectorAll("input")].map((one) => one.value))).toContain(
    nameOf(ada),
  );
  await popup.page.evaluate(() => document.querySelector("input")!.select());
  await popup.type(
    `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05&reserved=0`,
  );
  await popup.press("Return");
  const { asked } = await tagInPopup(popup, ada, MORE);
  expect(asked).toBe(true);
  await popup.close();
  expect(written(app)).toEqual([`${ada.komboId} ${MORE}`]);
});

test("a page that does not answer leaves the popup usable by the address, which says so and asks", async ({ app }) => {
  const of = company("Northwind Example");
  const [ada] = firstTwo("Northwind Example");
  await app.connect(of);
  await app.openCandidate(of);
  // Busy from the first key of the shortcut on: the browser takes it all the same.
  await app.tab.evaluate(() => {
    addEventListener("keydown", () => {
      for (const until = performance.now() + 15_000; performance.now() < until; );
    });
  });
  const popup = await app.openPopup();
  await popup.shows("the page did not answer, only its address was read", 8_000);
  const { asked } = await tagInPopup(popup, ada, MORE);
  expect(asked).toBe(true);
  expect(written(app)).toEqual([`${ada.komboId} ${MORE}`]);
});

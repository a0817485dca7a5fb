import { INTEGRATIONS, type Person, type SandboxIntegration } from "../../sandbox/data";
import { pageUrls } from "../../sandbox/sites";
import { type App, company } from "./support/app";
import { expect, test } from "./support/reused-app";
import { nameOf, showsPerson, tagInPopup, tagOnPage, written } from "./support/systems";

const TAG = "Keep Warm";

/** The first company of each connector; of Greenhouse's two connectors only one, because they share a site. */
const companies: readonly SandboxIntegration[] = [
  ...new Map([...INTEGRATIONS].reverse().map((of) => [of.connector, of])).values(),
].filter(({ connector }) => connector !== "greenhousev3");
const withSite = companies.filter(({ host }) => host !== null);

/** One for each place of the ID: path, hash, query. */
const KINDS = ["workable", "recruitee", "successfactors"];

test("in a system of each kind: tags the candidate, then the next one", async ({ app }) => {
  const some = withSite.filter(({ connector }) => KINDS.includes(connector));
  expect(some).toHaveLength(KINDS.length);
  await tagsTheNextOne(app, some);
});

test("in every system: tags the candidate, then the next one @slow", async ({ app }) => {
  expect(withSite).toHaveLength(16);
  await tagsTheNextOne(app, withSite);
});

async function tagsTheNextOne(app: App, systems: readonly SandboxIntegration[]): Promise<void> {
  test.setTimeout(150_000);
  await app.connect(...companies);
  for (const of of systems) {
    await test.step(of.connector, async () => {
      const [first, second] = of.people as [Person, Person];
      await app.open(pageUrls(of.id).candidate(first)[0]!);
      await tagsOnly(app, first);
      const before = app.tab.url();
      await app.tab.locator("#next").click();
      await app.tab.waitForURL((url) => url.href !== before);
      await tagsOnly(app, second);
    });
  }
}

/** Tags the person on the page, and nobody else. */
async function tagsOnly(app: App, person: Person): Promise<void> {
  app.sandbox.control.log.clear();
  await showsPerson(app.tab, person);
  await tagOnPage(app, person, TAG);
  expect(written(app)).toEqual([`${person.komboId} ${TAG}`]);
  expect(app.tagsOf(person)).toEqual([...new Set([...person.tags, TAG])]);
}

test("on a page without a candidate nothing is sent", async ({ app }) => {
  await app.connect(...companies);
  const lever = company("lever");
  await app.open(pageUrls(lever.id).list);
  const popup = await app.openPopup();
  await popup.shows("No candidate open in Lever");
  await app.keys.type("x");
  await popup.press("Return");
  await popup.close();
  expect(app.requests()).toEqual([]);
});

test("for Kombo Sandbox, which has no site, the candidate is found by hand", async ({ app }) => {
  const oak = company("sandbox");
  const [tess] = oak.people as [Person];
  await app.connect(...companies);
  await app.open("https://jobs.unknown-ats.test/people");
  const popup = await app.openPopup();
  await popup.shows("Quicktag does not know this page");
  await popup.click("Find by hand");
  await popup.type(tess.emails[0]!);
  await popup.press("Return");
  await popup.shows("Which integration is this?");
  expect(app.requests()).toEqual([]);
  await popup.click(oak.organisation);
  const { asked } = await tagInPopup(popup, tess, TAG);
  expect(asked).toBe(true);
  expect(written(app)).toEqual([`${tess.komboId} ${TAG}`]);
  expect(nameOf(tess)).toBe("Tess Trial");
});

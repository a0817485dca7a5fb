import { INTEGRATIONS, type Person, type SandboxIntegration } from "../../sandbox/data";
import { pageUrls } from "../../sandbox/sites";
import { CONNECTORS } from "../../src/domain/connector";
import { company, type Desk } from "./support/desk";
import { nameOf, showsPerson, tagIn, tagOpen, written } from "./support/systems";
import { expect, test } from "./support/test";

const TAG = "Keep Warm";

/** The first company of each connector. Greenhouse's two connectors share one site, so only one of them is connected here. */
const companies: readonly SandboxIntegration[] = [
  ...new Map([...INTEGRATIONS].reverse().map((of) => [of.connector, of])).values(),
].filter(({ connector }) => connector !== "greenhousev3");
const withSite = companies.filter(({ host }) => host !== null);

test("in every system: the candidate, then the next one, and nobody where nobody is open", async ({ desk }) => {
  test.setTimeout(150_000);
  expect(withSite).toHaveLength(16);
  await desk.connect(...companies);
  for (const of of withSite) {
    await test.step(of.connector, async () => {
      const [first, second] = of.people as [Person, Person];
      await desk.open(pageUrls(of.id).candidate(first)[0]!);
      await tagsOnly(desk, first);
      const before = desk.tab.url();
      await desk.tab.locator("#next").click();
      await desk.tab.waitForURL((url) => url.href !== before);
      await tagsOnly(desk, second);
      await nobodyOn(desk, pageUrls(of.id).list, CONNECTORS[of.connector].name);
    });
  }
});

/** Tags the person on the page, and nobody else carries the tag for it. */
async function tagsOnly(desk: Desk, person: Person): Promise<void> {
  desk.sandbox.control.log.clear();
  await showsPerson(desk.tab, person);
  await tagOpen(desk, person, TAG);
  expect(written(desk)).toEqual([`${person.komboId} ${TAG}`]);
  expect(desk.tagsOf(person)).toEqual([...new Set([...person.tags, TAG])]);
}

/** The popup names the system and says that nobody is open; Kombo hears nothing of the page. */
async function nobodyOn(desk: Desk, url: string, system: string): Promise<void> {
  desk.sandbox.control.log.clear();
  await desk.open(url);
  const popup = await desk.openPopup();
  await popup.shows(`${system} is open, but no candidate is`);
  await desk.keys.type("x");
  await popup.press("Return");
  await popup.close();
  expect(desk.requests()).toEqual([]);
}

test("Kombo Sandbox has no site: the candidate is found by hand", async ({ desk }) => {
  const oak = company("sandbox");
  const [tess] = oak.people as [Person];
  await desk.connect(...companies);
  await desk.open("https://jobs.unknown-ats.test/people");
  const popup = await desk.openPopup();
  await popup.shows("Quicktag does not know this page");
  await popup.click("Find by hand");
  await popup.type(tess.emails[0]!);
  await popup.press("Return");
  await popup.shows("Which account is this?");
  expect(desk.requests()).toEqual([]);
  await popup.click(oak.organisation);
  const { asked } = await tagIn(popup, tess, TAG);
  expect(asked).toBe(true);
  expect(written(desk)).toEqual([`${tess.komboId} ${TAG}`]);
  expect(nameOf(tess)).toBe("Tess Trial");
});

import { INTEGRATIONS, type Person, type SandboxIntegration } from "../../sandbox/data";
import { pageUrls } from "../../sandbox/sites";
import { RULES } from "../../src/ats";
import { detect } from "../../src/ats/detect";
import { CONNECTORS } from "../../src/domain/connector";
import { type App, company } from "./support/app";
import { expect, test } from "./support/reused-app";
import { nameOf, showsPerson, tagInPopup, tagOnPage, written } from "./support/systems";

const withSite = INTEGRATIONS.filter(({ host }) => host !== null);
const slow = { tag: "@slow" };
const first = ({ people }: SandboxIntegration) => people[0] as Person;
const second = ({ people }: SandboxIntegration) => people[1] as Person;

/** A tag the candidate does not have, a different one for each turn. */
const freeTag = (of: SandboxIntegration, person: Person, turn: number) =>
  of.tags.filter((tag) => !person.tags.includes(tag) && /^[\w ]+$/.test(tag))[turn]!;

/** A company's own host may only look like the system: nothing leaves before the button. */
async function tagAfterSearch(app: App, person: Person, tag: string): Promise<void> {
  const popup = await app.openPopup();
  await popup.click("Search Kombo");
  await tagInPopup(popup, person, tag);
  await popup.close();
}

for (const of of withSite) {
  test(`${of.connector}, ${of.organisation}: every address tags the person it shows`, slow, async ({ app }) => {
    const person = first(of);
    const urls = pageUrls(of.id);
    await app.connect(of);
    const addresses = [...urls.candidate(person), ...(urls.ownDomain ? [urls.ownDomain(person)] : [])];
    for (const [turn, address] of addresses.entries()) {
      await test.step(address, async () => {
        app.sandbox.control.log.clear();
        const tag = freeTag(of, person, turn);
        // A change of the hash alone would not load the page.
        await app.tab.goto("about:blank");
        await app.open(address);
        await showsPerson(app.tab, person);
        if (address === urls.ownDomain?.(person)) await tagAfterSearch(app, person, tag);
        else await tagOnPage(app, person, tag);
        expect(written(app)).toEqual([`${person.komboId} ${tag}`]);
      });
    }
  });

  test(
    `${of.connector}, ${of.organisation}: after each "next" the new person is tagged, not the previous one`,
    slow,
    async ({ app }) => {
      await app.connect(of);
      await app.open(pageUrls(of.id).candidate(first(of))[0]!);
      // Babel's other names are hard to compare on a screen, not to move between.
      const synced = of.people.filter((person) => person.synced).slice(0, 9);
      for (const [turn, person] of synced.entries()) {
        await test.step(nameOf(person), async () => {
          app.sandbox.control.log.clear();
          await showsPerson(app.tab, person);
          const tag = freeTag(of, person, turn);
          await tagOnPage(app, person, tag);
          expect(written(app)).toEqual([`${person.komboId} ${tag}`]);
          const before = app.tab.url();
          await app.tab.locator("#next").click();
          await app.tab.waitForURL((url) => url.href !== before);
        });
      }
    },
  );

  test(`${of.connector}, ${of.organisation}: nothing is sent from pages without a candidate`, slow, async ({ app }) => {
    await app.connect(of);
    for (const address of [pageUrls(of.id).list, ...pageUrls(of.id).refused]) {
      await test.step(address, async () => {
        await app.tab.goto("about:blank");
        await app.open(address);
        const popup = await app.openPopup();
        await popup.shows(
          detect(RULES, address).kind === "unknown"
            ? "Quicktag does not know this page"
            : `No candidate open in ${CONNECTORS[of.connector].name}`,
        );
        await app.keys.type("Keep Warm");
        await popup.press("Return");
        await popup.close();
        expect(app.requests()).toEqual([]);
      });
    }
  });
}

for (const of of withSite.filter((one) => pageUrls(one.id).twoCandidates)) {
  test(`${of.connector}: on a page with two candidates the recruiter chooses each time`, slow, async ({ app }) => {
    await app.connect(of);
    for (const [turn, person] of [second(of), first(of)].entries()) {
      app.sandbox.control.log.clear();
      await app.open(pageUrls(of.id).twoCandidates!);
      const popup = await app.openPopup();
      await popup.shows("Who is it?");
      await popup.click(nameOf(person));
      const tag = freeTag(of, person, turn);
      await tagInPopup(popup, person, tag);
      expect(written(app)).toEqual([`${person.komboId} ${tag}`]);
      await popup.close();
    }
  });
}

/** Systems where the address changes before the page does. */
const URL_FIRST = ["lever", "ashby", "workable", "smartrecruiters", "teamtailor", "welcometothejungle", "workday"];

for (const of of URL_FIRST.map(company)) {
  test(
    `${of.connector}: while the address is ahead of the page, the previous person is not tagged`,
    slow,
    async ({ app }) => {
      await app.connect(of);
      await app.open(pageUrls(of.id).candidate(first(of))[0]!);
      await tagOnPage(app, first(of), freeTag(of, first(of), 0));
      app.sandbox.control.log.clear();
      const release = await holdFetches(app);
      const before = app.tab.url();
      await app.tab.locator("#next").click();
      await app.tab.waitForURL((url) => url.href !== before);
      const popup = await app.openPopup();
      await popup.shows(new RegExp(`${nameOf(first(of))}|${nameOf(second(of))}`));
      await release();
      await showsPerson(app.tab, second(of));
      await app.keys.type("Keep Warm");
      await popup.press("Return");
      await popup.close();
      const tag = freeTag(of, second(of), 3);
      await tagOnPage(app, second(of), tag);
      expect(written(app).filter((line) => !line.startsWith(second(of).komboId))).toEqual([]);
      expect(written(app)).toContain(`${second(of).komboId} ${tag}`);
    },
  );
}

/** Holds the page's own fetches; returns a function that lets them through. */
async function holdFetches({ tab }: App): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await tab.route("**/*", async (route) => {
    if (route.request().resourceType() === "fetch") await released;
    await route.continue();
  });
  return async () => release();
}

test("Zoho's quick view: tags the person it shows, although the address is that of the list", slow, async ({ app }) => {
  const of = company("zohorecruit");
  await app.connect(of);
  for (const [turn, list] of [
    pageUrls(of.id).list,
    `${pageUrls(of.id).list.replace("Candidates", "Applications")}`,
  ].entries()) {
    app.sandbox.control.log.clear();
    await app.open(list);
    await app.tab.locator(".quick-view").first().click();
    await showsPerson(app.tab, first(of));
    const tags = [freeTag(of, first(of), turn), freeTag(of, second(of), turn + 5)] as const;
    await tagOnPage(app, first(of), tags[0]);
    await app.tab.locator("#next").click();
    await showsPerson(app.tab, second(of));
    await tagOnPage(app, second(of), tags[1]);
    expect(written(app)).toEqual([`${first(of).komboId} ${tags[0]}`, `${second(of).komboId} ${tags[1]}`]);
    await app.tab.locator("#close").click();
    const popup = await app.openPopup();
    await popup.shows("No candidate open in Zoho Recruit");
    await popup.close();
  }
});

test("two databases with the same IDs: each page tags the person of its own company", slow, async ({ app }) => {
  const [acme, umbrella] = INTEGRATIONS.filter(({ connector }) => connector === "odoo") as [
    SandboxIntegration,
    SandboxIntegration,
  ];
  expect(first(acme).applicationRemoteId).toBe(first(umbrella).applicationRemoteId);
  await app.connect(acme, umbrella);
  for (const of of [umbrella, acme]) {
    const other = of === acme ? umbrella : acme;
    await app.open(pageUrls(of.id).candidate(first(of))[1]!);
    await showsPerson(app.tab, first(of));
    const wrong = await app.openPopup();
    await wrong.shows("Which integration is this?");
    await wrong.click(other.organisation);
    await wrong.shows(/Not the same person|This candidate is not in Kombo/);
    await wrong.close();
    const right = await app.openPopup();
    await right.shows("Which integration is this?");
    await right.click(of.organisation);
    await tagInPopup(right, first(of), "Freelance");
    await right.close();
  }
  expect(written(app)).toEqual([`${first(umbrella).komboId} Freelance`, `${first(acme).komboId} Freelance`]);
  for (const of of [umbrella, acme]) {
    await app.open(pageUrls(of.id).candidate(second(of))[1]!);
    await showsPerson(app.tab, second(of));
    const { asked } = await tagOnPage(app, second(of), "Agency");
    expect(asked).toBe(false);
  }
  expect(app.tagsOf(second(acme))).toContain("Agency");
  expect(app.tagsOf(second(umbrella))).toContain("Agency");
});

import { INTEGRATIONS, type Person, type SandboxIntegration } from "../../sandbox/data";
import { pageUrls } from "../../sandbox/sites";
import { RULES } from "../../src/ats";
import { detect } from "../../src/ats/detect";
import { CONNECTORS } from "../../src/domain/connector";
import { company, type Desk } from "./support/desk";
import { nameOf, showsPerson, tagIn, tagOpen, written } from "./support/systems";
import { expect, test } from "./support/test";

const withSite = INTEGRATIONS.filter(({ host }) => host !== null);
const slow = { tag: "@slow" };
const first = ({ people }: SandboxIntegration) => people[0] as Person;
const second = ({ people }: SandboxIntegration) => people[1] as Person;

/** A tag the person does not carry, another one at each turn. */
const freeTag = (of: SandboxIntegration, person: Person, turn: number) =>
  of.tags.filter((tag) => !person.tags.includes(tag) && /^[\w ]+$/.test(tag))[turn]!;

for (const of of withSite) {
  test(`${of.connector}, ${of.organisation}: at every address, the person it shows`, slow, async ({ desk }) => {
    const person = first(of);
    const urls = pageUrls(of.id);
    await desk.connect(of);
    const addresses = [...urls.candidate(person), ...(urls.ownDomain ? [urls.ownDomain(person)] : [])];
    for (const [turn, address] of addresses.entries()) {
      await test.step(address, async () => {
        desk.sandbox.control.log.clear();
        const tag = freeTag(of, person, turn);
        // An address that differs in its hash only would not load the page.
        await desk.tab.goto("about:blank");
        await desk.open(address);
        await showsPerson(desk.tab, person);
        await tagOpen(desk, person, tag);
        expect(written(desk)).toEqual([`${person.komboId} ${tag}`]);
      });
    }
  });

  test(`${of.connector}, ${of.organisation}: next and next again, never the one before`, slow, async ({ desk }) => {
    await desk.connect(of);
    await desk.open(pageUrls(of.id).candidate(first(of))[0]!);
    // As many as an ordinary company has: Babel's other names are hard to compare on a screen, not to move between.
    const synced = of.people.filter((person) => person.synced).slice(0, 9);
    for (const [turn, person] of synced.entries()) {
      await test.step(nameOf(person), async () => {
        desk.sandbox.control.log.clear();
        await showsPerson(desk.tab, person);
        const tag = freeTag(of, person, turn);
        await tagOpen(desk, person, tag);
        expect(written(desk)).toEqual([`${person.komboId} ${tag}`]);
        const before = desk.tab.url();
        await desk.tab.locator("#next").click();
        await desk.tab.waitForURL((url) => url.href !== before);
      });
    }
  });

  test(`${of.connector}, ${of.organisation}: nothing is written where nobody is open`, slow, async ({ desk }) => {
    await desk.connect(of);
    for (const address of [pageUrls(of.id).list, ...pageUrls(of.id).refused]) {
      await test.step(address, async () => {
        await desk.tab.goto("about:blank");
        await desk.open(address);
        const popup = await desk.openPopup();
        await popup.shows(
          detect(RULES, address).kind === "unknown"
            ? "Quicktag does not know this page"
            : `${CONNECTORS[of.connector].name} is open, but no candidate is`,
        );
        await desk.keys.type("Keep Warm");
        await popup.press("Return");
        await popup.close();
        expect(desk.requests()).toEqual([]);
      });
    }
  });
}

for (const of of withSite.filter((one) => pageUrls(one.id).twoCandidates)) {
  test(`${of.connector}: on a page of two candidates the recruiter chooses, each time`, slow, async ({ desk }) => {
    await desk.connect(of);
    for (const [turn, person] of [second(of), first(of)].entries()) {
      desk.sandbox.control.log.clear();
      await desk.open(pageUrls(of.id).twoCandidates!);
      const popup = await desk.openPopup();
      await popup.shows("Who is meant?");
      await popup.click(nameOf(person));
      const tag = freeTag(of, person, turn);
      await tagIn(popup, person, tag);
      expect(written(desk)).toEqual([`${person.komboId} ${tag}`]);
      await popup.close();
    }
  });
}

/** Systems whose address changes before the page does. */
const URL_FIRST = ["lever", "ashby", "workable", "smartrecruiters", "teamtailor", "welcometothejungle", "workday"];

for (const of of URL_FIRST.map(company)) {
  test(
    `${of.connector}: while the address is ahead of the page, the person before is not tagged`,
    slow,
    async ({ desk }) => {
      await desk.connect(of);
      await desk.open(pageUrls(of.id).candidate(first(of))[0]!);
      await tagOpen(desk, first(of), freeTag(of, first(of), 0));
      desk.sandbox.control.log.clear();
      const release = await holdFetches(desk);
      const before = desk.tab.url();
      await desk.tab.locator("#next").click();
      await desk.tab.waitForURL((url) => url.href !== before);
      const popup = await desk.openPopup();
      await popup.shows(new RegExp(`${nameOf(first(of))}|${nameOf(second(of))}`));
      await release();
      await showsPerson(desk.tab, second(of));
      await desk.keys.type("Keep Warm");
      await popup.press("Return");
      await popup.close();
      const tag = freeTag(of, second(of), 3);
      await tagOpen(desk, second(of), tag);
      expect(written(desk).filter((line) => !line.startsWith(second(of).komboId))).toEqual([]);
      expect(written(desk)).toContain(`${second(of).komboId} ${tag}`);
    },
  );
}

/** Holds what the page itself fetches; gives the way to let it through. */
async function holdFetches({ tab }: Desk): Promise<() => Promise<void>> {
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

test("Zoho's quick view: whoever it shows, though the address stays that of the list", slow, async ({ desk }) => {
  const of = company("zohorecruit");
  await desk.connect(of);
  for (const [turn, list] of [
    pageUrls(of.id).list,
    `${pageUrls(of.id).list.replace("Candidates", "Applications")}`,
  ].entries()) {
    desk.sandbox.control.log.clear();
    await desk.open(list);
    await desk.tab.locator(".quick-view").first().click();
    await showsPerson(desk.tab, first(of));
    const tags = [freeTag(of, first(of), turn), freeTag(of, second(of), turn + 5)] as const;
    await tagOpen(desk, first(of), tags[0]);
    await desk.tab.locator("#next").click();
    await showsPerson(desk.tab, second(of));
    await tagOpen(desk, second(of), tags[1]);
    expect(written(desk)).toEqual([`${first(of).komboId} ${tags[0]}`, `${second(of).komboId} ${tags[1]}`]);
    await desk.tab.locator("#close").click();
    const popup = await desk.openPopup();
    await popup.shows("Zoho Recruit is open, but no candidate is");
    await popup.close();
  }
});

test("two databases with the same numbers: each page goes to its own company", slow, async ({ desk }) => {
  const [acme, umbrella] = INTEGRATIONS.filter(({ connector }) => connector === "odoo") as [
    SandboxIntegration,
    SandboxIntegration,
  ];
  expect(first(acme).applicationRemoteId).toBe(first(umbrella).applicationRemoteId);
  await desk.connect(acme, umbrella);
  for (const of of [umbrella, acme]) {
    const other = of === acme ? umbrella : acme;
    await desk.open(pageUrls(of.id).candidate(first(of))[1]!);
    await showsPerson(desk.tab, first(of));
    const wrong = await desk.openPopup();
    await wrong.shows("Which account is this?");
    await wrong.click(other.organisation);
    await wrong.shows(/Not the same person|Kombo does not have this candidate/);
    await wrong.close();
    const right = await desk.openPopup();
    await right.shows("Which account is this?");
    await right.click(of.organisation);
    await tagIn(right, first(of), "Freelance");
    await right.close();
  }
  expect(written(desk)).toEqual([`${first(umbrella).komboId} Freelance`, `${first(acme).komboId} Freelance`]);
  for (const of of [umbrella, acme]) {
    await desk.open(pageUrls(of.id).candidate(second(of))[1]!);
    await showsPerson(desk.tab, second(of));
    const { asked } = await tagOpen(desk, second(of), "Agency");
    expect(asked).toBe(false);
  }
  expect(desk.tagsOf(second(acme))).toContain("Agency");
  expect(desk.tagsOf(second(umbrella))).toContain("Agency");
});

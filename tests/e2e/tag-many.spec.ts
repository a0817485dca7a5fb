import { pageUrls } from "../../sandbox/sites";
import { until } from "../harness/until";
import { company } from "./support/app";
import { axeFindings } from "./support/axe";
import { ExtensionPage } from "./support/extension-page";
import { expect, test } from "./support/reused-app";
import { TagManyPage } from "./support/tag-many";

const northwind = company("Northwind Example");
const [ada, second, third] = northwind.people as [
  (typeof northwind.people)[0],
  (typeof northwind.people)[0],
  (typeof northwind.people)[0],
];
const nameOf = ({ firstName, lastName }: typeof ada) => `${firstName} ${lastName}`;

test("Tag many: from a pasted table to the report, and back again", async ({ app }) => {
  await app.connect(northwind);
  const many = await TagManyPage.open(app);
  await many.paste(
    [
      "Name,Link,E-mail",
      `${nameOf(ada)},https://app.greenhouse.io/people/${ada.remoteId},`,
      `${nameOf(second)},,${second.emails[0]}`,
      `"Somebody, Else",https://app.greenhouse.io/people/${third.remoteId},`,
      "Nobody Known,,nobody@example.com",
      `${nameOf(ada)},,${ada.emails[0]}`,
      "=cmd(),,",
    ].join("\n"),
  );
  expect(await many.states()).toEqual(["Ready", "Ready", "Refused", "Not found", "Duplicate", "Refused"]);
  expect(app.writes()).toEqual([]);
  expect(await axeFindings(many.page)).toEqual([]);

  await many.tag("Career Fair");
  await many.press('Add "Career Fair" to 2 people in Greenhouse (Northwind Example)');
  await many.shows("All done.");
  expect(app.tagsOf(ada)).toEqual([...ada.tags, "Career Fair"]);
  expect(app.tagsOf(second)).toEqual([...second.tags, "Career Fair"]);
  expect(app.tagsOf(third)).toEqual(third.tags);
  expect(app.writes()).toHaveLength(2);
  expect(await axeFindings(many.page)).toEqual([]);

  const report = await many.report();
  expect(report[0]).toBe("Row,Person,ATS ID,Tag,Outcome,Reason,Time,Input");
  expect(report.slice(1).map((line) => line.split(",").slice(0, 5))).toEqual([
    ["2", nameOf(ada), ada.remoteId, "Career Fair", "done"],
    ["3", nameOf(second), second.remoteId, "Career Fair", "done"],
    ["4", "", "", "", "Refused"],
    ["5", "", "", "", "Not found"],
    ["6", "", "", "", "Duplicate"],
    ["7", "", "", "", "Not understood"],
  ]);
  expect(report[6]).toMatch(/"'=cmd\(\)"$/);

  await many.press("Undo…");
  await many.press("Undo for 2 people");
  await many.press("Show the undo batch");
  await many.shows("All done.");
  expect(app.tagsOf(ada)).toEqual(ada.tags);
  expect(app.tagsOf(second)).toEqual(second.tags);
});

test("a batch outlives its page, twenty killed workers and a busy server: each row once, the report is the ATS's record @slow", async ({
  app,
}) => {
  test.setTimeout(300_000);
  const count = 300;
  const { control } = app.sandbox;
  control.set({ integrations: { [northwind.id]: { concurrencyLimit: 10, writeMs: 100 } } });
  await app.connect(northwind);
  control.grow(northwind.id, { candidates: count });
  control.sync(northwind.id);
  const all = () => control.truth().filter(({ integration }) => integration === northwind.id);
  const before = all();
  const meant = before.slice(-count);
  const many = await TagManyPage.open(app);
  await many.paste(["Name,Candidate ID", ...meant.map(({ name, remoteId }) => `${name},${remoteId}`)].join("\n"));
  await many.states();
  await many.tag("Career Fair");
  await many.press(/^Add "Career Fair" to 300 people/);
  await expect(many.button(/^Yes: Add/)).toHaveAttribute("aria-disabled", "false");
  await many.press(/^Yes: Add/);
  const carrying = () => all().filter(({ tags }) => tags.includes("Career Fair")).length;
  const KILLS = 20;
  for (let kill = 1; kill <= KILLS; kill++) {
    const share = kill / (KILLS + 2);
    await until(`${share} to carry the tag`, () => carrying() >= count * share, 120_000);
    control.faults.set([
      { match: { method: "POST", pathIncludes: "/tags" }, fault: { code: "PLATFORM.RATE_LIMIT_EXCEEDED" }, times: 5 },
    ]);
    await app.browser.killWorker();
    if (kill === 8) {
      const { page } = many;
      await page.close();
    }
    // Any use of Quicktag starts it again; by itself it would take the alarm a minute.
    const other = await TagManyPage.open(app);
    await other.shows("300 people");
    await new ExtensionPage(other.page).wake();
    if (kill < KILLS) await other.page.close();
  }
  const last = new TagManyPage(app.browser.context.pages().at(-1)!, app);
  await last.press(/^Open: Add "Career Fair"/);
  await last.page.getByText("All done.").waitFor({ timeout: 300_000 });
  const report = (await last.report()).slice(1).map((line) => line.split(","));
  expect(report.map(([row, , id, , outcome]) => [row, id, outcome])).toEqual(
    meant.map(({ remoteId, tags }, at) => {
      return [String(at + 2), remoteId, tags.includes("Career Fair") ? "already had it" : "done"];
    }),
  );
  for (const { id, name, tags } of all()) {
    const was = before.find((one) => one.id === id)!.tags;
    const isMeant = meant.some((one) => one.id === id);
    expect(tags, name).toEqual(isMeant && !was.includes("Career Fair") ? [...was, "Career Fair"] : was);
  }
});

test("the candidates a page lists are taken along by the menu, and nothing is sent before they are looked up", async ({
  app,
}) => {
  await app.connect(northwind);
  await app.open(pageUrls(northwind.id).list);
  await app.openMenu("h1");
  await app.keys.press("Up");
  await app.keys.press("Up");
  const opening = app.browser.context.waitForEvent("page");
  await app.keys.press("Return");
  const many = new TagManyPage(await opening, app);
  await many.shows(/\d+ rows?/);
  expect(app.requests()).toEqual([]);
  await many.press("Look them up");
  const found = await many.states();
  // A list has several links to some people.
  expect(new Set(found)).toEqual(new Set(["Ready", "Duplicate"]));
  expect(app.writes()).toEqual([]);
});

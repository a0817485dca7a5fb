import { INTEGRATIONS } from "../../sandbox/data";
import { CONNECTORS } from "../../src/domain/connector";
import { LANGUAGES } from "../../src/domain/language";
import { launchBrowser } from "../harness/launch";
import { until } from "../harness/until";
import { company } from "./support/app";
import { layoutProblems } from "./support/layout";
import { OPTIONS_FIXTURES } from "./support/options-fixtures";
import { PANEL_FIXTURES, POPUP_FIXTURES } from "./support/popup-fixtures";
import { PopupHarness } from "./support/popup-harness";
import { pseudoBuild, textsOutsideCatalogue } from "./support/pseudo";
import { expect, test } from "./support/reused-app";
import { test as testAlone } from "./support/test";

const northwind = company("Northwind Example");
const [ada] = northwind.people as [(typeof northwind.people)[0]];
/** What fixtures type. */
const TYPED = ["Excelent Fit", "Brand New Thing", "Speaks Esperanto and eleven other constructed languages"];
/** As their speakers call them, in the settings' list. */
const ownNames = LANGUAGES.map((one) => new Intl.DisplayNames(one, { type: "language" }).of(one));
const POPUP = { width: 384, height: 600 };
const PANEL = { width: 320, height: 800 };
const SETTINGS = { width: 1000, height: 900 };

test("a language chosen in the settings is that of every page, the popup's first label and the badge", async ({
  app,
}) => {
  await app.connect(northwind);
  const { context, extensionId } = app.browser;
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/src/options/index.html`);
  await options.getByLabel("Language of Quicktag").focus();
  await options.getByLabel("Language of Quicktag").selectOption("fr");
  // At once, with the focus where it was.
  await options.getByRole("heading", { name: "Langue", exact: true }).waitFor();
  expect(await options.evaluate(() => [document.documentElement.lang, document.activeElement?.tagName])).toEqual([
    "fr",
    "SELECT",
  ]);

  const activity = await context.newPage();
  await activity.goto(`chrome-extension://${extensionId}/src/activity/index.html`);
  await until("the page's title", async () => (await activity.title()) === "Activité");
  await activity.close();

  await app.tab.bringToFront();
  const popup = await app.openPopupOn(northwind);
  await popup.shows("Tous les tags");
  expect(await popup.page.evaluate(() => document.querySelector<HTMLInputElement>("#tag")?.placeholder)).toMatch(
    /tag/i,
  );
  await popup.tag("Career Fair");
  await app.waitForTag(ada, "Career Fair");
  await popup.shows(/ajouté/i);
  await popup.close();

  await options.bringToFront();
  await options.getByLabel("Langue de Quicktag").selectOption("");
  await options.getByRole("heading", { name: "Language", exact: true }).waitFor();
  await app.tab.bringToFront();
  await (await app.openPopupOn(northwind)).shows("All tags");
});

testAlone("every screen's words are from the catalogue, and longer ones fit @slow", async ({ display, sandbox }) => {
  testAlone.setTimeout(600_000);
  const build = pseudoBuild();
  const browser = await launchBrowser({ display, httpsPort: sandbox.httpsPort }, { extension: build.folder });
  try {
    const harness = await PopupHarness.open(browser.context, browser.extensionId);
    const { page } = harness;
    const problems: string[] = [];
    const look = async (name: string, data: unknown, act: unknown) => {
      const known =
        `${JSON.stringify([data, INTEGRATIONS, CONNECTORS, ownNames, TYPED, build.texts])}${act}`.toLowerCase();
      const words = (await textsOutsideCatalogue(page)).filter((text) => !isData(text, known));
      problems.push(...words.map((text) => `${name}: "${text}" is from no catalogue`));
      problems.push(...(await layoutProblems(page)).map((problem) => `${name}: ${problem}`));
    };
    for (const fixture of [...POPUP_FIXTURES, ...PANEL_FIXTURES]) {
      await page.setViewportSize(fixture.place === "panel" ? PANEL : POPUP);
      await harness.load(fixture);
      await look(fixture.name, fixture, fixture.act);
    }
    await page.setViewportSize(SETTINGS);
    for (const { name, act } of OPTIONS_FIXTURES) {
      await harness.openOptions();
      await act(page);
      await look(name, null, act);
    }
    for (const place of ["batch", "activity"]) {
      await page.goto(`chrome-extension://${browser.extensionId}/src/${place}/index.html`);
      await page.locator("h1").waitFor();
      await look(place, null, null);
    }
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
    build.remove();
  }
});

for (const locale of LANGUAGES.filter((one) => one !== "en" && one !== "de"))
  testAlone(`every screen fits in ${locale} @slow`, async ({ display, sandbox }) => {
    testAlone.setTimeout(600_000);
    const browser = await launchBrowser({ display, httpsPort: sandbox.httpsPort }, { locale });
    try {
      const harness = await PopupHarness.open(browser.context, browser.extensionId);
      const { page } = harness;
      expect(await page.locator("html").getAttribute("lang")).toMatch(new RegExp(`^${locale}`));
      const problems: string[] = [];
      for (const fixture of [...POPUP_FIXTURES, ...PANEL_FIXTURES]) {
        await page.setViewportSize(fixture.place === "panel" ? PANEL : POPUP);
        await harness.load(fixture);
        problems.push(...(await layoutProblems(page)).map((problem) => `${fixture.name}: ${problem}`));
      }
      for (const { name, act } of OPTIONS_FIXTURES) {
        await page.setViewportSize({ width: 320, height: 900 });
        await harness.openOptions();
        await act(page);
        problems.push(...(await layoutProblems(page)).map((problem) => `${name}: ${problem}`));
      }
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
    }
  });

/** Names, tags, IDs and hosts of the fixture, and what it types; names of products, keys and languages; Kombo's words. */
function isData(text: string, known: string): boolean {
  const ours =
    /quicktag|kombo|^(alt|ctrl|shift|enter|tab|esc)\b|^platform\.|^the api key is unknown|^ks_dev_|^y+$|^a page$|^(?:address|title|e-mails on the page): /;
  return text
    .toLowerCase()
    .split(/\n| · |, |[()]/)
    .map((part) => part.replace(/^[·\s]+|[·\s]+$/g, ""))
    .every((part) => part === "" || known.includes(JSON.stringify(part).slice(1, -1)) || ours.test(part));
}

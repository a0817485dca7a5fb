import type { Page } from "@playwright/test";
import type { Page as PopupPage } from "puppeteer-core";
import { launchBrowser } from "../harness/launch";
import { company } from "./support/app";
import { axeFindings } from "./support/axe";
import { layoutProblems } from "./support/layout";
import { OPTIONS_FIXTURES } from "./support/options-fixtures";
import { PANEL_FIXTURES, POPUP_FIXTURES } from "./support/popup-fixtures";
import { PopupHarness } from "./support/popup-harness";
import { test as base, expect } from "./support/test";

const test = base.extend<{ harness: PopupHarness; locale: string }>({
  locale: "en",
  harness: async ({ display, sandbox, locale }, use) => {
    sandbox.control.reset();
    const browser = await launchBrowser({ display, httpsPort: sandbox.httpsPort }, { locale });
    const harness = await PopupHarness.open(browser.context, browser.extensionId);
    harness.page.setDefaultTimeout(10_000);
    await harness.page.emulateMedia({ reducedMotion: "reduce" });
    await use(harness);
    await browser.close();
  },
});

const POPUP = { width: 384, height: 600 };
const PANEL = { width: 400, height: 800 };
const NARROW = { width: 320, height: 600 };

/** All problems of the page: in both colour schemes, at its own width and at 320 px. */
async function problemsOf(
  { page }: PopupHarness,
  name: string,
  width: { width: number; height: number },
): Promise<string[]> {
  await page.setViewportSize(width);
  await page.emulateMedia({ colorScheme: "light" });
  const found = [...(await axeFindings(page)), ...(await layoutProblems(page)), ...(await focusProblems(page))];
  await page.emulateMedia({ colorScheme: "dark" });
  found.push(...(await axeFindings(page, ["color-contrast"])));
  await page.setViewportSize(NARROW);
  found.push(...(await layoutProblems(page)).map((problem) => `at 320 px: ${problem}`));
  await page.emulateMedia({ colorScheme: null });
  return found.map((problem) => `${name}: ${problem}`);
}

/** Finds a lost or invisible focus, and animations although reduced motion is set. */
function focusProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const at = document.activeElement;
    const lost = !at || at === document.body || at.getBoundingClientRect().width === 0;
    const moving = document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration) > 1);
    return [...(lost ? ["the focus is lost"] : []), ...(moving.length > 0 ? ["something moves"] : [])];
  });
}

async function popupProblems(harness: PopupHarness, fixtures = POPUP_FIXTURES, size = POPUP): Promise<string[]> {
  const problems: string[] = [];
  for (const fixture of fixtures) {
    await harness.page.setViewportSize(size);
    await harness.load(fixture);
    problems.push(...(await problemsOf(harness, fixture.name, size)));
  }
  return problems;
}

async function optionsProblems(harness: PopupHarness, fixtures = OPTIONS_FIXTURES): Promise<string[]> {
  const problems: string[] = [];
  for (const { name, act } of fixtures) {
    await harness.page.setViewportSize({ width: 1000, height: 900 });
    await harness.openOptions();
    await act(harness.page);
    problems.push(
      ...(await problemsOf(harness, name, { width: 1000, height: 900 })).filter(
        (one) => !one.includes("focus is lost"),
      ),
    );
  }
  return problems;
}

/** Every sixth, so that all kinds of screens are among them. */
const some = <Fixture>(fixtures: readonly Fixture[]): Fixture[] => fixtures.filter((_, index) => index % 6 === 0);

test("some screens of popup, panel and options pass axe, fit at 320 px and keep the focus", async ({ harness }) => {
  expect(await popupProblems(harness, some(POPUP_FIXTURES))).toEqual([]);
  expect(await popupProblems(harness, some(PANEL_FIXTURES), PANEL)).toEqual([]);
  expect(await optionsProblems(harness, some(OPTIONS_FIXTURES))).toEqual([]);
});

test("every popup screen passes axe, fits at 320 px and keeps the focus @slow", async ({ harness }) => {
  // Some forty screens, each drawn and examined twice.
  test.setTimeout(180_000);
  expect(await popupProblems(harness)).toEqual([]);
});

test("every state of the side panel passes axe and fits at 320 px @slow", async ({ harness }) => {
  expect(await popupProblems(harness, PANEL_FIXTURES, PANEL)).toEqual([]);
});

test("every state of the options page passes axe and fits at 320 px @slow", async ({ harness }) => {
  expect(await optionsProblems(harness)).toEqual([]);
});

test("every popup screen fits at 200 % zoom and in forced colours @slow", async ({ harness }) => {
  const problems: string[] = [];
  for (const fixture of POPUP_FIXTURES) {
    await harness.page.setViewportSize({ width: 768, height: 600 });
    await harness.zoom(2);
    await harness.load(fixture);
    problems.push(...(await layoutProblems(harness.page)).map((problem) => `${fixture.name}: ${problem}`));
    await harness.page.emulateMedia({ forcedColors: "active" });
    problems.push(...(await axeFindings(harness.page)).map((problem) => `${fixture.name}, forced colours: ${problem}`));
    await harness.page.emulateMedia({ forcedColors: null });
  }
  expect(problems).toEqual([]);
});

test("the options page fits at 200 % zoom and in forced colours @slow", async ({ harness }) => {
  const problems: string[] = [];
  for (const { name, act } of OPTIONS_FIXTURES) {
    await harness.page.setViewportSize({ width: 1000, height: 900 });
    await harness.openOptions();
    await harness.zoom(2);
    await act(harness.page);
    problems.push(...(await layoutProblems(harness.page)).map((problem) => `${name}: ${problem}`));
    await harness.page.emulateMedia({ forcedColors: "active" });
    problems.push(...(await axeFindings(harness.page)).map((problem) => `${name}, forced colours: ${problem}`));
    await harness.page.emulateMedia({ forcedColors: null });
  }
  expect(problems).toEqual([]);
});

test("each outcome is announced once, and the focus stays in the field during add and undo", async ({ app }) => {
  const northwind = company("Northwind Example");
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.ready();
  await popup.page.evaluate(listen);
  for (const tag of ["Excellent Fit", "Career Fair"]) {
    await popup.tag(tag);
    await popup.shows(`Added "${tag}"`);
    await popup.ready();
  }
  await popup.press("ctrl+z");
  await popup.shows('Removed "Career Fair"');
  await popup.ready();
  const said = await heard(popup.page);
  for (const outcome of ['Added "Excellent Fit"', 'Added "Career Fair"', 'Removed "Career Fair"'])
    expect(said.filter((one) => one.includes(outcome))).toHaveLength(1);
});

interface Heard {
  heard?: string[];
}

/** Runs in the popup: collects what a screen reader reads out, which in a non-atomic live region is what is new. */
function listen(): void {
  const said: string[] = [];
  (globalThis as Heard).heard = said;
  const region = document.querySelector("#said");
  if (!region) return;
  new MutationObserver((changes) => {
    for (const { type, addedNodes, target } of changes) {
      if (type === "characterData") said.push(target.textContent ?? "");
      for (const node of addedNodes) said.push(node.textContent ?? "");
    }
  }).observe(region, { childList: true, characterData: true, subtree: true });
}

const heard = (page: PopupPage): Promise<string[]> => page.evaluate(() => (globalThis as Heard).heard ?? []);

test.describe("in German", () => {
  test.use({ locale: "de" });

  test("every screen passes axe, and no text overflows @slow", async ({ harness }) => {
    expect(await harness.page.locator("html").getAttribute("lang")).toContain("de");
    expect([...(await popupProblems(harness)), ...(await optionsProblems(harness))]).toEqual([]);
  });
});

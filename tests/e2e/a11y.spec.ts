import type { Page } from "@playwright/test";
import type { Page as PopupPage } from "puppeteer-core";
import { axeFindings } from "./support/axe";
import { BUILD, program } from "./support/builds";
import { launchChromium } from "./support/chromium";
import { company } from "./support/desk";
import { layoutProblems } from "./support/layout";
import { OPTIONS_SCENES } from "./support/options-scenes";
import { SCENES } from "./support/scenes";
import { Stage } from "./support/stage";
import { test as base, expect } from "./support/test";

const test = base.extend<{ stage: Stage; locale: string }>({
  locale: "en",
  stage: async ({ display, sandbox, locale }, use) => {
    sandbox.control.reset();
    const browser = await launchChromium({
      extension: BUILD.chrome,
      executablePath: program("CHROMIUM_PATH"),
      display: display.name,
      hosts: new Map([["*", sandbox.httpsPort]]),
      locale,
    });
    const stage = await Stage.open(browser.context, browser.extensionId);
    stage.page.setDefaultTimeout(10_000);
    await stage.page.emulateMedia({ reducedMotion: "reduce" });
    await use(stage);
    await browser.close();
  },
});

const POPUP = { width: 384, height: 600 };
const NARROW = { width: 320, height: 600 };

/** Everything wrong with the page as it stands: in both colour schemes, in its own width and at 320 px. */
async function problemsOf({ page }: Stage, name: string, width: { width: number; height: number }): Promise<string[]> {
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

/** The focus is on something that can be seen, and nothing moves where motion is not wanted. */
function focusProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const at = document.activeElement;
    const lost = !at || at === document.body || at.getBoundingClientRect().width === 0;
    const moving = document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration) > 1);
    return [...(lost ? ["the focus is lost"] : []), ...(moving.length > 0 ? ["something moves"] : [])];
  });
}

async function popupProblems(stage: Stage): Promise<string[]> {
  const problems: string[] = [];
  for (const scene of SCENES) {
    await stage.page.setViewportSize(POPUP);
    await stage.play(scene);
    problems.push(...(await problemsOf(stage, scene.name, POPUP)));
  }
  return problems;
}

async function optionsProblems(stage: Stage): Promise<string[]> {
  const problems: string[] = [];
  for (const { name, act } of OPTIONS_SCENES) {
    await stage.page.setViewportSize({ width: 1000, height: 900 });
    await stage.options();
    await act(stage.page);
    problems.push(
      ...(await problemsOf(stage, name, { width: 1000, height: 900 })).filter((one) => !one.includes("focus is lost")),
    );
  }
  return problems;
}

test("axe finds nothing on any screen of the popup, which fits at 320 px and keeps the focus", async ({ stage }) => {
  expect(await popupProblems(stage)).toEqual([]);
});

test("axe finds nothing in the options, which fit at 320 px", async ({ stage }) => {
  expect(await optionsProblems(stage)).toEqual([]);
});

test("at 200 % zoom and in forced colours every screen of the popup fits @slow", async ({ stage }) => {
  const problems: string[] = [];
  for (const scene of SCENES) {
    await stage.page.setViewportSize({ width: 768, height: 600 });
    await stage.zoom(2);
    await stage.play(scene);
    problems.push(...(await layoutProblems(stage.page)).map((problem) => `${scene.name}: ${problem}`));
    await stage.page.emulateMedia({ forcedColors: "active" });
    problems.push(...(await axeFindings(stage.page)).map((problem) => `${scene.name}, forced colours: ${problem}`));
    await stage.page.emulateMedia({ forcedColors: null });
  }
  expect(problems).toEqual([]);
});

test("at 200 % zoom and in forced colours the options fit @slow", async ({ stage }) => {
  const problems: string[] = [];
  for (const { name, act } of OPTIONS_SCENES) {
    await stage.page.setViewportSize({ width: 1000, height: 900 });
    await stage.options();
    await stage.zoom(2);
    await act(stage.page);
    problems.push(...(await layoutProblems(stage.page)).map((problem) => `${name}: ${problem}`));
    await stage.page.emulateMedia({ forcedColors: "active" });
    problems.push(...(await axeFindings(stage.page)).map((problem) => `${name}, forced colours: ${problem}`));
    await stage.page.emulateMedia({ forcedColors: null });
  }
  expect(problems).toEqual([]);
});

test("each outcome is announced once, and the focus stays in the field through add and undo", async ({ desk }) => {
  const northwind = company("Northwind Example");
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
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

/** Runs in the popup: collects what a live region that is not atomic has read out, which is what is new in it. */
function listen(): void {
  const said: string[] = [];
  (globalThis as Heard).heard = said;
  const region = document.querySelector("#outcomes");
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

  test("axe finds nothing on any screen, and no text overflows @slow", async ({ stage }) => {
    expect(await stage.page.locator("html").getAttribute("lang")).toContain("de");
    expect([...(await popupProblems(stage)), ...(await optionsProblems(stage))]).toEqual([]);
  });
});

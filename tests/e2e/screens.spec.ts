import { launchBrowser } from "../harness/launch";
import { layoutProblems } from "./support/layout";
import { PANEL_FIXTURES, POPUP_FIXTURES } from "./support/popup-fixtures";
import { PopupHarness } from "./support/popup-harness";
import { expect, test } from "./support/test";

/** The size of the popup; higher content scrolls. */
const POPUP = { width: 384, height: 600 };
/** The narrowest a browser makes it. */
const PANEL = { width: 320, height: 800 };

for (const locale of ["en", "de"]) {
  test(`pictures of every screen of popup and panel in ${locale}, light and dark, where nothing overflows @slow`, async ({
    display,
    sandbox,
  }) => {
    const browser = await launchBrowser({ display, httpsPort: sandbox.httpsPort }, { locale });
    const harness = await PopupHarness.open(browser.context, browser.extensionId);
    harness.page.setDefaultTimeout(10_000);
    expect(await harness.page.locator("html").getAttribute("lang")).toContain(locale);
    const problems: string[] = [];
    for (const fixture of [...POPUP_FIXTURES, ...PANEL_FIXTURES]) {
      await harness.page.setViewportSize(fixture.place === "panel" ? PANEL : POPUP);
      await harness.load(fixture);
      for (const colorScheme of ["light", "dark"] as const) {
        await harness.page.emulateMedia({ colorScheme });
        await harness.waitUntilStill();
        const path = `test-results/screens/${fixture.name}-${locale}-${colorScheme}.png`;
        await harness.page.screenshot({ path });
      }
      problems.push(...(await layoutProblems(harness.page)).map((problem) => `${fixture.name}: ${problem}`));
    }
    expect(problems).toEqual([]);
    await browser.close();
  });
}

import { mkdirSync } from "node:fs";
import { company } from "../tests/e2e/support/app";
import { OPTIONS_FIXTURES } from "../tests/e2e/support/options-fixtures";
import { PANEL_FIXTURES, POPUP_FIXTURES } from "../tests/e2e/support/popup-fixtures";
import { PopupHarness } from "../tests/e2e/support/popup-harness";
import { withSession } from "../tests/harness/launch";

declare const chrome: { storage: { local: { set(items: Record<string, unknown>): Promise<void> } } };

/** The size of the popup; higher content scrolls. */
const POPUP = { width: 384, height: 600 };
/** The popup at 200 %: twice as wide, and no higher, as the browser gives it no more. */
const ZOOMED = { width: 768, height: 600 };
/** The narrowest a browser makes the panel. */
const PANEL = { width: 320, height: 800 };
const SETTINGS = { width: 1100, height: 900 };

const northwind = company("Northwind Example");
const sets = [
  { id: "phone", integrationId: northwind.id, name: "Phone screen done", tags: ["Phone screen", "Future Fit"] },
  { id: "final", integrationId: northwind.id, name: "Final round", tags: ["Strong Yes", "Executive"] },
];

/** Every screen of popup, panel, welcome and settings, in each language, light and dark, as a picture to look at. */
export async function takeAllScreens(folder: string): Promise<void> {
  for (const locale of ["en", "de"]) {
    await withSession({ screen: "1280x1000", locale }, async ({ browser }) => {
      const harness = await PopupHarness.open(browser.context, browser.extensionId);
      const { page } = harness;
      const take = async (name: string, fullPage = false) => {
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await harness.waitUntilStill();
          mkdirSync(`${folder}${locale}-${colorScheme}`, { recursive: true });
          await page.screenshot({ path: `${folder}${locale}-${colorScheme}/${name}.png`, fullPage });
        }
      };
      for (const fixture of [...POPUP_FIXTURES, ...PANEL_FIXTURES]) {
        await page.setViewportSize(fixture.place === "panel" ? PANEL : POPUP);
        await harness.load(fixture);
        await take(fixture.name);
      }
      await page.setViewportSize(ZOOMED);
      await harness.zoom(2);
      for (const fixture of POPUP_FIXTURES) {
        await harness.load(fixture);
        await take(`${fixture.name}-200`);
      }
      await harness.zoom(1);
      await page.setViewportSize(SETTINGS);
      for (const { name, act } of OPTIONS_FIXTURES) {
        await harness.openOptions();
        await act(page);
        await take(name.replace(", ", "-").replaceAll(" ", "-"), true);
        // What comes after it belongs to another company.
        if (name !== "options, saved") continue;
        await page.evaluate((tagSets) => chrome.storage.local.set({ tagSets }), sets);
        await harness.openOptions();
        await page.getByText("Phone screen done").first().waitFor();
        await take("options-sets", true);
      }
    });
  }
}

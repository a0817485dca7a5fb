import { BUILD, program } from "./support/builds";
import { launchChromium } from "./support/chromium";
import { layoutProblems } from "./support/layout";
import { SCENES } from "./support/scenes";
import { Stage } from "./support/stage";
import { expect, test } from "./support/test";

/** The popup's own size; what is higher scrolls. */
const POPUP = { width: 384, height: 600 };

for (const locale of ["en", "de"]) {
  test(`every screen of the popup in ${locale}, light and dark, for people to look at @slow`, async ({
    display,
    sandbox,
  }) => {
    const browser = await launchChromium({
      extension: BUILD.chrome,
      executablePath: program("CHROMIUM_PATH"),
      display: display.name,
      hosts: new Map([["*", sandbox.httpsPort]]),
      locale,
    });
    const stage = await Stage.open(browser.context, browser.extensionId);
    stage.page.setDefaultTimeout(10_000);
    await stage.page.setViewportSize(POPUP);
    expect(await stage.page.locator("html").getAttribute("lang")).toContain(locale);
    const problems: string[] = [];
    for (const scene of SCENES) {
      await stage.play(scene);
      for (const colorScheme of ["light", "dark"] as const) {
        await stage.page.emulateMedia({ colorScheme });
        await stage.still();
        const path = `test-results/screens/${scene.name}-${locale}-${colorScheme}.png`;
        await stage.page.screenshot({ path });
      }
      problems.push(...(await layoutProblems(stage.page)).map((problem) => `${scene.name}: ${problem}`));
    }
    expect(problems).toEqual([]);
    await browser.close();
  });
}

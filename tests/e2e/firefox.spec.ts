import { API_KEY } from "../../sandbox/data";
import { pageUrls } from "../../sandbox/sites";
import { BUILD, program } from "./support/builds";
import { company } from "./support/desk";
import { launchFirefox, middleOf } from "./support/firefox";
import { Keys } from "./support/keys";
import { test } from "./support/test";
import { until } from "./support/until";

const northwind = company("Northwind Example");
const [ada, second] = northwind.people as [(typeof northwind.people)[0], (typeof northwind.people)[0]];
const TAG = "Excellent Fit";

test("Firefox: set up, tag by shortcut, undo, tag by menu, all by real keys", async ({ display, sandbox }, info) => {
  const { control } = sandbox;
  control.reset();
  const keys = new Keys(display.name);
  const still = () => display.still(info.outputPath("screen.png"));
  const carries = (id: string, has: boolean) =>
    until(`the tag to be ${has ? "there" : "gone"}`, () => control.tagsOf(id).includes(TAG) === has);
  const { page, close } = await launchFirefox({
    extension: BUILD.firefox,
    executablePath: program("FIREFOX_PATH"),
    display: display.name,
    httpsPort: sandbox.httpsPort,
  });
  try {
    // The options open by themselves: Server, API key, Integration ID, Label.
    await keys.windowNamed("Quicktag settings");
    await still();
    for (const text of ["", API_KEY, northwind.id, "Northwind"]) {
      await keys.press("Tab");
      if (text) await keys.type(text);
    }
    await keys.press("Return");
    await still();

    const urls = pageUrls(northwind.id);
    await page.goto(urls.candidate(ada)[0]!);
    await page.bringToFront();
    await keys.windowNamed("Ada Example");
    await keys.press("alt+shift+y");
    await control.ledger.waitFor(({ path, status }) => path === "/v1/ats/tags" && status === 200);
    await still();
    await keys.type(TAG);
    await keys.press("Return");
    await carries(ada.komboId, true);
    await still();
    await keys.press("ctrl+z");
    await carries(ada.komboId, false);
    await keys.press("Escape");

    await page.goto(urls.candidate(second)[0]!);
    await page.bringToFront();
    const at = await middleOf(page, "h3");
    await keys.opening(() => keys.click(at.x, at.y, "right"));
    // Extensions come last in Firefox's menu.
    await keys.press("Up");
    await keys.opening(() => keys.press("Right"));
    await keys.press("Return");
    await carries(second.komboId, true);
  } catch (error) {
    display.screenshot(info.outputPath("failed.png"));
    throw error;
  } finally {
    await close();
  }
});

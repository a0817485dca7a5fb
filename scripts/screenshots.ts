// Pictures for the stores (1280x800), made from the running product: `npm run build`, then `npm run screenshots`.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startSandbox } from "../sandbox/server";
import { App, company } from "../tests/e2e/support/app";
import { BUILD } from "../tests/harness/builds";
import { type Chromium, launchChromium } from "../tests/harness/chromium";
import { startDisplay } from "../tests/harness/display";
import { bootstrap } from "./bootstrap.mjs";

const folder = fileURLToPath(new URL("../screenshots/", import.meta.url));
mkdirSync(folder, { recursive: true });

const { chromium } = await bootstrap({ screen: true });
const display = await startDisplay("1280x800");
const sandbox = await startSandbox();
let browser: Chromium | undefined;
try {
  browser = await launchChromium({
    extension: BUILD.chrome,
    executablePath: chromium ?? "",
    display: display.name,
    hosts: new Map([["*", sandbox.httpsPort]]),
    colorScheme: "light",
    windowSize: "1280,800",
  });
  await takeAll(new App(display, sandbox, browser));
  console.log("The pictures are in screenshots/.");
} finally {
  await browser?.close();
  await sandbox.stop();
  await display.stop();
}

/** The candidate with suggestions, a tag half typed, the outcome with its undo, and the settings. */
async function takeAll(app: App): Promise<void> {
  const northwind = company("Northwind Example");
  await app.connect(northwind);
  await app.openCandidate(northwind);
  const popup = await app.openPopup();
  await popup.shows("Ada Example");
  await popup.shows("Excellent Fit");
  await display.stillScreenshot(`${folder}1-candidate.png`);
  await popup.type("spe");
  await display.stillScreenshot(`${folder}2-typing.png`);
  await popup.press("Escape");
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  await display.stillScreenshot(`${folder}3-added.png`);
  await popup.close();
  const options = await app.options();
  await options.page.getByRole("button", { name: "Replace key" }).waitFor();
  await display.stillScreenshot(`${folder}4-settings.png`);
}

// The picture in the README, made anew from the running product: `npm run build`, then `npx tsx scripts/readme-picture.ts`.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startSandbox } from "../sandbox/server";
import { App, company } from "../tests/e2e/support/app";
import { BUILD } from "../tests/harness/builds";
import { type Chromium, launchChromium } from "../tests/harness/chromium";
import { startDisplay } from "../tests/harness/display";
import { bootstrap } from "./bootstrap.mjs";

const picture = fileURLToPath(new URL("../docs/images/popup.png", import.meta.url));
const screen = `${picture}.screen.png`;
/** The page and the popup, without the browser's own bars. */
const PART = "917x528+4+87";

const { chromium } = await bootstrap({ screen: true });
const display = await startDisplay("1000x700");
const sandbox = await startSandbox();
let browser: Chromium | undefined;
try {
  browser = await launchChromium({
    extension: BUILD.chrome,
    executablePath: chromium ?? "",
    display: display.name,
    hosts: new Map([["*", sandbox.httpsPort]]),
    colorScheme: "light",
    windowSize: "940,620",
  });
  await pose(new App(display, sandbox, browser));
  await display.stillScreenshot(screen);
  const { status } = spawnSync("convert", [screen, "-crop", PART, "+repage", "-strip", picture]);
  if (status !== 0) throw new Error("The picture could not be cut out of the screen.");
} finally {
  rmSync(screen, { force: true });
  await browser?.close();
  await sandbox.stop();
  await display.stop();
}

/** One tag given, the next one half typed: what a recruiter sees most of the day. */
async function pose(app: App): Promise<void> {
  const northwind = company("Northwind Example");
  await app.connect(northwind);
  await app.openCandidate(northwind);
  const popup = await app.openPopup();
  await popup.shows("Ada Example");
  await popup.tag("Excellent Fit");
  await popup.shows("Added");
  await popup.type("re");
}

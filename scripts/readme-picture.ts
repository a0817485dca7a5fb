// Makes the README's picture from the running product: `npm run build`, then `npx tsx scripts/readme-picture.ts`.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type App, company } from "../tests/e2e/support/app";
import { withApp } from "../tests/e2e/support/with-app";

const picture = fileURLToPath(new URL("../docs/images/popup.png", import.meta.url));
const screen = `${picture}.screen.png`;
/** The page and the popup, without the browser's toolbars. */
const PART = "917x528+4+87";

try {
  await withApp({ screen: "1000x700", colorScheme: "light", windowSize: "940,620" }, async (app) => {
    await pose(app);
    await app.display.stillScreenshot(screen);
  });
  const { status } = spawnSync("convert", [screen, "-crop", PART, "+repage", "-strip", picture]);
  if (status !== 0) throw new Error("The picture could not be cut out of the screen.");
} finally {
  rmSync(screen, { force: true });
}

/** One tag added and the next one half typed, as recruiters see the popup most of the day. */
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

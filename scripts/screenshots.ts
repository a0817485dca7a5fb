// Makes pictures for the stores (1280x800) from the running product: `npm run build`, then `npm run screenshots`. With
// `-- --all` every screen in both languages, light and dark, to be looked at.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type App, company } from "../tests/e2e/support/app";
import { withApp } from "../tests/e2e/support/with-app";
import { takeAllScreens } from "./all-screens";

const folder = fileURLToPath(new URL("../screenshots/", import.meta.url));
mkdirSync(folder, { recursive: true });

if (process.argv.includes("--all")) await takeAllScreens(folder);
else await withApp({ screen: "1280x800", colorScheme: "light", windowSize: "1280,800" }, takeAll);
console.log("The pictures are in screenshots/.");

/** The candidate with suggestions, a tag half typed, the outcome with its undo, and the settings. */
async function takeAll(app: App): Promise<void> {
  const northwind = company("Northwind Example");
  const take = (name: string) => app.display.stillScreenshot(`${folder}${name}.png`);
  await app.connect(northwind);
  await app.openCandidate(northwind);
  const popup = await app.openPopup();
  await popup.shows("Ada Example");
  await popup.shows("Excellent Fit");
  await take("1-candidate");
  await popup.type("spe");
  await take("2-typing");
  await popup.press("Escape");
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  await take("3-added");
  await popup.close();
  const options = await app.options();
  await options.page.getByRole("button", { name: "Replace key" }).waitFor();
  await take("4-settings");
}

// Makes the pictures for the stores (screens of 1280x800 from the running product, tile, logo): `npm run build`, then `npm run screenshots`. With
// `-- --all` every screen in both languages, light and dark, to be looked at.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Person } from "../sandbox/data";
import { ActivityPage } from "../tests/e2e/support/activity";
import { type App, company } from "../tests/e2e/support/app";
import { ExtensionPage } from "../tests/e2e/support/extension-page";
import { madeActivity } from "../tests/e2e/support/made-activity";
import { Popup } from "../tests/e2e/support/popup";
import { TagManyPage } from "../tests/e2e/support/tag-many";
import { withApp } from "../tests/e2e/support/with-app";
import { until } from "../tests/harness/until";
import { takeAllScreens } from "./all-screens";
import { takeTiles } from "./store-tiles";

const folder = fileURLToPath(new URL("../screenshots/", import.meta.url));
mkdirSync(folder, { recursive: true });

if (process.argv.includes("--all")) await takeAllScreens(folder);
else {
  await withApp({ screen: "1280x800", colorScheme: "light", windowSize: "1280,800" }, takeAll);
  await takeTiles(folder);
}
console.log("The pictures are in screenshots/.");

/** A tag half typed, the outcome with its undo, the panel, a list of people, and what was done. */
async function takeAll(app: App): Promise<void> {
  const northwind = company("Northwind Example");
  const { context, extensionId } = app.browser;
  const people = northwind.people.filter(({ synced }) => synced);
  const take = (name: string) => app.display.stillScreenshot(`${folder}${name}.png`);
  await app.connect(northwind);

  const popup = await app.openPopupOn(northwind);
  await popup.type("spe");
  await take("1-tag");
  await popup.press("Escape");
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  await take("2-added");
  await popup.close();

  await app.openCandidate(northwind, people[1]);
  await until("the tab to have the focus", () => app.tab.evaluate(() => document.hasFocus()));
  await app.keys.press("alt+shift+u");
  const panel = await Popup.panel(app.browser.popups, app.keys);
  await panel.shows(nameOf(people[1]!));
  await panel.tag("Career Fair");
  await panel.shows("Tagged in this session");
  await take("3-panel");
  await panel.leave();

  const many = await TagManyPage.open(app);
  const rows = people.slice(0, 12).map((one) => `${nameOf(one)},https://app.greenhouse.io/people/${one.remoteId}`);
  await many.paste(["Name,Link", ...rows, "Nobody Known,nobody@example.com"].join("\n"));
  await many.states();
  await many.tag("Career Fair");
  await take("4-tag-many");
  await many.page.close();

  const page = await ExtensionPage.open(context, extensionId);
  await page.put("jobs", madeActivity(400, Date.now()));
  await page.close();
  const activity = await ActivityPage.open(app);
  await activity.shows("people tagged");
  await activity.page.bringToFront();
  await take("5-activity");
}

function nameOf({ firstName, lastName }: Person): string {
  return `${firstName} ${lastName}`;
}

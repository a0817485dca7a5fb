import { until } from "../harness/until";
import { type App, company } from "./support/app";
import { ExtensionPage } from "./support/extension-page";
import type { Popup } from "./support/popup";
import { expect, test } from "./support/reused-app";

// What the list has beside the tag list itself: tags that stand in the page, sets, and keys given for good.
const northwind = company("Northwind Example");
const ada = northwind.people[0]!;
const SET = { id: "phone", integrationId: northwind.id, name: "Phone screen done" };

async function saveSet(app: App, tags: readonly string[]): Promise<void> {
  const page = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  expect(await page.request("sets.save", { set: { ...SET, tags } })).toEqual({ problem: null });
  await page.close();
  await app.tab.bringToFront();
}

/** The rows under a heading of the list, by their names. */
const rowsUnder = (popup: Popup, heading: string): Promise<string[]> =>
  popup.textsOf(`[role=group][aria-label="${heading}"] .option-name`);

test("tags that stand in the page have a group of their own, and nothing of it is sent or chosen", async ({ app }) => {
  await app.connect(northwind);
  await app.openCandidate(northwind);
  await app.tab.evaluate(() => {
    const skills = "<h4>Skills</h4><p>Typescript, SAP, Speaks german</p><nav>Remote only</nav>";
    document.querySelector(".card")?.insertAdjacentHTML("beforeend", skills);
  });
  const popup = await app.openPopup();
  await popup.shows("On this page");
  expect((await rowsUnder(popup, "On this page")).toSorted()).toEqual(["SAP", "Speaks German", "TypeScript"]);
  expect(await popup.textsOf("[role=option][aria-selected=true]")).toEqual([]);
  const told = app.sandbox.control.log.requests.map((one) => JSON.stringify(one)).join("\n");
  expect(told).not.toContain("TypeScript, SAP");
  await popup.press("Down");
  await popup.press("Return");
  const [tag] = await until("a tag to be added", () => {
    const added = app.tagsOf(ada).filter((one) => !ada.tags.includes(one));
    return added.length > 0 && added;
  });
  expect(["SAP", "Speaks German", "TypeScript"]).toContain(tag);
});

test("a set goes with one key as a whole; Undo takes back only what it added", async ({ app }) => {
  await app.connect(northwind);
  await saveSet(app, ["Phone screen", "Future Fit", ada.tags[0]!]);
  const popup = await app.openPopupOn(northwind);
  await popup.shows("Excellent Fit");
  await popup.type("phone screen d");
  await popup.shows("3 tags");
  await popup.press("Return");
  await popup.shows('Added "Phone screen done" (Phone screen, Future Fit)');
  await app.waitForTag(ada, "Future Fit");
  await app.waitForTag(ada, "Phone screen");
  await popup.press("ctrl+z");
  await until("the set to be taken back", () => app.tagsOf(ada).join() === ada.tags.join());
  expect(app.writes().filter((line) => line.startsWith("DELETE"))).toHaveLength(2);
});

test("of a set with a tag that is gone nothing is sent, and the popup says which @slow", async ({ app }) => {
  await app.connect(northwind);
  await saveSet(app, ["Phone screen", "Gone For Good"]);
  const popup = await app.openPopupOn(northwind);
  await popup.shows("Excellent Fit");
  await popup.tag("phone screen d");
  await popup.shows('"Phone screen done" was not added: Gone For Good is not in the tag list.');
  expect(app.writes()).toEqual([]);
});

test("a row gets a key for good by Alt+Shift and a digit, or by its pin, and gives it back", async ({ app }) => {
  await app.connect(northwind);
  await saveSet(app, ["Phone screen", "Future Fit"]);
  const popup = await app.openPopupOn(northwind);
  await popup.shows("Excellent Fit");
  await popup.type("phone screen d");
  await popup.shows("2 tags");
  await popup.press("alt+shift+4");
  await popup.shows('Alt+4 now adds "Phone screen done".');
  await popup.press("Escape");
  expect(await rowsUnder(popup, "Recent")).toEqual(["Phone screen done"]);
  await popup.press("alt+4");
  await app.waitForTag(ada, "Future Fit");
  await app.waitForTag(ada, "Phone screen");
  await popup.close();
  const again = await app.openPopup();
  await again.shows("Alt+4");
  await again.placeOf("Phone screen done");
  const { x, y } = await again.page.evaluate(() => {
    const box = document.querySelector(".pin-on")!.getBoundingClientRect();
    return { x: window.screenX + box.x + box.width / 2, y: window.screenY + box.y + box.height / 2 };
  });
  await app.keys.click(x, y);
  await again.shows("Alt+4 is free again.");
});

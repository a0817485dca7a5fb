import { company } from "./support/app";
import { Field } from "./support/field";
import { expect, test } from "./support/reused-app";

const northwind = company("Northwind Example");
const [ada, second] = northwind.people as [(typeof northwind.people)[0], (typeof northwind.people)[0]];
const grove = company("welcometothejungle");
const lever = company("lever");

test("keyboard only: choose tags by arrows and Alt+1, undo, clear, close", async ({ app }) => {
  await app.connect(northwind);
  await app.openCandidate(northwind);
  const popup = await app.openPopup();
  const field = new Field(popup);
  await popup.shows("Ada Example");

  await popup.type("speaks");
  await field.offers("Speaks German", "Speaks French");
  const aimed = await field.pressAndRead("Down");
  await popup.press("Return");
  await popup.shows(`Added "${aimed}"`);
  await field.holds("");
  const next = await field.pressAndRead("Down");
  await popup.press("Return");
  await popup.shows(`Added "${next}"`);
  expect(app.tagsOf(ada)).toEqual([...ada.tags, aimed, next]);

  await popup.press("ctrl+z");
  await popup.shows(`Removed "${next}"`);
  await field.holds("");
  expect(app.tagsOf(ada)).toEqual([...ada.tags, aimed]);

  await popup.type("12");
  await popup.press("Escape");
  await field.holds("");
  await popup.close();

  await app.openCandidate(northwind, second);
  const other = await app.openPopup();
  await other.shows(second.firstName);
  const [recent] = await new Field(other).offers(aimed);
  await other.press("alt+1");
  await other.shows(`Added "${recent}"`);
  expect(app.tagsOf(second)).toContain(recent);
});

test("Enter that ends a composition of an input method sends nothing", async ({ app }) => {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.ready();
  const session = await popup.page.createCDPSession();
  await session.send("Input.imeSetComposition", { text: "Excellent Fit", selectionStart: 13, selectionEnd: 13 });
  // Browsers report an Enter that only picks a suggestion like this.
  await popup.page.evaluate(() => {
    const pressed = { key: "Enter", code: "Enter", bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { ...pressed, isComposing: true }));
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { ...pressed, keyCode: 229 }));
  });
  const field = new Field(popup);
  await field.holds("Excellent Fit");
  expect(await popup.status()).toBe("");
  await session.send("Input.insertText", { text: "Excellent Fit" });
  await field.holds("Excellent Fit");
  await popup.press("Return");
  await popup.shows('Added "Excellent Fit"');
  expect(app.writes()).toHaveLength(1);
});

test("a draft is kept for its own candidate while the popup is closed @slow", async ({ app }) => {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.type("Half a though");
  await popup.press("alt+shift+y");
  await expect.poll(() => popup.page.isClosed()).toBe(true);

  await app.openCandidate(northwind, second);
  const other = await app.openPopup();
  await other.shows(second.firstName);
  await new Field(other).holds("");
  await other.close();

  const again = await app.openPopupOn(northwind);
  await new Field(again).holds("Half a though");
  expect(app.writes()).toEqual([]);
});

test("pasted tags are shown first, and Enter sends all of them", async ({ app }) => {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.ready();
  await new Field(popup).paste("excellent fit, Career Fair\nBrand New Thing");
  await popup.shows("Press Enter to add 3 tags");
  await popup.shows(/Brand New Thing\s*New tag/);
  expect(app.writes()).toEqual([]);
  await popup.press("Return");
  await app.waitForTag(ada, "Brand New Thing");
  expect(app.tagsOf(ada)).toEqual([...ada.tags, "Excellent Fit", "Career Fair", "Brand New Thing"]);
});

test("a near-duplicate offers the existing tag first and creates only as a second step", async ({ app }) => {
  await app.connect(northwind);
  await app.openCandidate(northwind);
  const popup = await app.openPopup();
  const field = new Field(popup);
  await popup.shows("Ada Example");
  await popup.type("Excelent Fit");
  await popup.shows('Create "Excelent Fit"');
  const rows = await field.rows();
  expect(rows[0]).toBe('Use "Excellent Fit"');
  expect(rows.at(-1)).toMatch(/^Create "Excelent Fit"$/);
  await popup.press("Return");
  await popup.shows("Choose with the arrow keys");
  expect(app.writes()).toEqual([]);
  await popup.press("Down");
  await field.aimsAt(/Use "Excellent Fit"/);
  await popup.press("Return");
  await popup.shows('Added "Excellent Fit"');
  await popup.type("Excelent Fit");
  await popup.press("Up");
  await field.aimsAt(/Create "Excelent Fit"/);
  await popup.press("Return");
  await popup.shows('Added "Excelent Fit"');
  expect(app.tagsOf(ada)).toEqual([...ada.tags, "Excellent Fit", "Excelent Fit"]);
});

test("a typed comma separates, and creates nothing by itself", async ({ app }) => {
  await app.connect(grove);
  await app.openCandidate(grove);
  const popup = await app.openPopup();
  await popup.shows(grove.people[0]!.firstName);
  await popup.ready();
  await app.keys.type("Nothing such, Nor this");
  await new Field(popup).holds(" Nor this");
  await popup.shows(/Nothing such\s*Choose/);
  await popup.press("Return");
  await new Field(popup).aimsAt(/Create "Nor this"/);
  expect(app.writes()).toEqual([]);
});

test("5,000 tags: few rows in the page, every key answered quickly, Up reaches the last row", async ({ app }) => {
  await app.connect(lever);
  await app.openCandidate(lever);
  const popup = await app.openPopup();
  const field = new Field(popup);
  await popup.shows(lever.people[0]!.firstName);
  await popup.type("berlin");
  await field.offers("Junior Data Berlin 2022");
  expect((await field.rows()).length).toBeLessThan(30);
  expect(await field.count()).toBeGreaterThan(100);
  expect(await field.costOf(" 2023")).toBeLessThan(300);
  await popup.press("Up");
  await field.aimsAt(/Create "berlin 2023"/);
  expect((await field.rows()).length).toBeLessThan(30);
});

test("a tag deleted in the ATS is gone once the list is refreshed @slow", async ({ app }) => {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.type("career");
  const field = new Field(popup);
  await field.offers("Career Fair");
  app.sandbox.control.changeTags(northwind.id, { deleteTags: ["Career Fair"] });
  app.sandbox.control.sync();
  await field.ageList();
  await popup.press("Escape");
  await popup.close();

  const again = await app.openPopup();
  await again.shows("Ada Example");
  const fresh = new Field(again);
  await again.type("career");
  await fresh.lacks("Career Fair");
});

test("recent tags work without the tag list @slow", async ({ app }) => {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  await new Field(popup).forgetList();
  await popup.close();

  app.sandbox.control.faults.set([{ match: { method: "GET", pathIncludes: "/ats/tags" }, fault: { status: 503 } }]);
  await app.openCandidate(northwind, second);
  const other = await app.openPopup();
  await other.shows(second.firstName);
  await new Field(other).offers("Excellent Fit");
  await other.press("alt+1");
  await other.shows('Added "Excellent Fit"', 30_000);
  expect(app.tagsOf(second)).toContain("Excellent Fit");
});

test("a click on a row that has just moved adds nothing, and a double click adds one tag", async ({ app }) => {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await new Field(popup).offers("Career Fair");
  const before = await popup.placeOf("Career Fair");
  // A message appears above the list and pushes another row under the mouse.
  await popup.page.evaluate(() => {
    const push = () => {
      document.getElementById("body")!.style.paddingTop = "64px";
    };
    addEventListener("pointermove", push, { once: true });
  });
  await app.keys.moveAndClick(before.x, before.y);
  await popup.placeOf("Career Fair");
  expect(await popup.status()).toBe("");

  const at = await popup.placeOf("Career Fair");
  await app.keys.doubleClick(at.x, at.y);
  await popup.shows('Added "Career Fair"');
  await new Field(popup).offers("Boomerang");
  expect(app.writes()).toHaveLength(1);
  expect(app.tagsOf(ada)).toEqual([...ada.tags, "Career Fair"]);
});

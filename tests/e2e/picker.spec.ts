import { company } from "./support/desk";
import { Field } from "./support/field";
import { expect, test } from "./support/test";

const northwind = company("Northwind Example");
const [ada, second] = northwind.people as [(typeof northwind.people)[0], (typeof northwind.people)[0]];
const grove = company("welcometothejungle");
const lever = company("lever");

test("by keys alone: several tags by arrows, a recent by Alt+1, undo, clear, close", async ({ desk }) => {
  await desk.connect(northwind);
  await desk.openCandidate(northwind);
  const popup = await desk.openPopup();
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
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, aimed, next]);

  await popup.press("ctrl+z");
  await popup.shows(`Removed "${next}"`);
  await field.holds("");
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, aimed]);

  await popup.type("12");
  await popup.press("Escape");
  await field.holds("");
  await popup.close();

  await desk.openCandidate(northwind, second);
  const other = await desk.openPopup();
  await other.shows(second.firstName);
  const [recent] = await new Field(other).offers(aimed);
  await other.press("alt+1");
  await other.shows(`Added "${recent}"`);
  expect(desk.tagsOf(second)).toContain(recent);
});

test("Enter that ends an input method's composition sends nothing", async ({ desk }) => {
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  await popup.ready();
  const session = await popup.page.createCDPSession();
  await session.send("Input.imeSetComposition", { text: "Excellent Fit", selectionStart: 13, selectionEnd: 13 });
  // As browsers report the Enter that only picks the input method's suggestion.
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
  expect(desk.writes()).toHaveLength(1);
});

test("a draft waits for its own candidate while the popup is closed", async ({ desk }) => {
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  await popup.type("Half a though");
  await popup.press("alt+shift+y");
  await expect.poll(() => popup.page.isClosed()).toBe(true);

  await desk.openCandidate(northwind, second);
  const other = await desk.openPopup();
  await other.shows(second.firstName);
  await new Field(other).holds("");
  await other.close();

  const again = await desk.popupOn(northwind);
  await new Field(again).holds("Half a though");
  expect(desk.writes()).toEqual([]);
});

test("several pasted tags are shown first, then one Enter sends all", async ({ desk }) => {
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  await popup.ready();
  await new Field(popup).paste("excellent fit, Career Fair\nBrand New Thing");
  await popup.shows("Enter adds these 3 tags");
  await popup.shows(/Brand New Thing\s*New tag/);
  expect(desk.writes()).toEqual([]);
  await popup.press("Return");
  await desk.carries(ada, "Brand New Thing");
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, "Excellent Fit", "Career Fair", "Brand New Thing"]);
});

test("a near-duplicate offers the existing tag first and its own creation as a second step", async ({ desk }) => {
  await desk.connect(northwind);
  await desk.openCandidate(northwind);
  const popup = await desk.openPopup();
  const field = new Field(popup);
  await popup.shows("Ada Example");
  await popup.type("Excelent Fit");
  await popup.shows('Create "Excelent Fit"');
  const rows = await field.rows();
  expect(rows[0]).toBe('Use "Excellent Fit"');
  expect(rows.at(-1)).toMatch(/Create "Excelent Fit".*New tag/);
  await popup.press("Return");
  await popup.shows('Added "Excellent Fit"');
  await popup.type("Excelent Fit");
  await popup.press("Up");
  await field.aimsAt(/Create "Excelent Fit"/);
  await popup.press("Return");
  await popup.shows('Added "Excelent Fit"');
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, "Excellent Fit", "Excelent Fit"]);
});

test("a comma is refused where the system would make two tags of it, with the reason", async ({ desk }) => {
  await desk.connect(grove);
  await desk.openCandidate(grove);
  const popup = await desk.openPopup();
  await popup.shows(grove.people[0]!.firstName);
  await popup.type("Berlin, Mitte");
  await popup.shows("This system makes several tags of a name with a comma.");
  await popup.press("Return");
  expect(desk.writes()).toEqual([]);
});

test("5,000 tags: few rows in the page, each key answered, the end reached by Up", async ({ desk }) => {
  await desk.connect(lever);
  await desk.openCandidate(lever);
  const popup = await desk.openPopup();
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

test("a tag deleted in the ATS is gone after the list was refreshed", async ({ desk }) => {
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  await popup.type("career");
  const field = new Field(popup);
  await field.offers("Career Fair");
  desk.sandbox.control.changeTags(northwind.id, { deleteTags: ["Career Fair"] });
  desk.sandbox.control.sync();
  await field.ageList();
  await popup.press("Escape");
  await popup.close();

  const again = await desk.openPopup();
  await again.shows("Ada Example");
  const fresh = new Field(again);
  await again.type("career");
  await fresh.lacks("Career Fair");
});

test("without the tag list the recruiter's recent tags still go", async ({ desk }) => {
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  await new Field(popup).forgetList();
  await popup.close();

  desk.sandbox.control.faults.set([{ match: { method: "GET", pathIncludes: "/ats/tags" }, fault: { status: 503 } }]);
  await desk.openCandidate(northwind, second);
  const other = await desk.openPopup();
  await other.shows(second.firstName);
  await new Field(other).offers("Excellent Fit");
  await other.press("alt+1");
  await other.shows('Added "Excellent Fit"', 30_000);
  expect(desk.tagsOf(second)).toContain("Excellent Fit");
});

test("a click meant for what stood there an instant ago takes no tag; nor does the second half of a double click", async ({
  desk,
}) => {
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  await new Field(popup).offers("Career Fair");
  const before = await popup.placeOf("Career Fair");
  // Something to say comes up above the list, and pushes another row under the mouse.
  await popup.page.evaluate(() => {
    document.getElementById("outcomes")!.style.paddingTop = "64px";
  });
  await desk.keys.click(before.x, before.y);
  await popup.placeOf("Career Fair");
  expect(await popup.status()).toBe("");

  const at = await popup.placeOf("Career Fair");
  await desk.keys.doubleClick(at.x, at.y);
  await popup.shows('Added "Career Fair"');
  await popup.placeOf("Freelance");
  expect(desk.writes()).toHaveLength(1);
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, "Career Fair"]);
});

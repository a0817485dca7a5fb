import type { Person } from "../../sandbox/data";
import { company, type Desk } from "./support/desk";
import { Inside } from "./support/inside";
import { expect, test } from "./support/test";

const northwind = company("Northwind Example");
const [ada, second] = northwind.people as [Person, Person];
const TAG = "Excellent Fit";
const OUT_OF_SERVICE = { code: "REMOTE.SERVICE_UNAVAILABLE", headers: { "Retry-After": "50" } };

async function adasPopup(desk: Desk) {
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  return popup;
}

test("of what waits, undo is a withdrawal: no request, and nothing is sent when the ATS is back", async ({ desk }) => {
  const { faults } = desk.sandbox.control;
  const popup = await adasPopup(desk);
  faults.set([{ match: { method: "POST" }, fault: OUT_OF_SERVICE }]);
  await popup.tag(TAG);
  await popup.shows(`"${TAG}" is waiting to be added`);
  expect(await popup.undoMeans(TAG)).toBe("Nothing was written yet: it is cancelled.");
  await popup.click(`Undo "${TAG}"`);
  await popup.shows(`"${TAG}" was cancelled`);
  faults.set([]);
  // What is asked for next goes past the place where the cancelled one stood.
  await popup.tag("Freelance");
  await popup.shows('Added "Freelance"');
  expect(desk.writes().filter((line) => line.endsWith(" 200"))).toHaveLength(1);
  expect(desk.writes().filter((line) => line.startsWith("DELETE"))).toEqual([]);
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, "Freelance"]);
});

test("what is still being sent is removed after its answer, and certainly", async ({ desk }) => {
  const { faults } = desk.sandbox.control;
  const popup = await adasPopup(desk);
  faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer", applyBefore: true } }]);
  await popup.tag(TAG);
  await faults.waitUntilHeld("answer");
  await popup.shows(`Adding "${TAG}"`);
  await popup.press("ctrl+z");
  await popup.shows(`Removing "${TAG}"`);
  expect(desk.writes()).toHaveLength(1);
  faults.release("answer");
  expect(await popup.shows(`Removed "${TAG}"`)).not.toContain("not certain");
  expect(desk.writes().map((line) => line.split(" ")[0])).toEqual(["POST", "DELETE"]);
  expect(desk.tagsOf(ada)).toEqual(ada.tags);
});

test("after an add nobody heard of, undo waits, says why, then removes and says that it is not certain", async ({
  desk,
}) => {
  const { faults } = desk.sandbox.control;
  const popup = await adasPopup(desk);
  faults.set([
    { match: { method: "POST" }, times: 1, fault: { reset: true, applyBefore: true } },
    { match: { method: "POST" }, fault: OUT_OF_SERVICE },
  ]);
  await popup.tag(TAG);
  await popup.shows("Greenhouse");
  await popup.shows(/is waiting to be added[\s\S]*Greenhouse/);
  expect(desk.tagsOf(ada)).toContain(TAG);
  expect(await popup.undoMeans(TAG)).toMatch(/whoever added it\. Not certain: an earlier try had no answer/);
  await popup.press("ctrl+z");
  const text = await popup.shows(/is waiting to be removed/);
  expect(text).toMatch(/\(not certain\)[\s\S]*may still arrive, so the removal waits/);
  expect(desk.writes().filter((line) => line.startsWith("DELETE"))).toEqual([]);

  // Two minutes later; the next thing asked for makes the queue look, as its alarm would.
  await desk.background.shiftClock(125_000);
  faults.set([]);
  const inside = await Inside.open(desk.browser.context, desk.browser.extensionId);
  await inside.add(northwind, second, "Freelance");
  await expect.poll(() => desk.tagsOf(ada)).toEqual(ada.tags);
  await desk.openCandidate(northwind);
  const again = await desk.openPopup();
  await again.shows(`Removed "${TAG}" (not certain)`);
});

test("a tag that was there before has no undo, in the page and in the popup", async ({ desk }) => {
  const popup = await adasPopup(desk);
  await popup.tag(TAG);
  await popup.shows(`Added "${TAG}"`);
  await popup.close();
  await desk.openMenu("h3");
  await desk.keys.press("Return");
  const toast = desk.toast();
  await toast.shows(`"${TAG}" was already on Ada Example`);
  expect(await toast.text()).not.toContain("Undo");

  const again = await desk.openPopup();
  await again.shows(`"${TAG}" was already there`);
  // The first add, on the line below, is this extension's own and may be taken back; the second may not.
  expect((await again.text()).split(/\bUndo\b/)).toHaveLength(2);
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, TAG]);
});

test("Undo in the page takes back that one tag of several, and says beforehand what it does", async ({ desk }) => {
  const popup = await adasPopup(desk);
  await popup.tag("Freelance");
  await popup.shows('Added "Freelance"');
  await popup.tag(TAG);
  await popup.shows(`Added "${TAG}"`);
  await popup.click('Undo "Freelance"');
  await popup.shows('Removed "Freelance"');
  await popup.close();
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, TAG]);
  await desk.openMenu("h3");
  await desk.keys.press("Down");
  await desk.keys.press("Return");
  const toast = desk.toast();
  await toast.shows('Added "Freelance" to Ada Example');
  expect(await toast.titleOf("Undo")).toBe("Removes the tag, whoever added it.");
  await toast.click("Undo");
  await toast.shows('Removed "Freelance"');
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, TAG]);
});

import type { Person } from "../../sandbox/data";
import { type App, company } from "./support/app";
import { ExtensionPage } from "./support/extension-page";
import { expect, test } from "./support/reused-app";

const northwind = company("Northwind Example");
const [ada, second] = northwind.people as [Person, Person];
const TAG = "Excellent Fit";
const OUT_OF_SERVICE = { code: "REMOTE.SERVICE_UNAVAILABLE", headers: { "Retry-After": "50" } };

async function adasPopup(app: App) {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  return popup;
}

test("undo cancels a waiting tag: no request, and nothing is sent once the ATS is back", async ({ app }) => {
  const { faults } = app.sandbox.control;
  const popup = await adasPopup(app);
  faults.set([{ match: { method: "POST" }, fault: OUT_OF_SERVICE }]);
  await popup.tag(TAG);
  await popup.shows(`"${TAG}" is waiting`);
  expect(await popup.undoMeans(TAG)).toBe("Nothing was sent yet, and nothing will be.");
  await popup.click(`Cancel "${TAG}"`);
  await popup.shows(`Cancelled "${TAG}"`);
  faults.set([]);
  // The next tag comes after the cancelled one in the queue.
  await popup.tag("Freelance");
  await popup.shows('Added "Freelance"');
  expect(app.writes().filter((line) => line.endsWith(" 200"))).toHaveLength(1);
  expect(app.writes().filter((line) => line.startsWith("DELETE"))).toEqual([]);
  expect(app.tagsOf(ada)).toEqual([...ada.tags, "Freelance"]);
});

test("undo of a tag that is being sent removes it after the answer, with certainty", async ({ app }) => {
  const { faults } = app.sandbox.control;
  const popup = await adasPopup(app);
  faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer", applyBefore: true } }]);
  await popup.tag(TAG);
  await faults.waitUntilHeld("answer");
  await popup.shows(`Adding "${TAG}"`);
  await popup.press("ctrl+z");
  await popup.shows(`Removing "${TAG}"`);
  expect(app.writes()).toHaveLength(1);
  faults.release("answer");
  expect(await popup.shows(`Removed "${TAG}"`)).not.toContain("not certain");
  expect(app.writes().map((line) => line.split(" ")[0])).toEqual(["POST", "DELETE"]);
  expect(app.tagsOf(ada)).toEqual(ada.tags);
});

test("after an add without an answer, undo waits, says why, then removes and says that it is not certain", async ({
  app,
}) => {
  const { faults } = app.sandbox.control;
  const popup = await adasPopup(app);
  faults.set([
    { match: { method: "POST" }, times: 1, fault: { reset: true, applyBefore: true } },
    { match: { method: "POST" }, fault: OUT_OF_SERVICE },
  ]);
  await popup.tag(TAG);
  await popup.shows("Greenhouse");
  await popup.shows(/is waiting[\s\S]*Greenhouse/);
  expect(app.tagsOf(ada)).toContain(TAG);
  expect(await popup.undoMeans(TAG)).toMatch(/whoever added it\. Not certain: an earlier attempt had no answer/);
  await popup.press("ctrl+z");
  const text = await popup.shows(/Removing "[^"]+" is waiting/);
  expect(text).toMatch(/\(not certain\)[\s\S]*may still arrive, so removing it waits/);
  expect(app.writes().filter((line) => line.startsWith("DELETE"))).toEqual([]);

  // Two minutes later; a new job makes the dispatcher run, as its alarm would.
  await app.background.shiftClock(125_000);
  faults.set([]);
  const extensionPage = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  await extensionPage.add(northwind, second, "Freelance");
  await expect.poll(() => app.tagsOf(ada)).toEqual(ada.tags);
  await app.openCandidate(northwind);
  const again = await app.openPopup();
  await again.shows(`Removed "${TAG}" (not certain)`);
});

test("a tag that was already there offers no undo, neither in the page nor in the popup @slow", async ({ app }) => {
  const popup = await adasPopup(app);
  await popup.tag(TAG);
  await popup.shows(`Added "${TAG}"`);
  await popup.close();
  await app.openMenu("h3");
  await app.keys.press("Return");
  const toast = app.toast();
  await toast.shows(`"${TAG}" was already on Ada Example`);
  expect(await toast.text()).not.toContain("Undo");

  const again = await app.openPopup();
  await again.shows(`"${TAG}" was already there`);
  expect(await again.text()).not.toMatch(/\bUndo\b/);
  // The first add was made by this extension and can be undone; the second cannot.
  await again.click("1 more");
  await again.shows(`Added "${TAG}"`);
  expect((await again.text()).split(/\bUndo\b/)).toHaveLength(2);
  expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG]);
});

test("Undo in the page removes that one tag, and its tooltip says what it will do", async ({ app }) => {
  const popup = await adasPopup(app);
  await popup.tag("Freelance");
  await popup.shows('Added "Freelance"');
  await popup.tag(TAG);
  await popup.shows(`Added "${TAG}"`);
  await popup.click("1 more");
  await popup.click('Undo "Freelance"');
  await popup.shows('Removed "Freelance"');
  await popup.close();
  expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG]);
  await app.openMenu("h3");
  await app.keys.press("Down");
  await app.keys.press("Return");
  const toast = app.toast();
  await toast.shows('Added "Freelance" to Ada Example');
  expect(await toast.titleOf("Undo")).toBe("Removes the tag for everyone, whoever added it.");
  await toast.click("Undo");
  await toast.shows('Removed "Freelance"');
  expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG]);
});

test("a carried tag is taken off by Delete on it, said to be for everyone, and put back by Undo", async ({ app }) => {
  const popup = await adasPopup(app);
  const [carried] = ada.tags as [string];
  await popup.shows(carried);
  await popup.ready();
  // Backspace in the empty field touches nothing that is on the candidate.
  await popup.press("BackSpace");
  await popup.press("Left");
  await popup.hasFocusOn(`Remove "${ada.tags.at(-1)}" for everyone`);
  await popup.press("Home");
  await popup.hasFocusOn(`Remove "${carried}" for everyone`);
  await popup.press("Return");
  await popup.shows(`"${carried}" is already there.`);
  expect(app.writes()).toEqual([]);
  await popup.press("Delete");
  await popup.shows(`Removed "${carried}" for everyone`);
  expect(app.tagsOf(ada)).not.toContain(carried);
  await popup.ready();
  await popup.press("ctrl+z");
  await popup.shows(`Added "${carried}"`);
  expect(app.tagsOf(ada)).toContain(carried);
  expect(app.writes().map((line) => line.split(" ")[0])).toEqual(["DELETE", "POST"]);
});

import { pageUrls } from "../../sandbox/sites";
import { company } from "./support/desk";
import { Keys } from "./support/keys";
import { Popup } from "./support/popup";
import { Profile } from "./support/profile";
import { expect, test } from "./support/test";

const northwind = company("Northwind Example");
const ada = northwind.people[0]!;
const TAG = "Excellent Fit";

test("killed while Kombo holds the answer, the worker sends again and ends with one tag and one outcome", async ({
  desk,
}) => {
  const { faults, log } = desk.sandbox.control;
  await desk.connect(northwind);
  faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer", applyBefore: true } }]);
  const popup = await desk.popupOn(northwind);
  await popup.tag(TAG);
  await log.waitFor(({ method }) => method === "POST");
  await desk.browser.killWorker();
  await popup.close();
  faults.release("answer");

  const again = await desk.openPopup();
  await again.shows(`Added "${TAG}"`);
  expect((await again.text()).split(`Added "${TAG}"`)).toHaveLength(2);
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, TAG]);
  expect(desk.writes()).toHaveLength(2);
});

test("an answer after 35 seconds arrives, in a worker nobody is attached to", async ({ display, sandbox }) => {
  test.setTimeout(120_000);
  sandbox.control.reset();
  const profile = await Profile.connectedTo(northwind, display, sandbox);
  sandbox.control.faults.set([{ match: { method: "POST" }, fault: { delayMs: 35_000 } }]);
  const { browser, page, close } = await profile.launch();
  const keys = new Keys(display.name);
  try {
    await page.goto(pageUrls(northwind.id).candidate(ada)[0]!);
    await page.bringToFront();
    const popup = await Popup.openByShortcut(browser, keys);
    await popup.shows("Ada Example");
    await popup.tag(TAG);
    await popup.close();
    const { log } = sandbox.control;
    await log.waitFor(({ method, answeredAt }) => method === "POST" && answeredAt !== null, 60_000);
    const again = await Popup.openByShortcut(browser, keys);
    await again.shows(`Added "${TAG}"`);
    const writes = log.requests.filter(({ method }) => method !== "GET");
    expect(writes).toMatchObject([{ method: "POST", candidateId: ada.komboId, status: 200 }]);
  } finally {
    await close();
    profile.remove();
  }
});

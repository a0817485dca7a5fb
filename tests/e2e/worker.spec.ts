import { pageUrls } from "../../sandbox/sites";
import { Keys } from "../harness/keys";
import { company } from "./support/app";
import { Popup } from "./support/popup";
import { Profile } from "./support/profile";
import { expect, test } from "./support/test";

const northwind = company("Northwind Example");
const ada = northwind.people[0]!;
const TAG = "Excellent Fit";

test("a worker killed before the answer sends again: one tag and one outcome @slow", async ({ app }) => {
  const { faults } = app.sandbox.control;
  await app.connect(northwind);
  faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer", applyBefore: true } }]);
  const popup = await app.openPopupOn(northwind);
  await popup.tag(TAG);
  await faults.waitUntilHeld("answer");
  await app.browser.killWorker();
  await popup.close();
  faults.release("answer");

  const again = await app.openPopup();
  await again.shows(`Added "${TAG}"`);
  const lines = await again.textsOf(".lines .line-text");
  expect(lines.filter((line) => line.includes(`Added "${TAG}"`))).toHaveLength(1);
  expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG]);
  expect(app.writes()).toHaveLength(2);
});

test("Enter while the candidate is checked again, after a killed worker, sends what was put aside", async ({ app }) => {
  const { faults, log } = app.sandbox.control;
  await app.connect(northwind);
  await app.openCandidate(northwind);
  faults.set([{ match: { method: "GET", pathIncludes: "/candidates" }, times: 1, fault: { hold: "look-up" } }]);
  const popup = await app.openPopup();
  await popup.ready();
  await log.waitFor(({ path }) => path.includes("/candidates"));
  await app.browser.killWorker();
  await popup.shows("Something went wrong");
  faults.set([{ match: { method: "GET", pathIncludes: "/candidates" }, times: 1, fault: { hold: "again" } }]);
  log.clear();
  await popup.click("Look again");
  await log.waitFor(({ path }) => path.includes("/candidates"));
  await popup.ready();
  await popup.tag(TAG);
  await popup.tag("Freelance");
  expect(app.writes()).toEqual([]);
  faults.release("look-up");
  faults.release("again");
  await popup.shows('Added "Freelance"');
  expect([...app.tagsOf(ada)].sort()).toEqual([...ada.tags, TAG, "Freelance"].sort());
});

test("@slow an answer after 35 seconds arrives, without a debugger that keeps the worker alive", async ({
  display,
  sandbox,
}) => {
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

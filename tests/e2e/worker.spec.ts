import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pageUrls } from "../../sandbox/sites";
import { BUILD, program } from "./support/builds";
import { launchChromium } from "./support/chromium";
import { company, Desk } from "./support/desk";
import { Popup } from "./support/popup";
import { expect, test } from "./support/test";
import { launchUnattended } from "./support/unattended";

const northwind = company("Northwind Example");
const ada = northwind.people[0]!;
const TAG = "Excellent Fit";

test("killed while Kombo holds the answer, the worker sends again and ends with one tag and one outcome", async ({
  desk,
}) => {
  const { faults, ledger } = desk.sandbox.control;
  await desk.connect(northwind);
  faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer", applyBefore: true } }]);
  await desk.openCandidate(northwind);
  const popup = await desk.openPopup();
  await popup.shows("Ada Example");
  await popup.tag(TAG);
  await ledger.waitFor(({ method }) => method === "POST");
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
  const profile = mkdtempSync(join(tmpdir(), "quicktag-unattended-"));
  const options = {
    extension: BUILD.chrome,
    executablePath: program("CHROMIUM_PATH"),
    display: display.name,
    hosts: new Map([["*", sandbox.httpsPort]]),
    profile,
  };
  const setUp = await launchChromium(options);
  const desk = new Desk(display, sandbox, setUp);
  await desk.connect(northwind);
  await setUp.close();

  sandbox.control.faults.set([{ match: { method: "POST" }, fault: { delayMs: 35_000 } }]);
  const { browser, page, close } = await launchUnattended(options);
  try {
    await page.goto(pageUrls(northwind.id).candidate(ada)[0]!);
    await page.bringToFront();
    const popup = await Popup.openByShortcut(browser, desk.keys);
    await popup.shows("Ada Example");
    await popup.tag(TAG);
    await popup.close();
    await sandbox.control.ledger.waitFor(({ method, answeredAt }) => method === "POST" && answeredAt !== null, 60_000);
    const again = await Popup.openByShortcut(browser, desk.keys);
    await again.shows(`Added "${TAG}"`);
    expect(desk.writes()).toEqual([`POST /v1/ats/candidates/${ada.komboId}/tags 200`]);
  } finally {
    await close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});

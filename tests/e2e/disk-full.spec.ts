import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUILD, program } from "./support/builds";
import { launchChromium } from "./support/chromium";
import { company, Desk } from "./support/desk";
import { Field } from "./support/field";
import { removeProfile } from "./support/scrap";
import { SmallDisk } from "./support/small-disk";
import { test as base, expect } from "./support/test";

const northwind = company("Northwind Example");
const ada = northwind.people[0]!;
const TAG = "Excellent Fit";
const NO_ROOM = "Nothing was sent: there is no room left on this computer.";

/** A desk whose browser keeps Quicktag's database on a disk of 20 MB. */
const test = base.extend<{ small: { desk: Desk; disk: SmallDisk } }>({
  small: async ({ display, sandbox }, use) => {
    sandbox.control.reset();
    const disk = SmallDisk.mount(20);
    const profile = mkdtempSync(join(tmpdir(), "quicktag-full-"));
    // Only that database lies there: the browser itself does not outlive a full disk.
    mkdirSync(join(profile, "Default"));
    symlinkSync(disk.folder, join(profile, "Default", "IndexedDB"));
    const browser = await launchChromium({
      extension: BUILD.chrome,
      executablePath: program("CHROMIUM_PATH"),
      display: display.name,
      hosts: new Map([["*", sandbox.httpsPort]]),
      profile,
    });
    try {
      await use({ desk: new Desk(display, sandbox, browser), disk });
    } finally {
      await browser.close();
      disk.unmount();
      removeProfile(profile);
    }
  },
});

async function adasPopup(desk: Desk) {
  const popup = await desk.popupOn(northwind);
  await new Field(popup).offers("Career Fair");
  return popup;
}

base("what the browser cannot store is not sent, and stays typed until it can", async ({ desk }) => {
  await desk.connect(northwind);
  const popup = await adasPopup(desk);
  await desk.background.refuseToStore(true);
  await popup.tag(TAG);
  await popup.shows(NO_ROOM);
  expect(await popup.textsOf(".chip-name")).toEqual([TAG]);
  expect(desk.writes()).toEqual([]);

  await desk.background.refuseToStore(false);
  await popup.press("Return");
  await popup.shows(`Added "${TAG}"`);
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, TAG]);
});

test("@slow on a full disk nothing is sent and nothing typed is lost; with room again the same Enter sends it", async ({
  small: { desk, disk },
}) => {
  await desk.connect(northwind);
  const popup = await adasPopup(desk);
  disk.fill();
  await popup.tag(TAG);
  await popup.shows(NO_ROOM);
  expect(await popup.textsOf(".chip-name")).toEqual([TAG]);
  // Again: Chrome has closed the database meanwhile.
  await popup.press("Return");
  await popup.shows(NO_ROOM);
  expect(await popup.textsOf(".chip-name")).toEqual([TAG]);
  expect(desk.writes()).toEqual([]);

  disk.free();
  await popup.press("Return");
  await popup.shows(`Added "${TAG}"`);
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, TAG]);
});

test("@slow the disk is full when the answer comes: it is written down as soon as there is room", async ({
  small: { desk, disk },
}) => {
  const { faults } = desk.sandbox.control;
  await desk.connect(northwind);
  const popup = await adasPopup(desk);
  faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer", applyBefore: true } }]);
  await popup.tag(TAG);
  await faults.waitUntilHeld("answer");
  disk.fill();
  faults.release("answer");
  await popup.close();
  // A popup opened now still shows who is there, without anything it could remember by.
  const other = await desk.popupOn(northwind);
  await other.tag("Freelance");
  await other.shows(NO_ROOM);

  disk.free();
  await other.press("Return");
  await other.shows('Added "Freelance"', 30_000);
  await other.shows(`Added "${TAG}"`);
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, TAG, "Freelance"]);
});

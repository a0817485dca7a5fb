import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../harness/launch";
import { createProfile, removeProfile } from "../harness/profile-folder";
import { SmallDisk } from "../harness/small-disk";
import { App, company } from "./support/app";
import { Field } from "./support/field";
import { test as base, expect } from "./support/test";

const northwind = company("Northwind Example");
const ada = northwind.people[0]!;
const TAG = "Excellent Fit";
const NO_ROOM = "Nothing was sent: this computer is out of space.";

/** An app whose browser keeps Quicktag's database on a disk of 20 MB. */
const test = base.extend<{ small: { app: App; disk: SmallDisk } }>({
  small: async ({ display, sandbox }, use) => {
    sandbox.control.reset();
    const disk = SmallDisk.mount(20);
    const profile = createProfile("full");
    // Only that database is there, because the browser itself does not survive a full disk.
    mkdirSync(join(profile, "Default"));
    symlinkSync(disk.folder, join(profile, "Default", "IndexedDB"));
    const browser = await launchBrowser({ display, httpsPort: sandbox.httpsPort }, { profile });
    try {
      await use({ app: new App(display, sandbox, browser), disk });
    } finally {
      await browser.close();
      disk.unmount();
      removeProfile(profile);
    }
  },
});

async function adasPopup(app: App) {
  const popup = await app.openPopupOn(northwind);
  await new Field(popup).offers("Career Fair");
  return popup;
}

base("a tag that cannot be stored is not sent and stays typed until it can be", async ({ app }) => {
  await app.connect(northwind);
  const popup = await adasPopup(app);
  await app.background.refuseToStore(true);
  await popup.tag(TAG);
  await popup.shows(NO_ROOM);
  expect(await popup.textsOf(".chip-name")).toEqual([TAG]);
  expect(app.writes()).toEqual([]);

  await app.background.refuseToStore(false);
  await popup.press("Return");
  await popup.shows(`Added "${TAG}"`);
  expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG]);
});

test("@slow a full disk: nothing is sent, nothing typed is lost, and Enter works once there is room", async ({
  small: { app, disk },
}) => {
  await app.connect(northwind);
  const popup = await adasPopup(app);
  disk.fill();
  await popup.tag(TAG);
  await popup.shows(NO_ROOM);
  expect(await popup.textsOf(".chip-name")).toEqual([TAG]);
  // Once more, because Chrome has closed the database meanwhile.
  await popup.press("Return");
  await popup.shows(NO_ROOM);
  expect(await popup.textsOf(".chip-name")).toEqual([TAG]);
  expect(app.writes()).toEqual([]);

  disk.free();
  await popup.press("Return");
  await popup.shows(`Added "${TAG}"`);
  expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG]);
});

test("@slow the disk is full when the answer arrives: the outcome is stored once there is room", async ({
  small: { app, disk },
}) => {
  const { faults } = app.sandbox.control;
  await app.connect(northwind);
  const popup = await adasPopup(app);
  faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer", applyBefore: true } }]);
  await popup.tag(TAG);
  await faults.waitUntilHeld("answer");
  disk.fill();
  faults.release("answer");
  await popup.close();
  // A popup opened now still shows the candidate, although it can store nothing, not even the tag list.
  const other = await app.openPopupOn(northwind);
  await other.tag("Freelance");
  await other.shows(NO_ROOM);
  expect(app.writes()).toHaveLength(1);
  // The first Escape takes back what was typed.
  await other.press("Escape");
  await other.close();

  disk.free();
  const third = await app.openPopupOn(northwind);
  await third.shows(`Added "${TAG}"`, 30_000);
  // What could not be stored is still typed.
  expect(await third.textsOf(".chip-name")).toEqual(["Freelance"]);
  await third.press("Return");
  await third.shows('Added "Freelance"', 30_000);
  expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG, "Freelance"]);
});

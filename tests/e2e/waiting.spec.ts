import type { Person } from "../../sandbox/data";
import { until } from "../harness/until";
import { type App, company } from "./support/app";
import { ExtensionPage } from "./support/extension-page";
import { Field } from "./support/field";
import type { Popup } from "./support/popup";
import { expect, test } from "./support/reused-app";

const northwind = company("Northwind Example");
const [ada, second, third] = northwind.people as [Person, Person, Person];
const nameOf = ({ firstName, lastName }: Person) => `${firstName} ${lastName}`;
const TAG = "Excellent Fit";
/** The tooltip when nothing is left to do. */
const NOTHING = /^Tag this candidate$/;
const DAY = 24 * 60 * 60_000;

/** Tags a candidate by the popup and leaves the popup open. */
async function tag(app: App, person: Person, name = TAG): Promise<Popup> {
  await app.openCandidate(northwind, person);
  const popup = await app.openPopup();
  await popup.shows(nameOf(person));
  await popup.tag(name);
  return popup;
}

const row = (saying: string) => ({ part: ".waiting-row", saying });

const extensionPageOf = (app: App) => ExtensionPage.open(app.browser.context, app.browser.extensionId);

test("the list says what waits for whom, why and until when, and offers retry, discard and the log link", async ({
  app,
}) => {
  const { faults, log } = app.sandbox.control;
  await app.connect(northwind);
  const refused = { code: "REMOTE.NOBODY_KNOWS_THIS", status: 422, message: "The moon is in the way." };
  const away = { code: "REMOTE.SERVICE_UNAVAILABLE", headers: { "Retry-After": "600" } };
  faults.set([
    { match: { candidateId: ada.komboId }, fault: refused },
    { match: { method: "POST" }, fault: away },
  ]);
  const first = await tag(app, ada);
  await first.shows(`"${TAG}" was not added`);
  await first.close();
  const other = await tag(app, second);
  await other.shows(`"${TAG}" is waiting`);
  await other.close();
  await app.background.shows("!", /1 tag failed\nQuicktag: 1 tag is waiting\n.*Greenhouse/);

  const popup = await tag(app, third);
  await popup.shows("2 waiting, 1 failed");
  await popup.click("2 waiting, 1 failed");
  await popup.shows("Not finished");
  const rows = await popup.textsOf(".waiting-row");
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatch(new RegExp(`^Add "${TAG}" to ${nameOf(ada)} · failed .*Details`));
  expect(rows[0]).toMatch(/Retry Cancel Copy log link for your admin$/);
  expect(rows[0]).not.toMatch(/Next try/);
  expect(rows[1]).toMatch(
    new RegExp(`^Add "${TAG}" to ${nameOf(second)} · waiting .*Greenhouse.* Next try in \\d+ min`),
  );
  expect(rows[2]).toContain(nameOf(third));

  // Pasted into the tag field, where it can be read.
  await popup.click("Copy log link for your admin");
  await popup.shows("Copied");
  await popup.click("Tag");
  await popup.press("ctrl+v");
  await new Field(popup).holds("https://app.kombo.dev/sandbox/logs?interactionId=1");
  await popup.press("Escape");
  // Typing brought the list of tags back, so the waiting list is opened again.
  await popup.click("2 waiting, 1 failed");

  faults.set([]);
  const asked = log.requests.length;
  await popup.click("Retry", row(nameOf(second)));
  await app.waitForTag(second, TAG);
  await popup.click("Cancel", row(nameOf(third)));
  await popup.click("Retry", row(nameOf(ada)));
  await app.waitForTag(ada, TAG);
  await popup.shows("All done.");
  expect(app.tagsOf(third)).toEqual(third.tags);
  expect(log.requests.slice(asked).filter(({ method }) => method !== "GET")).toHaveLength(2);
  await app.background.shows("", NOTHING);
});

test("a bad key is explained once for all tags on hold, and one button retries them @slow", async ({ app }) => {
  await app.connect(northwind);
  app.sandbox.control.set({ global: { keyExpired: true } });
  const extensionPage = await extensionPageOf(app);
  await extensionPage.add(northwind, ada, TAG, "Freelance");
  await extensionPage.add(northwind, second, TAG);
  await until("the queue to be held", async () => (await extensionPage.holds()).length === 1);
  await app.background.shows("3", /^Quicktag: 3 tags are waiting\n.*key/);
  const refused = () => app.sandbox.control.log.requests.filter(({ status }) => status === 401).length;
  const before = refused();

  await app.openCandidate(northwind, third);
  const popup = await app.openPopup();
  await popup.click("3 waiting");
  await popup.shows("Not finished");
  expect(await popup.textsOf(".held")).toHaveLength(1);
  for (const row of await popup.textsOf(".waiting-row")) expect(row).toMatch(/· on hold Cancel$/);
  // No write is tried while on hold; only the look-up of the open candidate uses the key.
  expect(app.writes().length).toBeLessThanOrEqual(before);

  await popup.click("Retry");
  await until("one more try with the bad key", () => refused() > before + 1);
  await popup.shows("Retry");
  app.sandbox.control.set({ global: { keyExpired: false } });
  await popup.click("Retry");
  await app.waitForTag(second, TAG);
  await app.waitForTag(ada, "Freelance");
  await popup.shows("All done.");
  expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG, "Freelance"]);
  await app.background.shows("", NOTHING);
});

test("a queue that goes on hold is reported in the page once the popup is closed", async ({ app }) => {
  await app.connect(northwind);
  const { faults } = app.sandbox.control;
  faults.set([{ match: { method: "POST" }, times: 1, fault: { code: "INTEGRATION.INACTIVE", hold: "answer" } }]);
  const popup = await tag(app, ada);
  await faults.waitUntilHeld("answer");
  await popup.close();
  faults.release("answer");
  const toast = app.toast();
  await toast.shows(`"${TAG}" for Ada Example is waiting`);
  expect(await toast.text()).toMatch(/switched off in Kombo/);
  await toast.click("Cancel");
  const extensionPage = await extensionPageOf(app);
  await until("the tag to be cancelled", async () =>
    (await extensionPage.jobs()).every(({ state }) => state === "cancelled"),
  );
  await app.background.shows("", NOTHING);
  expect(app.writes()).toHaveLength(1);
  expect(app.tagsOf(ada)).toEqual(ada.tags);
});

test("history is kept as long as the settings say, and clearing it keeps what waits", async ({ app }) => {
  await app.connect(northwind);
  const extensionPage = await extensionPageOf(app);
  const [old] = await extensionPage.add(northwind, ada, TAG);
  await extensionPage.job(old!);
  await app.background.shiftClock(8 * DAY);
  const [recent] = await extensionPage.add(northwind, ada, "Freelance");
  await extensionPage.job(recent!);
  app.sandbox.control.faults.set([{ match: { method: "POST" }, fault: { status: 503 } }]);
  const [waiting] = await extensionPage.add(northwind, ada, "Career Fair");
  const jobs = () => extensionPage.jobs();
  const stored = async () => (await jobs()).flatMap(({ id, cleared }) => (cleared ? [] : [id])).sort();
  expect(await stored()).toEqual([old, recent, waiting].sort());

  const { page } = await app.options();
  await page.getByLabel("Keep outcomes for").selectOption({ label: "7 days" });
  await expect.poll(stored).toEqual([recent, waiting].sort());
  await page.getByRole("button", { name: "Clear history" }).click();
  await page.getByText("1 finished entry removed").waitFor();
  expect(await stored()).toEqual([waiting]);
  // That the tag is on tells nobody else yet: it stays, without a name.
  const hidden = (await jobs()).find(({ id }) => id === recent);
  expect(hidden).toMatchObject({ cleared: true, tag: "Freelance", target: { name: "", reference: null } });
  app.sandbox.control.faults.set([]);
  expect(await extensionPage.job(waiting!)).toMatchObject({ state: "done" });
});

test("keyboard only: to the waiting list, through its rows, and back to the field", async ({ app }) => {
  const { faults } = app.sandbox.control;
  await app.connect(northwind);
  const away = { code: "REMOTE.SERVICE_UNAVAILABLE", headers: { "Retry-After": "600" } };
  faults.set([{ match: { method: "POST" }, fault: away }]);
  const popup = await tag(app, ada);
  await popup.shows(`"${TAG}" is waiting`);
  await popup.tag("Freelance");
  await popup.shows("2 waiting");
  await popup.tabTo("2 waiting");
  await popup.press("space");
  await popup.shows("Not finished");
  // An outcome hidden behind the list is not undone unseen.
  await popup.press("ctrl+z");
  await popup.press("Tab");
  await popup.hasFocusOn("Details");
  await popup.tabTo(`Cancel "${TAG}"`);
  await popup.press("Return");
  await popup.shows("1 waiting");
  await popup.hasFocusOn("Not finished");
  faults.set([]);
  await popup.tabTo('Cancel "Freelance"');
  await popup.press("Escape");
  await new Field(popup).holds("");
  await popup.press("ctrl+z");
  await popup.shows('Cancelled "Freelance"');
  expect(app.tagsOf(ada)).toEqual(ada.tags);
});

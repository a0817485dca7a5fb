import type { Person } from "../../sandbox/data";
import { company, type Desk } from "./support/desk";
import { Field } from "./support/field";
import { Inside } from "./support/inside";
import type { Popup } from "./support/popup";
import { expect, test } from "./support/test";
import { until } from "./support/until";

const northwind = company("Northwind Example");
const [ada, second, third] = northwind.people as [Person, Person, Person];
const nameOf = ({ firstName, lastName }: Person) => `${firstName} ${lastName}`;
const TAG = "Excellent Fit";
/** The tooltip when all is done. */
const NOTHING = /^Tag this candidate$/;
const DAY = 24 * 60 * 60_000;

/** Tags a candidate by the popup and leaves it open. */
async function tag(desk: Desk, person: Person, name = TAG): Promise<Popup> {
  await desk.openCandidate(northwind, person);
  const popup = await desk.openPopup();
  await popup.shows(nameOf(person));
  await popup.tag(name);
  return popup;
}

const row = (saying: string) => ({ part: ".waiting-row", saying });

const insideOf = (desk: Desk) => Inside.open(desk.browser.context, desk.browser.extensionId);

test("who waits, for what, why and until when; retried, discarded, and the log link for the admin", async ({
  desk,
}) => {
  const { faults, log } = desk.sandbox.control;
  await desk.connect(northwind);
  const refused = { code: "REMOTE.NOBODY_KNOWS_THIS", status: 422, message: "The moon is in the way." };
  const away = { code: "REMOTE.SERVICE_UNAVAILABLE", headers: { "Retry-After": "600" } };
  faults.set([
    { match: { candidateId: ada.komboId }, fault: refused },
    { match: { method: "POST" }, fault: away },
  ]);
  const first = await tag(desk, ada);
  await first.shows(`"${TAG}" was not added`);
  await first.close();
  const other = await tag(desk, second);
  await other.shows(`"${TAG}" is waiting to be added`);
  await other.close();
  await desk.background.shows("!", /1 tag could not be written\nQuicktag: 1 tag is waiting\n.*Greenhouse/);

  const popup = await tag(desk, third);
  await popup.shows("2 waiting, 1 failed");
  await popup.click("2 waiting, 1 failed");
  await popup.shows("Not finished");
  const rows = await popup.textsOf(".waiting-row");
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatch(new RegExp(`^Add "${TAG}" to ${nameOf(ada)} · failed .*Details`));
  expect(rows[0]).toMatch(/Retry Discard Copy log link for your admin$/);
  expect(rows[0]).not.toMatch(/Next try/);
  expect(rows[1]).toMatch(
    new RegExp(`^Add "${TAG}" to ${nameOf(second)} · waiting .*Greenhouse.* Next try in \\d+ min`),
  );
  expect(rows[2]).toContain(nameOf(third));

  // The link is pasted where a person would see it: into the field.
  await popup.click("Copy log link for your admin");
  await popup.shows("Copied");
  await popup.click("Tag");
  await popup.press("ctrl+v");
  await new Field(popup).holds("https://app.kombo.dev/sandbox/logs?interactionId=1");
  await popup.press("Escape");
  // Typing put the list of tags back; what waits is opened again.
  await popup.click("2 waiting, 1 failed");

  faults.set([]);
  const asked = log.requests.length;
  await popup.click("Retry", row(nameOf(second)));
  await desk.carries(second, TAG);
  await popup.click("Discard", row(nameOf(third)));
  await popup.click("Retry", row(nameOf(ada)));
  await desk.carries(ada, TAG);
  await popup.shows("Everything is done.");
  expect(desk.tagsOf(third)).toEqual(third.tags);
  expect(log.requests.slice(asked).filter(({ method }) => method !== "GET")).toHaveLength(2);
  await desk.background.shows("", NOTHING);
});

test("what a bad key holds is said once, and one button lets all of it go", async ({ desk }) => {
  await desk.connect(northwind);
  desk.sandbox.control.set({ global: { keyExpired: true } });
  const inside = await insideOf(desk);
  await inside.add(northwind, ada, TAG, "Freelance");
  await inside.add(northwind, second, TAG);
  await until("the queue to be held", async () => (await inside.holds()).length === 1);
  await desk.background.shows("3", /^Quicktag: 3 tags are waiting\n.*key/);
  const refused = () => desk.sandbox.control.log.requests.filter(({ status }) => status === 401).length;
  const before = refused();

  await desk.openCandidate(northwind, third);
  const popup = await desk.openPopup();
  await popup.click("3 waiting");
  await popup.shows("Not finished");
  expect(await popup.textsOf(".held")).toHaveLength(1);
  for (const row of await popup.textsOf(".waiting-row")) expect(row).toMatch(/· on hold Discard$/);
  // Nothing is tried while it is held; only looking the open candidate up asks with the key.
  expect(desk.writes().length).toBeLessThanOrEqual(before);

  await popup.click("Try again now");
  await until("one more try with the bad key", () => refused() > before + 1);
  await popup.shows("Try again now");
  desk.sandbox.control.set({ global: { keyExpired: false } });
  await popup.click("Try again now");
  await desk.carries(second, TAG);
  await desk.carries(ada, "Freelance");
  await popup.shows("Everything is done.");
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, TAG, "Freelance"]);
  await desk.background.shows("", NOTHING);
});

test("a queue that comes to stand still is told in the page, once, when the popup is closed", async ({ desk }) => {
  await desk.connect(northwind);
  const { faults } = desk.sandbox.control;
  faults.set([{ match: { method: "POST" }, times: 1, fault: { code: "INTEGRATION.INACTIVE", hold: "answer" } }]);
  const popup = await tag(desk, ada);
  await faults.waitUntilHeld("answer");
  await popup.close();
  faults.release("answer");
  const toast = desk.toast();
  await toast.shows(`"${TAG}" for Ada Example is waiting`);
  expect(await toast.text()).toMatch(/switched off in Kombo/);
  await toast.click("Undo");
  const inside = await insideOf(desk);
  await until("the tag to be cancelled", async () => (await inside.jobs()).every(({ state }) => state === "cancelled"));
  await desk.background.shows("", NOTHING);
  expect(desk.writes()).toHaveLength(1);
  expect(desk.tagsOf(ada)).toEqual(ada.tags);
});

test("history is kept as long as the settings say, and cleared by hand without what waits", async ({ desk }) => {
  await desk.connect(northwind);
  const inside = await insideOf(desk);
  const [old] = await inside.add(northwind, ada, TAG);
  await inside.job(old!);
  await desk.background.shiftClock(8 * DAY);
  const [recent] = await inside.add(northwind, ada, "Freelance");
  await inside.job(recent!);
  desk.sandbox.control.faults.set([{ match: { method: "POST" }, fault: { status: 503 } }]);
  const [waiting] = await inside.add(northwind, ada, "Career Fair");
  const stored = async () => (await inside.jobs()).map(({ id }) => id).sort();
  expect(await stored()).toEqual([old, recent, waiting].sort());

  const { page } = await desk.options();
  await page.getByLabel("Keep outcomes for").selectOption({ label: "7 days" });
  await expect.poll(stored).toEqual([recent, waiting].sort());
  await page.getByRole("button", { name: "Clear history" }).click();
  await page.getByText("1 finished entry removed").waitFor();
  expect(await stored()).toEqual([waiting]);
  desk.sandbox.control.faults.set([]);
  expect(await inside.job(waiting!)).toMatchObject({ state: "done" });
});

test("by keys alone: to the list, through its rows, and back to the field", async ({ desk }) => {
  const { faults } = desk.sandbox.control;
  await desk.connect(northwind);
  const away = { code: "REMOTE.SERVICE_UNAVAILABLE", headers: { "Retry-After": "600" } };
  faults.set([{ match: { method: "POST" }, fault: away }]);
  const popup = await tag(desk, ada);
  await popup.shows(`"${TAG}" is waiting to be added`);
  await popup.tag("Freelance");
  await popup.shows("2 waiting");
  await popup.tabTo("2 waiting");
  await popup.press("space");
  await popup.shows("Not finished");
  // What an outcome behind the list could take back is not taken back unseen.
  await popup.press("ctrl+z");
  await popup.press("Tab");
  await popup.hasFocusOn("Details");
  await popup.tabTo(`Discard "${TAG}"`);
  await popup.press("Return");
  await popup.shows("1 waiting");
  await popup.hasFocusOn("Not finished");
  faults.set([]);
  await popup.tabTo('Discard "Freelance"');
  await popup.press("Escape");
  await new Field(popup).holds("");
  await popup.press("ctrl+z");
  await popup.shows('"Freelance" was cancelled');
  expect(desk.tagsOf(ada)).toEqual(ada.tags);
});

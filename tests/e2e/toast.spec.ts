import { pageUrls } from "../../sandbox/sites";
import { company, type Desk } from "./support/desk";
import { expect, test } from "./support/test";

const northwind = company("Northwind Example");
const workable = company("workable");
const TAG = "Excellent Fit";

const second = northwind.people[1]!;
const name = `${second.firstName} ${second.lastName}`;

/** What the hostile page says it got hold of. */
interface Attempts {
  eventsFaked: number;
  textRead: string[];
  shadowRootsOpened: number;
  messagesHeard: string[];
}

/** A recent tag for the menu to offer, then the page of the second candidate. */
async function prepare(desk: Desk, of = northwind, suffix = ""): Promise<void> {
  await desk.connect(of);
  const [first, next] = of.people as [(typeof of.people)[0], (typeof of.people)[0]];
  await desk.openCandidate(of, first);
  const popup = await desk.openPopup();
  await popup.shows(`${first.firstName} ${first.lastName}`);
  await popup.tag(TAG);
  await popup.shows(`Added "${TAG}"`);
  // What the popup tells is not told in the page as well.
  expect(await desk.toast().text()).toBe("");
  await popup.close();
  await desk.open(`${pageUrls(of.id).candidate(next)[0]}${suffix}`);
  desk.sandbox.control.log.clear();
}

async function tagByMenu(desk: Desk, on = "h3"): Promise<void> {
  await desk.openMenu(on);
  await desk.keys.press("Return");
}

test("the toast has its look and its Undo on a page with the strictest policy", async ({ desk }) => {
  const [, person] = workable.people;
  await prepare(desk, workable);
  const refused: string[] = [];
  desk.tab.on(
    "console",
    (message) => message.text().includes("Content Security Policy") && refused.push(message.text()),
  );
  await tagByMenu(desk, "h1");
  await desk.carries(person!, TAG);
  const toast = desk.toast();
  await toast.shows(`Added "${TAG}"`);
  const look = await desk.tab.$eval("[popover=manual]", (host) => {
    const { position, width, backgroundColor } = getComputedStyle(host);
    return { position, width, backgroundColor };
  });
  expect(look).toEqual({ position: "fixed", width: "360px", backgroundColor: "rgb(255, 255, 255)" });
  await toast.click("Undo");
  await toast.shows(`Removed "${TAG}"`);
  expect(desk.tagsOf(person!)).toEqual(person!.tags);
  expect(refused).toEqual([]);
});

test("above an open dialog the toast can be clicked, and it outlives the dialog", async ({ desk }) => {
  await prepare(desk);
  await desk.tab.evaluate(() => {
    const dialog = document.createElement("dialog");
    dialog.innerHTML = "<p id='inside'>Reject this candidate?</p>";
    document.body.append(dialog);
    dialog.showModal();
  });
  await tagByMenu(desk, "#inside");
  await desk.carries(second, TAG);
  const toast = desk.toast();
  await toast.shows(`Added "${TAG}" to ${name}`);
  await toast.click("Undo");
  await toast.shows(`Removed "${TAG}"`);
  await desk.tab.evaluate(() => document.querySelector("dialog")!.close());
  await expect(desk.tab.locator("body > [popover=manual]")).toBeVisible();
});

test("a write that takes long is shown as waiting, and then as done", async ({ desk }) => {
  await prepare(desk);
  const { faults } = desk.sandbox.control;
  faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer" } }]);
  await tagByMenu(desk);
  await desk.toast().shows(`"${TAG}" for ${name} is waiting`);
  faults.release("answer");
  await desk.toast().shows(`Added "${TAG}" to ${name}`);
  // In the place of the one before, not on top of it.
  await expect(desk.tab.locator("[popover=manual]")).toHaveCount(1);
  expect(desk.writes()).toHaveLength(1);
});

test("a refused write says what to do, and offers no Undo", async ({ desk }) => {
  await prepare(desk);
  desk.sandbox.control.set({ integrations: { [northwind.id]: { permissionMissing: true } } });
  await tagByMenu(desk);
  await desk.toast().shows(`"${TAG}" was not added to ${name}`);
  const text = await desk.toast().text();
  expect(text.length).toBeGreaterThan(`! "${TAG}" was not added to ${name} ×`.length + 20);
  expect(text).not.toContain("Undo");
  expect(desk.tagsOf(second)).toEqual(second.tags);
});

test("notes from Kombo are folded under the outcome", async ({ desk }) => {
  desk.sandbox.control.set({ integrations: { [northwind.id]: { warnings: ["The tag got the default colour."] } } });
  await prepare(desk);
  await tagByMenu(desk);
  await desk.toast().shows(`Added "${TAG}" to ${name}`);
  await desk.toast().shows("The tag got the default colour.");
});

test("a hostile page can neither read the toast nor press Undo; the recruiter can", async ({ desk }) => {
  await prepare(desk, northwind, "?hostile=1");
  await tagByMenu(desk);
  await desk.carries(second, TAG);
  const toast = desk.toast();
  await toast.shows(`Added "${TAG}"`);
  const attempts = () =>
    desk.tab.evaluate(() => {
      const all = (window as unknown as { __attempts: Attempts }).__attempts;
      return { ...all, read: all.textRead.join("\n") };
    });
  const before = (await attempts()).eventsFaked;
  // It also goes for the very element, wherever it finds it.
  await desk.tab.evaluate(() => {
    const host = document.querySelector<HTMLElement>("[popover=manual]")!;
    const { right, top, bottom } = host.getBoundingClientRect();
    for (let x = right - 150; x < right; x += 10) {
      const at = { bubbles: true, composed: true, clientX: x, clientY: (top + bottom) / 2 };
      for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
        host.dispatchEvent(new MouseEvent(type, at));
    }
    host.click();
  });
  await expect.poll(async () => (await attempts()).eventsFaked).toBeGreaterThan(before + 8);
  const { read, shadowRootsOpened, messagesHeard } = await attempts();
  expect(read).not.toContain(TAG);
  expect(shadowRootsOpened).toBe(0);
  expect(messagesHeard).toEqual([]);
  expect(desk.writes()).toHaveLength(1);
  expect(desk.tagsOf(second)).toContain(TAG);
  await toast.click("Undo");
  await toast.shows(`Removed "${TAG}"`);
  expect(desk.tagsOf(second)).toEqual(second.tags);
});

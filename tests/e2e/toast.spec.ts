import { pageUrls } from "../../sandbox/sites";
import { type App, company } from "./support/app";
import { expect, test } from "./support/reused-app";

const northwind = company("Northwind Example");
const workable = company("workable");
const TAG = "Excellent Fit";

const second = northwind.people[1]!;
const name = `${second.firstName} ${second.lastName}`;

/** What the hostile page reports that it got. */
interface Attempts {
  eventsFaked: number;
  textRead: string[];
  shadowRootsOpened: number;
  messagesHeard: string[];
}

/** Uses a tag once, so that the menu offers it, and opens the second candidate's page. */
async function prepare(app: App, of = northwind, suffix = ""): Promise<void> {
  await app.connect(of);
  const [first, next] = of.people as [(typeof of.people)[0], (typeof of.people)[0]];
  await app.openCandidate(of, first);
  const popup = await app.openPopup();
  await popup.shows(`${first.firstName} ${first.lastName}`);
  await popup.tag(TAG);
  await popup.shows(`Added "${TAG}"`);
  // An outcome that the popup shows is not repeated in the page.
  expect(await app.toast().text()).toBe("");
  await popup.close();
  await app.open(`${pageUrls(of.id).candidate(next)[0]}${suffix}`);
  app.sandbox.control.log.clear();
}

async function tagByMenu(app: App, on = "h3"): Promise<void> {
  await app.openMenu(on);
  await app.keys.press("Return");
}

test("the toast is styled and its Undo works on a page with the strictest content security policy", async ({ app }) => {
  const [, person] = workable.people;
  await prepare(app, workable);
  const refused: string[] = [];
  app.tab.on(
    "console",
    (message) => message.text().includes("Content Security Policy") && refused.push(message.text()),
  );
  await tagByMenu(app, "h1");
  await app.waitForTag(person!, TAG);
  const toast = app.toast();
  await toast.shows(`Added "${TAG}"`);
  const look = await app.tab.$eval("[popover=manual]", (host) => {
    const { position, width, backgroundColor } = getComputedStyle(host);
    return { position, width, backgroundColor };
  });
  expect(look).toEqual({ position: "fixed", width: "360px", backgroundColor: "rgb(255, 255, 255)" });
  await toast.click("Undo");
  await toast.shows(`Removed "${TAG}"`);
  expect(app.tagsOf(person!)).toEqual(person!.tags);
  expect(refused).toEqual([]);
});

test("the toast can be clicked above an open dialog and stays when the dialog closes @slow", async ({ app }) => {
  await prepare(app);
  await app.tab.evaluate(() => {
    const dialog = document.createElement("dialog");
    dialog.innerHTML = "<p id='inside'>Reject this candidate?</p>";
    document.body.append(dialog);
    dialog.showModal();
  });
  await tagByMenu(app, "#inside");
  await app.waitForTag(second, TAG);
  const toast = app.toast();
  await toast.shows(`Added "${TAG}" to ${name}`);
  await toast.click("Undo");
  await toast.shows(`Removed "${TAG}"`);
  await app.tab.evaluate(() => document.querySelector("dialog")!.close());
  await expect(app.tab.locator("body > [popover=manual]")).toBeVisible();
});

test("a slow write is shown as waiting, then as done", async ({ app }) => {
  await prepare(app);
  const { faults } = app.sandbox.control;
  faults.set([{ match: { method: "POST" }, times: 1, fault: { hold: "answer" } }]);
  await tagByMenu(app);
  await app.toast().shows(`"${TAG}" for ${name} is waiting`);
  faults.release("answer");
  await app.toast().shows(`Added "${TAG}" to ${name}`);
  // It replaces the toast before, it does not come on top of it.
  await expect(app.tab.locator("[popover=manual]")).toHaveCount(1);
  expect(app.writes()).toHaveLength(1);
});

test("a refused write says what to do and offers no Undo", async ({ app }) => {
  await prepare(app);
  app.sandbox.control.set({ integrations: { [northwind.id]: { permissionMissing: true } } });
  await tagByMenu(app);
  await app.toast().shows(`"${TAG}" was not added to ${name}`);
  const text = await app.toast().text();
  expect(text.length).toBeGreaterThan(`! "${TAG}" was not added to ${name} ×`.length + 20);
  expect(text).not.toContain("Undo");
  expect(app.tagsOf(second)).toEqual(second.tags);
});

test("Kombo's warnings are shown under the outcome @slow", async ({ app }) => {
  app.sandbox.control.set({ integrations: { [northwind.id]: { warnings: ["The tag got the default colour."] } } });
  await prepare(app);
  await tagByMenu(app);
  await app.toast().shows(`Added "${TAG}" to ${name}`);
  await app.toast().shows("The tag got the default colour.");
});

test("a hostile page can neither read the toast nor press Undo; the recruiter can @slow", async ({ app }) => {
  await prepare(app, northwind, "?hostile=1");
  await tagByMenu(app);
  await app.waitForTag(second, TAG);
  const toast = app.toast();
  await toast.shows(`Added "${TAG}"`);
  const attempts = () =>
    app.tab.evaluate(() => {
      const all = (window as unknown as { __attempts: Attempts }).__attempts;
      return { ...all, read: all.textRead.join("\n") };
    });
  const before = (await attempts()).eventsFaked;
  // It also clicks the toast's element itself.
  await app.tab.evaluate(() => {
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
  expect(app.writes()).toHaveLength(1);
  expect(app.tagsOf(second)).toContain(TAG);
  await toast.click("Undo");
  await toast.shows(`Removed "${TAG}"`);
  expect(app.tagsOf(second)).toEqual(second.tags);
});

import type { Page } from "@playwright/test";
import { API_KEY } from "../../sandbox/data";
import { HOSTILE_URL, pageUrls } from "../../sandbox/sites";
import { type App, company } from "./support/app";
import { expect, test } from "./support/reused-app";

const northwind = company("Northwind Example");
const ada = northwind.people[0]!;
const ben = northwind.people[1]!;
const TAG = "Excellent Fit";

interface Attempts {
  messagesPosted: number;
  eventsFaked: number;
  textRead: string[];
  extensionReached: boolean;
}

const attempts = (page: Page) => page.evaluate(() => (window as unknown as { __attempts: Attempts }).__attempts);

/** Waits until the page has made each of its attempts a few more times. */
async function letItTry(app: App): Promise<void> {
  const before = (await attempts(app.tab)).eventsFaked;
  await expect.poll(async () => (await attempts(app.tab)).eventsFaked).toBeGreaterThan(before + 8);
}

test("a page that posts messages and fakes events causes no request and cannot detect the extension", async ({
  app,
}) => {
  await app.connect(northwind);
  app.sandbox.control.log.clear();
  await app.open(HOSTILE_URL);
  await letItTry(app);
  await app.open(`${pageUrls(northwind.id).candidate(ada)[0]}?hostile=1`);
  await letItTry(app);
  expect(app.requests()).toEqual([]);
  expect((await attempts(app.tab)).extensionReached).toBe(false);
  const script = `chrome-extension://${app.browser.extensionId}/src/content/inject.js`;
  const probe = await app.tab.evaluate(
    (url) =>
      fetch(url).then(
        () => "reached",
        () => "blocked",
      ),
    script,
  );
  expect(probe).toBe("blocked");
});

test("on a hostile page only the recruiter's tag is written", async ({ app }) => {
  await app.connect(northwind);
  await app.open(`${pageUrls(northwind.id).candidate(ada)[0]}?hostile=1`);
  const popup = await app.openPopup();
  await popup.shows("Ada Example");
  await popup.tag(TAG);
  await popup.shows(`Added "${TAG}"`);
  await letItTry(app);
  expect(app.writes()).toHaveLength(1);
  expect(app.tagsOf(ada)).toEqual([...ada.tags, TAG]);
  expect((await attempts(app.tab)).textRead.join("\n")).not.toContain(API_KEY);
});

test("a content script can neither read the key nor send a request", async ({ app }) => {
  await app.connect(northwind);
  await app.openCandidate(northwind);
  const session = await app.browser.context.newCDPSession(app.tab);
  const contexts: { id: number; origin: string }[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => contexts.push(context));
  await session.send("Runtime.enable");
  const popup = await app.openPopup();
  await popup.shows("Ada Example");
  const content = () => contexts.find(({ origin }) => origin.includes(app.browser.extensionId));
  await expect.poll(content).toBeDefined();
  // The popup's refresh of the tag list must be over, or its request would be taken for the page's.
  await expect.poll(() => app.requests()).toContain("GET /v1/ats/tags 200");
  app.sandbox.control.log.clear();

  /** Runs in the content script's world, as a compromised renderer could. */
  const inContent = async (expression: string): Promise<string> => {
    const call = { expression, contextId: content()!.id, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", call);
    return exceptionDetails ? `threw ${exceptionDetails.exception?.description}` : String(result.value);
  };
  const read = await inContent(
    "chrome.storage.local.get(null).then((all) => JSON.stringify(all), (e) => 'refused ' + e)",
  );
  expect(read).toMatch(/^(threw|refused)/);
  expect(await inContent("indexedDB.databases().then((all) => all.map((one) => one.name).join())")).toBe("");

  const asked = { tabId: 1, shown: { candidate: { id: ada.komboId } }, tags: [{ name: TAG, create: false }] };
  for (const name of ["tags.apply", "candidate.find", "settings.save", "connection.check"]) {
    const message = JSON.stringify({ quicktag: name, request: asked });
    const answer = await inContent(
      `chrome.runtime.sendMessage(${message}).then((a) => JSON.stringify(a) ?? "nothing", (e) => "refused " + e)`,
    );
    expect(answer, name).not.toContain("jobs");
    expect(answer, name).not.toContain('"ok":true');
  }
  expect(app.requests()).toEqual([]);
});

/** The hostile page of the second candidate, and the tag put on them from the menu. */
async function tagOnHostilePage(app: App): Promise<void> {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.tag(TAG);
  await popup.shows(`Added "${TAG}"`);
  await popup.close();
  await app.open(`${pageUrls(northwind.id).candidate(ben)[0]}?hostile=1`);
  await app.openMenu("h3");
  await app.keys.press("Return");
  await app.waitForTag(ben, TAG);
}

test("no element of a page silences the toast, and no font of a page spells it out @slow", async ({ app }) => {
  const fetched: string[] = [];
  app.tab.on("request", (request) => request.url().includes("/spy-") && fetched.push(request.url()));
  await tagOnHostilePage(app);
  await app.toast().shows(`Added "${TAG}"`);
  await letItTry(app);
  expect(fetched).toEqual([]);
  // The trap works: text of the page's own springs it.
  await app.tab.evaluate(() => {
    const bait = document.createElement("p");
    bait.dataset.ours = "";
    bait.style.fontFamily = "Spy";
    bait.textContent = "Q";
    document.body.append(bait);
  });
  await expect.poll(() => fetched.length).toBeGreaterThan(0);
});

test("the toast's own key undoes: pressed by a person, and not in a field of the page", async ({ app }) => {
  await tagOnHostilePage(app);
  const toast = app.toast();
  await toast.shows("Alt+Backspace");
  await app.tab.evaluate(() => {
    const field = document.createElement("input");
    field.dataset.ours = "";
    document.body.append(field);
    // It hears the key only if nobody took it away.
    field.addEventListener("keydown", (event) => {
      if (event.isTrusted && event.key === "Backspace") field.value = event.defaultPrevented ? "taken" : "heard";
      event.preventDefault();
    });
    field.focus();
  });
  await app.keys.press("alt+BackSpace");
  const field = app.tab.locator("input[data-ours]");
  await expect(field).toHaveValue("heard");
  expect(app.tagsOf(ben)).toContain(TAG);
  await app.tab.evaluate(() => (document.activeElement as HTMLElement).blur());
  await app.keys.press("alt+BackSpace");
  await toast.shows(`Removed "${TAG}"`);
  expect(app.tagsOf(ben)).toEqual(ben.tags);
  expect(app.writes()).toHaveLength(3);
});

test("the toast can be reached and closed by keys alone, and gives the focus back @slow", async ({ app }) => {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.tag(TAG);
  await popup.shows(`Added "${TAG}"`);
  await popup.close();
  await app.openCandidate(northwind, ben);
  await app.openMenu("h3");
  await app.keys.press("Return");
  const toast = app.toast();
  await toast.shows(`Added "${TAG}"`);
  const onToast = () => app.tab.evaluate(() => document.activeElement?.matches("[popover=manual]") === true);
  // Backwards from the top of the page there is the end of it, where the toast is.
  await app.tab.evaluate(() => (document.querySelector("main a") as HTMLElement).focus());
  for (let presses = 0; presses < 40 && !(await onToast()); presses += 1) await app.keys.press("Tab");
  expect(await onToast()).toBe(true);
  await app.keys.press("Escape");
  await expect.poll(() => toast.text()).toBe("");
  // Where it was before.
  expect(await app.tab.evaluate(() => document.activeElement?.tagName)).toBe("A");
});

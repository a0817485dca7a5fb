import { pageUrls } from "../../sandbox/sites";
import { EXTENSION } from "../harness/firefox-inspector";
import { until } from "../harness/until";
import { company } from "./support/app";
import { expect, type FirefoxApp, test } from "./support/firefox-app";

const northwind = company("Northwind Example");
const contoso = company("Contoso Sample");
const [ada, second, third] = northwind.people as [
  (typeof northwind.people)[0],
  (typeof northwind.people)[0],
  (typeof northwind.people)[0],
];
const ben = contoso.people[0]!;
const TAG = "Excellent Fit";

test("Firefox: set up, tag by shortcut, undo in the popup, tag by menu, undo in the page", async ({ firefox }) => {
  await firefox.connect(northwind);
  await firefox.openCandidate(northwind, ada);
  await firefox.openPopup();
  await firefox.tag(TAG);
  await firefox.waitForTag(ada, TAG);
  await firefox.waitUntilStill();
  await firefox.keys.press("ctrl+z");
  await firefox.waitForTag(ada, TAG, false);
  await firefox.closePopup();

  await firefox.openCandidate(northwind, second);
  await firefox.choose("h3", TAG);
  await firefox.waitForTag(second, TAG);
  await firefox.toastShows(`Tag added to ${second.firstName} ${second.lastName}`);
  await firefox.clickInToast("Undo");
  await firefox.waitForTag(second, TAG, false);
  expect(firefox.sandbox.control.tagsOf(second.komboId)).toEqual(second.tags);
});

test("Firefox: the sidebar stays closed until its command opens it, and reads the page @slow", async ({ firefox }) => {
  await firefox.connect(northwind);
  await firefox.openCandidate(northwind, ada);
  const sidebar = "SidebarController";
  const evaluate = <T>(code: string) => firefox.firefox.inspector.evaluateInBrowser<T>(code);
  expect(await evaluate(`${sidebar}.isOpen`)).toBe(false);
  await firefox.keys.press("alt+shift+u");
  await until("the sidebar to open", () => evaluate<boolean>(`${sidebar}.isOpen`));
  await until("the candidate to be looked up", () =>
    firefox.sandbox.control.log.requests.some(({ query }) => query.remote_ids === ada.remoteId),
  );
});

test("Firefox: from the sidebar the page is tagged by keys alone, and the next one waits for its key @slow", async ({
  firefox,
}) => {
  await firefox.connect(northwind);
  await firefox.openCandidate(northwind, ada);
  const evaluate = <T>(code: string) => firefox.firefox.inspector.evaluateInBrowser<T>(code);
  const { log } = firefox.sandbox.control;
  const lookedUp = (person: typeof ada) => log.waitFor(({ query }) => query.remote_ids === person.remoteId);
  await firefox.keys.press("alt+shift+u");
  await lookedUp(ada);
  await firefox.waitUntilStill();
  // Opening does not focus it; F6 does.
  const focused = `document.activeElement?.id === "sidebar"`;
  for (let n = 0; n < 6 && !(await evaluate<boolean>(focused)); n++) {
    await firefox.keys.press("F6");
    await firefox.waitUntilStill();
  }
  await firefox.tag(TAG);
  await firefox.waitForTag(ada, TAG);
  log.clear();
  await firefox.openCandidate(northwind, second);
  expect(log.requests).toEqual([]);
  await firefox.keys.press("alt+shift+u");
  await lookedUp(second);
  expect(firefox.sandbox.control.tagsOf(second.komboId)).toEqual(second.tags);
});

test("Firefox: links in a list are tagged by the menu and by Other tag…, another tenant's link is not @slow", async ({
  firefox,
}) => {
  await firefox.connect(northwind);
  await firefox.openCandidate(northwind, ada);
  await firefox.openPopup();
  await firefox.tag(TAG);
  await firefox.waitForTag(ada, TAG);
  await firefox.closePopup();

  const link = (person: { urlId: string }) => `a[href$="/people/${person.urlId}"]`;
  await firefox.open(pageUrls(northwind.id).list, "Greenhouse");
  await firefox.choose(link(second), TAG);
  await firefox.waitForTag(second, TAG);
  await firefox.choose(link(third), "Other tag…");
  await firefox.waitForPopupFocus();
  await firefox.tag("Freelance");
  await firefox.waitForTag(third, "Freelance");
  await firefox.closePopup();

  const before = firefox.writes();
  await firefox.open(pageUrls(contoso.id).list, "Greenhouse");
  await firefox.choose(link(ben), TAG);
  await firefox.waitForPopupFocus();
  await firefox.keys.press("Return");
  await firefox.closePopup();
  expect(firefox.writes()).toBe(before);
  expect(firefox.sandbox.control.tagsOf(ben.komboId)).toEqual(ben.tags);
});

test("Firefox: the popup asks for access to Kombo that was taken away, and the tag is sent @slow", async ({
  firefox,
}) => {
  await firefox.connect(northwind);
  // As a person does it in the add-ons manager.
  await firefox.firefox.inspector.evaluateInBrowser(`(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
    const { id, activePermissions } = ${EXTENSION};
    await ExtensionPermissions.remove(id, { permissions: [], origins: activePermissions.origins }, ${EXTENSION});
  })()`);
  await firefox.openCandidate(northwind, ada);
  await firefox.openPopup();
  await firefox.waitUntilStill();
  expect(firefox.sandbox.control.log.requests).toEqual([]);
  await firefox.keys.press("Tab");
  await firefox.keys.waitForMenu(() => firefox.keys.press("Return"));
  await firefox.clickInBrowser(`document.querySelector("#notification-popup .popup-notification-primary-button")`);
  await firefox.sandbox.control.log.waitFor(({ path, status }) => path === "/v1/ats/tags" && status === 200);
  await firefox.waitUntilStill();
  await firefox.closePopup();
  await firefox.openPopup();
  await firefox.tag(TAG);
  await firefox.waitForTag(ada, TAG);
});

test.describe("with an event page that is suspended after one second", () => {
  test.use({ prefs: { "extensions.background.idle.timeout": 1000 } });

  const wait = async (firefox: FirefoxApp, retryAfter: string): Promise<void> => {
    await firefox.connect(northwind);
    await firefox.openCandidate(northwind, ada);
    const fault = { code: "REMOTE.SERVICE_UNAVAILABLE", headers: { "Retry-After": retryAfter } };
    firefox.sandbox.control.faults.set([{ match: { method: "POST" }, times: 1, fault }]);
    await firefox.openPopup();
    await firefox.tag(TAG);
    await firefox.sandbox.control.log.waitFor(({ method, status }) => method === "POST" && status !== null);
    await firefox.closePopup();
    await until("the event page to be suspended", async () => (await firefox.backgroundState()) === "stopped");
    expect(firefox.writes()).toBe(1);
  };

  test("Firefox: a waiting job continues with the next gesture @slow", async ({ firefox }) => {
    await wait(firefox, "8");
    await until("the tag to be there", async () => {
      await firefox.openPopup();
      await firefox.closePopup();
      return firefox.sandbox.control.tagsOf(ada.komboId).includes(TAG);
    });
    expect(firefox.writes()).toBe(2);
  });

  test("Firefox: a waiting job continues by its alarm @slow", async ({ firefox }) => {
    await wait(firefox, "20");
    await firefox.waitForTag(ada, TAG, true, 60_000);
    expect(firefox.writes()).toBe(2);
  });
});

test("Firefox: the candidates a page lists are looked up, and tagged together @slow", async ({ firefox }) => {
  await firefox.connect(northwind);
  await firefox.open(pageUrls(northwind.id).list, "Greenhouse");
  await firefox.choose("h1", "Tag candidates listed here…");
  await firefox.keys.waitForWindow("Tag many");
  await firefox.waitUntilStill();
  // The text field, the file, the button.
  for (let tab = 0; tab < 3; tab += 1) await firefox.keys.press("Tab");
  await firefox.keys.press("Return");
  await until("somebody to be looked up", () =>
    firefox.sandbox.control.log.requests.some(({ query }) => query.remote_ids?.includes(ada.remoteId)),
  );
  await firefox.waitUntilStill();
  // "Start over", the filters of all, ready, not found and twice, the search, the rows, add or remove, the tag.
  for (let tab = 0; tab < 9; tab += 1) await firefox.keys.press("Tab");
  expect(firefox.writes()).toBe(0);
  await firefox.tag(TAG);
  for (const person of [ada, second]) await firefox.waitForTag(person, TAG, true, 30_000);
});

import { pageUrls } from "../../sandbox/sites";
import { company } from "./support/desk";
import { EXTENSION } from "./support/eyes";
import { expect, type FirefoxDesk, test } from "./support/firefox-desk";
import { until } from "./support/until";

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
  await firefox.carries(ada, TAG);
  await firefox.still();
  await firefox.keys.press("ctrl+z");
  await firefox.carries(ada, TAG, false);
  await firefox.closePopup();

  await firefox.openCandidate(northwind, second);
  await firefox.choose("h3", TAG);
  await firefox.carries(second, TAG);
  await firefox.toastShows(`Added "${TAG}" to ${second.firstName} ${second.lastName}`);
  await firefox.clickInToast("Undo");
  await firefox.carries(second, TAG, false);
  expect(firefox.sandbox.control.tagsOf(second.komboId)).toEqual(second.tags);
});

test("Firefox: links in a list, by menu and by Other tag…; another tenant's link is not written to", async ({
  firefox,
}) => {
  await firefox.connect(northwind);
  await firefox.openCandidate(northwind, ada);
  await firefox.openPopup();
  await firefox.tag(TAG);
  await firefox.carries(ada, TAG);
  await firefox.closePopup();

  const link = (person: { urlId: string }) => `a[href$="/people/${person.urlId}"]`;
  await firefox.open(pageUrls(northwind.id).list, "Greenhouse");
  await firefox.choose(link(second), TAG);
  await firefox.carries(second, TAG);
  await firefox.choose(link(third), "Other tag…");
  await firefox.popupHasKeys();
  await firefox.tag("Freelance");
  await firefox.carries(third, "Freelance");
  await firefox.closePopup();

  const before = firefox.writes();
  await firefox.open(pageUrls(contoso.id).list, "Greenhouse");
  await firefox.choose(link(ben), TAG);
  await firefox.popupHasKeys();
  await firefox.keys.press("Return");
  await firefox.closePopup();
  expect(firefox.writes()).toBe(before);
  expect(firefox.sandbox.control.tagsOf(ben.komboId)).toEqual(ben.tags);
});

test("Firefox: access to Kombo taken away is noticed, asked for, and the tag goes out", async ({ firefox }) => {
  await firefox.connect(northwind);
  // As the person does it in the add-ons manager.
  await firefox.firefox.eyes.inChrome(`(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
    const { id, activePermissions } = ${EXTENSION};
    await ExtensionPermissions.remove(id, { permissions: [], origins: activePermissions.origins }, ${EXTENSION});
  })()`);
  await firefox.openCandidate(northwind, ada);
  await firefox.openPopup();
  await firefox.still();
  expect(firefox.sandbox.control.log.requests).toEqual([]);
  await firefox.keys.press("Tab");
  await firefox.keys.opening(() => firefox.keys.press("Return"));
  await firefox.clickInBrowser(`document.querySelector("#notification-popup .popup-notification-primary-button")`);
  await firefox.sandbox.control.log.waitFor(({ path, status }) => path === "/v1/ats/tags" && status === 200);
  await firefox.still();
  await firefox.closePopup();
  await firefox.openPopup();
  await firefox.tag(TAG);
  await firefox.carries(ada, TAG);
});

test.describe("with an event page that is suspended after a moment", () => {
  test.use({ prefs: { "extensions.background.idle.timeout": 1000 } });

  const wait = async (firefox: FirefoxDesk, retryAfter: string): Promise<void> => {
    await firefox.connect(northwind);
    await firefox.openCandidate(northwind, ada);
    const fault = { code: "REMOTE.SERVICE_UNAVAILABLE", headers: { "Retry-After": retryAfter } };
    firefox.sandbox.control.faults.set([{ match: { method: "POST" }, times: 1, fault }]);
    await firefox.openPopup();
    await firefox.tag(TAG);
    await firefox.sandbox.control.log.waitFor(({ method, status }) => method === "POST" && status !== null);
    await firefox.closePopup();
    await until("the event page to be suspended", async () => (await firefox.background()) === "stopped");
    expect(firefox.writes()).toBe(1);
  };

  test("Firefox: what waited goes on with the next gesture", async ({ firefox }) => {
    await wait(firefox, "8");
    await until("the tag to be there", async () => {
      await firefox.openPopup();
      await firefox.closePopup();
      return firefox.sandbox.control.tagsOf(ada.komboId).includes(TAG);
    });
    expect(firefox.writes()).toBe(2);
  });

  test("Firefox: what waited goes on by its alarm @slow", async ({ firefox }) => {
    await wait(firefox, "20");
    await firefox.carries(ada, TAG, true, 60_000);
    expect(firefox.writes()).toBe(2);
  });
});

import type { Person } from "../../sandbox/data";
import { pageUrls } from "../../sandbox/sites";
import { company } from "./support/app";
import { ExtensionPage } from "./support/extension-page";
import { Popup } from "./support/popup";
import { expect, test } from "./support/reused-app";

const northwind = company("Northwind Example");
const [ada] = northwind.people as [Person];

test("a first tag for somebody made up, by the real shortcut, without a key: nothing is sent or kept", async ({
  app,
}) => {
  const { page } = await app.options();
  const field = page.getByRole("combobox", { name: "Tag", exact: true });
  const practice = page.locator(".practice");
  await page.getByRole("button", { name: "Tag this candidate" }).waitFor();
  await app.keys.press("alt+shift+y");
  await expect(field).toBeFocused();
  await app.keys.type("rem");
  await expect(page.getByRole("option", { name: "Remote", selected: true })).toBeVisible();
  await app.keys.press("Return");
  await expect(practice).toContainText('Added "Remote"');
  await expect(practice.getByText('Added "Remote"')).toBeInViewport();
  await expect(practice.getByRole("listitem")).toHaveText(["Referral", "Remote"]);
  await app.keys.press("ctrl+z");
  await expect(practice).toContainText('Removed "Remote"');
  await expect(practice.getByRole("listitem")).toHaveText(["Referral"]);
  await app.keys.press("Escape");
  await expect(page.getByRole("button", { name: "Tag this candidate" })).toBeFocused();

  expect(app.requests()).toEqual([]);
  const database = new ExtensionPage(page);
  for (const store of ["jobs", "uses", "tags"]) expect(await database.read(store)).toEqual([]);
  // The same shortcut in the same tab, gone to a candidate.
  await app.connect(northwind);
  await page.goto(pageUrls(northwind.id).candidate(ada)[0]!);
  await page.bringToFront();
  const popup = await Popup.openByShortcut(app.browser.popups, app.keys);
  await popup.shows(ada.lastName);
});

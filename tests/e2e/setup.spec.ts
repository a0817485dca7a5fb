import { API_KEY } from "../../sandbox/data";
import { company } from "./support/app";
import { OptionsPage } from "./support/options";
import { expect, test } from "./support/test";

const northwind = company("Northwind Example");
const integrations = [{ id: northwind.id, label: "Northwind" }];

/** The part of the extension API that a page's script puts off. */
declare const chrome: { storage: { managed: { get(): Promise<object> } } };

test("installing opens the options, which tell a wrong key from a right one", async ({ app }) => {
  const { context, extensionId } = app.browser;
  const isOptions = (url: string) => url.startsWith(`chrome-extension://${extensionId}/src/options/`);
  await expect.poll(() => context.pages().some((page) => isOptions(page.url()))).toBe(true);

  const options = await OptionsPage.open(context, extensionId);
  await options.fill({ key: "ks_dev_ThisIsNotTheRightKeyAtAll00000", integrations });
  await options.check();
  await expect(options.page.getByText("Kombo does not accept the API key.")).toBeVisible();

  await options.page.getByLabel("API key", { exact: true }).fill(API_KEY);
  await options.check();
  await expect(options.page.getByText("Ready to tag")).toBeVisible();
  await expect(options.page.getByText(northwind.organisation).first()).toBeVisible();
  await options.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(options.page.getByRole("button", { name: "Replace key" })).toBeVisible();
});

test("where the browser says only later what the company has set, the page waits and says what for @slow", async ({
  app,
}) => {
  const { context, extensionId } = app.browser;
  const page = await context.newPage();
  // As Chromium does at its own start, which a test may come too late for.
  await page.addInitScript(() => {
    const { managed } = chrome.storage;
    const ask = managed.get.bind(managed);
    const released = new Promise((resolve) => addEventListener("test-release", resolve, { once: true }));
    managed.get = () => released.then(() => ask());
  });
  await page.goto(`chrome-extension://${extensionId}/src/options/index.html?welcome`);
  await expect(page.getByRole("status").filter({ hasText: "Waiting for your company's settings" })).toBeVisible();
  await expect(page.getByLabel("API key", { exact: true })).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event("test-release")));
  await expect(page.getByLabel("API key", { exact: true })).toBeVisible();
  await expect(page.getByText("Waiting for your company's settings")).toHaveCount(0);

  // Whoever is set up waits for nothing, though the answer does not come at all.
  await app.connect(northwind);
  await page.reload();
  await expect(page.getByRole("button", { name: "Replace key" })).toBeVisible({ timeout: 2500 });
  await expect(page.getByText("Waiting for your company's settings")).toHaveCount(0);
});

test("the connection check notices that only candidates created through Kombo are synced", async ({ app }) => {
  app.sandbox.control.set({ integrations: { [northwind.id]: { onlyCreated: true } } });
  const options = await app.options();
  await options.fill({ key: API_KEY, integrations });
  await options.check();
  await expect(options.page.getByText("share only candidates created through Kombo")).toBeVisible();
});

test("the stored key is neither shown nor stored in clear text", async ({ app }) => {
  await app.connect(northwind);
  const options = await app.options();
  await options.page.getByRole("button", { name: "Replace key" }).waitFor();
  const secret = API_KEY.slice(-16);
  expect(await options.page.content()).not.toContain(secret);
  const stored = await options.page.evaluate(async () => {
    type Area = { get(keys: null): Promise<unknown> };
    const { local, session, sync } = (globalThis as unknown as { chrome: { storage: Record<string, Area> } }).chrome
      .storage;
    return JSON.stringify(await Promise.all([local, session, sync].map((area) => area?.get(null))));
  });
  expect(stored.length).toBeGreaterThan(100);
  expect(stored).not.toContain(secret);
});

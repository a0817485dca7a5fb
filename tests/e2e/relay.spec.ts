import { type LocalRelay, startLocalRelay } from "../../relay/local/relay";
import { API_KEY } from "../../sandbox/data";
import { BUILD } from "../harness/builds";
import { unpackedId } from "../harness/chromium";
import { company } from "./support/app";
import { filesWith } from "./support/files-with";
import { expect, test } from "./support/reused-app";
import { signInByKeys } from "./support/sign-in-window";

const northwind = company("Northwind Example");
const [person] = northwind.people as [(typeof northwind.people)[0]];
const ADA = { id: "user-ada", email: "ada@example.com", groups: ["recruiting"] };

let relay: LocalRelay;
const audit: string[] = [];

test.beforeAll(async ({ sandbox }) => {
  relay = await startLocalRelay({
    komboOrigin: sandbox.httpUrl,
    apiKey: API_KEY,
    integrations: [northwind.id],
    accounts: [ADA],
    extensionIds: [unpackedId(BUILD.chrome)],
    instances: 1,
    onAudit: (line) => audit.push(line),
  });
});
test.afterAll(() => relay.stop());

test("a recruiter signs in with the company's account and tags; the browser never has the key", async ({ app }) => {
  const { context } = app.browser;
  const { page } = await app.options();
  await page.getByLabel("Server", { exact: true }).selectOption({ label: "Company relay" });
  await page.getByLabel("Relay address").fill(relay.origin);
  await page.getByLabel("Integration ID", { exact: true }).fill(northwind.id);
  await page.getByRole("button", { name: "Sign in…" }).click();
  await expect(page.getByText("Do you know both of these?")).toBeVisible();
  for (const origin of [relay.origin, relay.identity.issuer])
    await expect(page.locator("code", { hasText: new URL(origin).host })).toBeVisible();
  await page.getByRole("button", { name: "Sign in at" }).press("Enter");
  await signInByKeys({ context, keys: app.keys, issuer: relay.identity.issuer }, ADA.id);
  await expect(page.getByText("Signed in as ada@example.com")).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByRole("button", { name: "Check connection" }).click();
  await expect(page.getByText("Ready to tag")).toBeVisible();
  await page.close();

  const popup = await app.openPopupOn(northwind);
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  expect(app.tagsOf(person)).toContain("Excellent Fit");
  const written = audit.map((line) => JSON.parse(line)).filter(({ action }) => action === "add-tag");
  expect(written).toMatchObject([{ user: ADA.id, tag: "Excellent Fit", candidate: person.komboId, status: 200 }]);
  // What is stored readably is found, so the key would be.
  expect(filesWith(app.browser.profile, ADA.email)).not.toEqual([]);
  expect(filesWith(app.browser.profile, API_KEY.slice(-16))).toEqual([]);
});

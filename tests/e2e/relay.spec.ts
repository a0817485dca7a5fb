import type { Page } from "@playwright/test";
import { type LocalRelay, startLocalRelay } from "../../relay/local/relay";
import { API_KEY } from "../../sandbox/data";
import { BUILD } from "../harness/builds";
import { unpackedId } from "../harness/chromium";
import { until } from "../harness/until";
import { type App, company } from "./support/app";
import { filesWith } from "./support/files-with";
import { expect, test } from "./support/reused-app";
import { signInByKeys } from "./support/sign-in-window";

const northwind = company("Northwind Example");
const [person] = northwind.people as [(typeof northwind.people)[0]];
const ADA = { id: "user-ada", email: "ada@example.com", groups: ["recruiting"] };
const BEN = { id: "user-ben", email: "ben@example.com", groups: ["sourcing"] };
/** Who works at the company. */
const accounts = [ADA, BEN];
const TOKEN_SECONDS = 5;

let relay: LocalRelay;
const audit: string[] = [];

test.beforeAll(async ({ sandbox }) => {
  relay = await startLocalRelay({
    komboOrigin: sandbox.httpUrl,
    apiKey: API_KEY,
    integrations: [northwind.id],
    accounts,
    extensionIds: [unpackedId(BUILD.chrome)],
    instances: 1,
    tokenSeconds: TOKEN_SECONDS,
    onAudit: (line) => audit.push(line),
  });
});
test.beforeEach(() => void audit.splice(0));
test.afterAll(() => relay.stop());

/** Sets Quicktag up for the relay and signs somebody in by real keys. */
async function signInAt(app: App, login: string): Promise<Page> {
  const { page } = await app.options();
  await page.getByLabel("Server", { exact: true }).selectOption({ label: "Company relay" });
  await page.getByLabel("Relay address").fill(relay.origin);
  await page.getByLabel("Integration ID", { exact: true }).fill(northwind.id);
  const out = page.getByRole("button", { name: "Sign out" });
  if (await out.isVisible()) await out.click();
  await page.getByRole("button", { name: "Sign in…" }).click();
  await expect(page.getByText("Do you know both of these?")).toBeVisible();
  for (const origin of [relay.origin, relay.identity.issuer])
    await expect(page.locator("code", { hasText: new URL(origin).host })).toBeVisible();
  await page.getByRole("button", { name: "Sign in at" }).press("Enter");
  await signInByKeys({ context: app.browser.context, keys: app.keys, issuer: relay.identity.issuer }, login);
  await expect(page.getByText(`Signed in as ${login.replace("user-", "")}@example.com`)).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  return page;
}

const tokenToEnd = () => new Promise((resolve) => setTimeout(resolve, (TOKEN_SECONDS + 1) * 1000));

const written = () => audit.map((line) => JSON.parse(line)).filter(({ action }) => action === "add-tag");

test("a recruiter signs in with the company's account and tags; the browser never has the key", async ({ app }) => {
  const page = await signInAt(app, ADA.id);
  await page.getByRole("button", { name: "Check connection" }).click();
  await expect(page.getByText("Ready to tag")).toBeVisible();
  await page.close();

  const popup = await app.openPopupOn(northwind);
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  expect(app.tagsOf(person)).toContain("Excellent Fit");
  await until("the audit line", () => written().length > 0);
  expect(written()).toMatchObject([{ user: ADA.id, tag: "Excellent Fit", candidate: person.komboId, status: 200 }]);
  // What is stored readably is found, so the key would be.
  expect(filesWith(app.browser.profile, ADA.email)).not.toEqual([]);
  expect(filesWith(app.browser.profile, API_KEY.slice(-16))).toEqual([]);
});

test("a leaver is refused and told; what waits is sent as nobody else, unless they want it @slow", async ({ app }) => {
  await (await signInAt(app, ADA.id)).close();
  const first = await app.openPopupOn(northwind);
  await first.tag("Excellent Fit");
  await first.shows('Added "Excellent Fit"');
  accounts.splice(accounts.indexOf(ADA), 1);
  await tokenToEnd();
  await first.tag("Career Fair");
  await first.shows("You are no longer signed in.");
  await first.leave();
  expect(app.tagsOf(person)).not.toContain("Career Fair");

  // Somebody else of the company takes over this browser.
  await (await signInAt(app, BEN.id)).close();
  const next = await app.openPopupOn(northwind);
  await next.shows("This was asked for under another sign-in.");
  await next.tag("Freelance");
  await app.waitForTag(person, "Freelance");
  expect(app.tagsOf(person)).not.toContain("Career Fair");
  await next.click("Retry");
  await app.waitForTag(person, "Career Fair");
  expect(written().map(({ user, tag, status }) => [user, tag, status])).toEqual([
    [ADA.id, "Excellent Fit", 200],
    [BEN.id, "Freelance", 200],
    [BEN.id, "Career Fair", 200],
  ]);
  accounts.push(ADA);
});

test("a relay that names another client than before signs out, says so and asks @slow", async ({ app }) => {
  const page = await signInAt(app, ADA.id);
  await expect(page.getByText("Signed in as ada@example.com")).toBeVisible();
  await page.route(`${relay.origin}/.well-known/quicktag`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), clientId: "another-client" } });
  });
  await page.getByRole("button", { name: "Sign in again" }).click();
  await expect(page.getByText("The relay names another place to sign in than before")).toBeVisible();
  await expect(page.getByText("Signed in as ada@example.com")).toHaveCount(0);
  // The window to sign in has not opened: the next step is a person's.
  expect(app.browser.context.pages().some((one) => one.url().startsWith(relay.identity.issuer))).toBe(false);
  await app.openCandidate(northwind);
  const popup = await app.openPopup();
  await popup.shows("Sign in");
});

test("a provider that lets no extension in is reached once the recruiter allows it @slow", async ({ app }) => {
  const { page } = await app.options();
  await page.getByLabel("Server", { exact: true }).selectOption({ label: "Company relay" });
  await page.getByLabel("Relay address").fill(relay.origin);
  const out = page.getByRole("button", { name: "Sign out" });
  if (await out.isVisible()) await out.click();
  const discovery = `${relay.identity.issuer}/.well-known/openid-configuration`;
  await page.route(discovery, (route) => route.abort());
  await page.getByRole("button", { name: "Sign in…" }).click();
  await page.getByRole("button", { name: "Sign in at" }).press("Enter");
  const { hostname } = new URL(relay.identity.issuer);
  const allow = page.getByRole("button", { name: `Allow access to ${hostname}` });
  await expect(allow).toBeVisible();
  await page.unroute(discovery);
  await allow.press("Enter");
  // The browser's question has the focus on Deny, and takes no answer for a while. Keys that come before it only find an
  // empty form.
  await until("the answer to be taken", async () => {
    await app.keys.press("Tab");
    await app.keys.press("Return");
    const isProvider = (one: Page) => one.url().startsWith(relay.identity.issuer);
    const { context } = app.browser;
    return context.pages().some(isProvider) || context.waitForEvent("page", { timeout: 1000 }).catch(() => null);
  });
  await signInByKeys({ context: app.browser.context, keys: app.keys, issuer: relay.identity.issuer }, ADA.id);
  await expect(page.getByText("Signed in as ada@example.com")).toBeVisible();
});

test("a sign-in that the provider renews goes on by itself, over a stopped worker too @slow", async ({ app }) => {
  await (await signInAt(app, ADA.id)).close();
  for (const tag of ["Excellent Fit", "Career Fair", "Freelance"]) {
    await tokenToEnd();
    await app.browser.killWorker();
    const popup = await app.openPopupOn(northwind);
    await popup.tag(tag);
    await popup.shows(`Added "${tag}"`);
    await popup.leave();
  }
});

test("a key that Kombo refuses is the relay's to mend, and is said so @slow", async ({ app }) => {
  await (await signInAt(app, ADA.id)).close();
  app.sandbox.control.faults.set([{ fault: { status: 401, code: "PLATFORM.AUTHENTICATION_INVALID" } }]);
  await app.openCandidate(northwind);
  const popup = await app.openPopup();
  await popup.shows("Kombo does not accept the key of your company's relay");
  await popup.shows("IT department");
});

import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { type LocalRelay, startLocalRelay } from "../../relay/local/relay";
import { API_KEY } from "../../sandbox/data";
import { BUILD, program } from "../harness/builds";
import { type Chromium, unpackedId } from "../harness/chromium";
import { launchFirefox } from "../harness/firefox";
import { launchBrowser } from "../harness/launch";
import { createProfile, removeProfile } from "../harness/profile-folder";
import { App, company } from "./support/app";
import { filesWith } from "./support/files-with";
import { FirefoxApp } from "./support/firefox-app";
import { keyedBuild } from "./support/keyed";
import { chromiumPolicy, firefoxWithPolicy } from "./support/managed-policy";
import { signInByKeys } from "./support/sign-in-window";
import { expect, test } from "./support/test";

// They change policies of the machine or copy a browser, so they run on demand: QUICKTAG_POLICY=1, and in CI.

const northwind = company("Northwind Example");
const [ada] = northwind.people as [(typeof northwind.people)[0]];
const ADA = { id: "user-ada", email: "ada@example.com", groups: ["recruiting"] };
const integrations = [{ id: northwind.id, label: "Hiring" }];
const rules = {
  mayCreateTags: false,
  tagRules: { forbiddenWords: ["freelance"] },
  tagNotes: [{ tag: "Career Fair", note: "Only with their consent." }],
};

test("Chromium: a company's policy, its sign-in, its rules; the key is nowhere in the profile @slow @policy", async ({
  display,
  sandbox,
}) => {
  const extension = keyedBuild(BUILD.chrome);
  const id = unpackedId(extension);
  const policy = chromiumPolicy(id);
  const profile = createProfile("chromium");
  const trafficLog = join(profile, "traffic.json");
  let relay: LocalRelay | undefined;
  let browser: Chromium | undefined;
  try {
    relay = await startLocalRelay({
      komboOrigin: sandbox.httpUrl,
      apiKey: API_KEY,
      integrations: [northwind.id],
      accounts: [ADA],
      extensionIds: [id],
      instances: 1,
      tokenSeconds: 120,
    });
    const values = {
      // As many people write an origin.
      server: { kind: "relay", url: `${relay.origin}/` },
      integrations,
      ...rules,
      historyDays: 400,
    };
    policy.set(values);
    browser = await launchBrowser({ display, httpsPort: sandbox.httpsPort }, { extension, profile, trafficLog });
    const app = new App(display, sandbox, browser);
    const { page } = await app.options();
    await expect(page.getByText("Set by your administrator").first()).toBeVisible();
    await expect(page.getByLabel("Server", { exact: true })).toBeDisabled();
    await expect(page.getByLabel("Relay address")).toHaveValue(relay.origin);
    await expect(page.getByLabel("Integration ID", { exact: true })).toBeDisabled();
    await expect(page.getByText("historyDays: not a possible value. Possible: 1 … 365")).toBeVisible();
    await page.getByRole("button", { name: "Sign in…" }).click();
    await page.getByRole("button", { name: "Sign in at" }).press("Enter");
    await signInByKeys({ context: browser.context, keys: app.keys, issuer: relay.identity.issuer }, ADA.id);
    await expect(page.getByText("Signed in as ada@example.com")).toBeVisible();
    await page.close();

    const popup = await app.openPopupOn(northwind);
    await popup.tag("Excellent Fit");
    await popup.shows('Added "Excellent Fit"');
    // The note comes first, and the tag with the next Enter.
    await popup.tag("Career Fair");
    await popup.shows("Only with their consent.");
    expect(app.tagsOf(ada)).not.toContain("Career Fair");
    await popup.press("Return");
    await popup.shows('Added "Career Fair"');
    // A forbidden tag that exists is not offered, and a new one may not be made.
    await popup.type("Freelance");
    await popup.shows("creating tags is switched off");
    await popup.press("Return");
    await popup.press("Return");
    await popup.leave();
    expect(app.tagsOf(ada)).not.toContain("Freelance");

    // A change reaches the browser while it runs.
    policy.set({ ...values, historyDays: 14 });
    const again = await app.options();
    const days = again.page.getByLabel("Keep outcomes for");
    await expect(days).toHaveValue("14", { timeout: 30_000 });
    await expect(days).toBeDisabled();
    await expect(again.page.getByText("historyDays: not a possible value")).toHaveCount(0);
    await browser.close();
    browser = undefined;
    // Profile and all traffic. What is stored and sent readably is found, so the key would be.
    expect(filesWith(profile, ADA.email).filter((file) => file !== trafficLog)).not.toEqual([]);
    const traffic = readFileSync(trafficLog, "utf8");
    for (const sent of ["authorization: Bearer eyJ", new URL(relay.origin).host, "/ats/candidates"])
      expect(traffic.toLowerCase()).toContain(sent.toLowerCase());
    expect(filesWith(profile, "Excellent Fit")).toContain(trafficLog);
    expect(filesWith(profile, API_KEY.slice(-16))).toEqual([]);
  } finally {
    policy.remove();
    await browser?.close();
    await relay?.stop();
    removeProfile(profile);
  }
});

test("Firefox: a policy sets the integration, and the recruiter gives the key only @slow @policy", async ({
  display,
  sandbox,
}, info) => {
  const copy = firefoxWithPolicy(realpathSync(program("FIREFOX_PATH")), {
    "3rdparty": { Extensions: { "quicktag@quicktag.example": { server: { kind: "eu" }, integrations, ...rules } } },
  });
  try {
    const firefox = await launchFirefox({
      extension: BUILD.firefox,
      executablePath: copy.program,
      display: display.name,
      httpsPort: sandbox.httpsPort,
    });
    const app = new FirefoxApp(firefox, sandbox, display, info);
    await app.keys.waitForWindow("Quicktag settings");
    await app.waitUntilStill();
    // Server and integrations are locked: the first field that takes the focus is the key's.
    await app.keys.press("Tab");
    await app.keys.type(API_KEY);
    await app.keys.press("Return");
    await app.waitUntilStill();
    display.screenshot(info.outputPath("locked.png"));
    await app.openCandidate(northwind, ada);
    await app.openPopup();
    await app.tag("Excellent Fit");
    await app.waitForTag(ada, "Excellent Fit");
    await firefox.close();
  } finally {
    copy.remove();
  }
});

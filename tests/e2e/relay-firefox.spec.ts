import { startLocalRelay } from "../../relay/local/relay";
import { API_KEY } from "../../sandbox/data";
import { until } from "../harness/until";
import { company } from "./support/app";
import { expect, test } from "./support/firefox-app";

const northwind = company("Northwind Example");
const [ada] = northwind.people as [(typeof northwind.people)[0]];
const ADA = { id: "user-ada", email: "ada@example.com", groups: ["recruiting"] };

test("Firefox: a recruiter signs in at a relay by real keys, and tags @slow", async ({ firefox }) => {
  const { keys, sandbox } = firefox;
  const audit: string[] = [];
  const relay = await startLocalRelay({
    komboOrigin: sandbox.httpUrl,
    apiKey: API_KEY,
    integrations: [northwind.id],
    accounts: [ADA],
    extensionIds: ["a".repeat(32)],
    instances: 1,
    onAudit: (line) => audit.push(line),
  });
  /** The address of the provider's page in the window that opened; empty without one. */
  const providersPage = () =>
    firefox.firefox.inspector.evaluateInBrowser<string>(
      `[...Services.wm.getEnumerator("navigator:browser")].map((one) => one.gBrowser.currentURI.spec)
        .find((address) => address.includes("/interaction/")) ?? ""`,
    );
  try {
    await keys.waitForWindow("Quicktag settings");
    await firefox.waitUntilStill();
    // Past the practice candidate to the server: the last of the list.
    await keys.press("Tab");
    await keys.press("Tab");
    await keys.press("End");
    await firefox.waitUntilStill();
    await keys.press("Tab");
    await keys.type(relay.origin);
    // "Sign in…", then the integration.
    await keys.press("Tab");
    await keys.press("Tab");
    await keys.type(northwind.id);
    await keys.press("shift+Tab");
    await keys.press("Return");
    // The button that goes on has the focus.
    await firefox.waitUntilStill();
    await keys.press("Return");
    await keys.waitForWindow("Sign-in");
    await firefox.waitUntilStill();
    const login = await until("the page to sign in", providersPage);
    await keys.type(ADA.id);
    await keys.press("Tab");
    await keys.type("any");
    await keys.press("Return");
    await until("the page to consent", async () => ![login, ""].includes(await providersPage()));
    await firefox.waitUntilStill();
    await keys.press("Return");
    await until("the window to close", async () => (await providersPage()) === "");
    await keys.waitForWindow("Quicktag settings");
    await firefox.waitUntilStill();
    // Past "Sign out" to the integration, where Enter saves.
    await keys.press("Tab");
    await keys.press("Tab");
    await keys.press("Return");
    await firefox.waitUntilStill();
    await firefox.openCandidate(northwind, ada);
    await firefox.openPopup();
    await firefox.tag("Excellent Fit");
    await firefox.waitForTag(ada, "Excellent Fit");
    const written = () => audit.map((line) => JSON.parse(line)).find(({ action }) => action === "add-tag");
    await until("the line of the audit log", written);
    expect(written()).toMatchObject({ user: ADA.id, tag: "Excellent Fit", status: 200 });
  } finally {
    await relay.stop();
  }
});

import type { Page } from "@playwright/test";
import { northwind } from "./shared-app";

/** The parts of the extension API that the fixtures call. */
declare const chrome: {
  storage: { local: { set(items: object): Promise<void> }; managed: { get(): Promise<object> } };
};

const RELAY = "https://tags.example.com";
const ISSUER = "https://id.example.com/realms/northwind";
const integrations = [{ id: northwind.id, connector: "greenhouse", label: "Hiring" }];
const signIn = {
  issuer: ISSUER,
  clientId: "quicktag",
  scopes: ["openid", "email", "offline_access"],
  audience: RELAY,
  token: "access",
  relay: RELAY,
  authorizationEndpoint: `${ISSUER}/auth`,
  tokenEndpoint: `${ISSUER}/token`,
  revocationEndpoint: null,
  subject: "user-ada",
  user: "ada.lovelace-example@recruiting.northwind.example.com",
};
const relay = { server: { kind: "relay", url: RELAY }, integrations, keyHint: null };

/** As it is stored; the browser here has no policy, so that what it says is no change of this one. */
const policy = (values: object, problems: readonly object[] = []) => ({
  version: 2,
  raw: "{}",
  values,
  defaults: [],
  problems,
});

const ENFORCED = {
  ...relay,
  mayCreateTags: false,
  historyDays: 14,
  tagRules: {
    allowed: { names: ["Silver medal", "Career Fair"], prefixes: ["Skill: "] },
    forbiddenWords: ["pregnant", "schwanger"],
    forbiddenParts: ["krank"],
    format: { minLength: 2, maxLength: 40, letterCase: "lower", characters: null, prefixes: ["Skill: ", "Event: "] },
  },
  tagNotes: [{ tag: "Do not contact", note: "Needs a reason in the notes." }],
  ownDomains: ["northwind.example.com"],
  byHand: false,
  batchLimit: 200,
  following: false,
};
const PROBLEMS = [
  { path: "signIn", reason: "contradiction" },
  { path: "historyDays", reason: "value", wants: "1 … 365" },
  { path: "apiKey", reason: "secret" },
  { path: "colour", reason: "unknown" },
];

interface Stored {
  settings: object;
  policy?: object | null;
  holds?: readonly object[];
}

/** Puts this state in place of the browser's own, and shows it. */
async function show(page: Page, { settings, policy: set = null, holds = [] }: Stored, ready: string): Promise<void> {
  await page.evaluate((items) => chrome.storage.local.set(items), { settings, policy: set });
  await page.evaluate(
    (values) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("quicktag");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const tx = opening.result.transaction(["holds"], "readwrite");
          tx.objectStore("holds").clear();
          for (const value of values) tx.objectStore("holds").put(value);
          tx.onabort = () => reject(tx.error);
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    holds,
  );
  await page.reload();
  await page.locator(ready).first().waitFor();
}

const ended = { kind: "signed-out", code: null, message: null, logUrl: null, retryAfterMs: null };

/** The settings of a company's recruiter: signed in, signed out, and what the company has set. */
export const COMPANY_FIXTURES = [
  {
    name: "options, signed in",
    act: (page: Page) => show(page, { settings: { ...relay, signIn } }, ".form .button-quiet"),
  },
  {
    name: "options, session ended",
    act: (page: Page) =>
      show(
        page,
        { settings: { ...relay, signIn }, holds: [{ scope: "key", failure: ended, since: Date.now() }] },
        ".form .notice-warn",
      ),
  },
  {
    name: "options, set up by a policy",
    act: (page: Page) => show(page, { settings: {}, policy: policy(ENFORCED, PROBLEMS) }, ".locked-by"),
  },
  {
    name: "options, locked and signed in",
    act: (page: Page) => show(page, { settings: { signIn }, policy: policy(ENFORCED) }, ".locked-by"),
  },
  {
    name: "options, waiting for the policy",
    act: async (page: Page) => {
      await page.addInitScript(() => {
        if (sessionStorage.getItem("late") === null) return;
        chrome.storage.managed.get = () => new Promise(() => undefined);
      });
      await page.evaluate(() => sessionStorage.setItem("late", "yes"));
      await show(page, { settings: {} }, ".head .muted");
      await page.evaluate(() => sessionStorage.removeItem("late"));
    },
  },
];

import type { Page } from "@playwright/test";
import { API_KEY } from "../../sandbox/data";
import { HOSTILE_URL, pageUrls } from "../../sandbox/sites";
import { company, type Desk } from "./support/desk";
import { expect, test } from "./support/test";

const northwind = company("Northwind Example");
const ada = northwind.people[0]!;
const TAG = "Excellent Fit";

interface Attempts {
  messagesPosted: number;
  eventsFaked: number;
  textRead: string[];
  extensionReached: boolean;
}

const attempts = (page: Page) => page.evaluate(() => (window as unknown as { __attempts: Attempts }).__attempts);

/** Waits until the page has tried everything some more times. */
async function letItTry(desk: Desk): Promise<void> {
  const before = (await attempts(desk.tab)).eventsFaked;
  await expect.poll(async () => (await attempts(desk.tab)).eventsFaked).toBeGreaterThan(before + 8);
}

test("a page that posts messages and fakes events gets nothing sent and finds no extension", async ({ desk }) => {
  await desk.connect(northwind);
  desk.sandbox.control.log.clear();
  await desk.open(HOSTILE_URL);
  await letItTry(desk);
  await desk.open(`${pageUrls(northwind.id).candidate(ada)[0]}?hostile=1`);
  await letItTry(desk);
  expect(desk.requests()).toEqual([]);
  expect((await attempts(desk.tab)).extensionReached).toBe(false);
  const script = `chrome-extension://${desk.browser.extensionId}/src/content/inject.js`;
  const probe = await desk.tab.evaluate(
    (url) =>
      fetch(url).then(
        () => "reached",
        () => "blocked",
      ),
    script,
  );
  expect(probe).toBe("blocked");
});

test("on a hostile page only the recruiter's own tag is written", async ({ desk }) => {
  await desk.connect(northwind);
  await desk.open(`${pageUrls(northwind.id).candidate(ada)[0]}?hostile=1`);
  const popup = await desk.openPopup();
  await popup.shows("Ada Example");
  await popup.tag(TAG);
  await popup.shows(`Added "${TAG}"`);
  await letItTry(desk);
  expect(desk.writes()).toHaveLength(1);
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, TAG]);
  expect((await attempts(desk.tab)).textRead.join("\n")).not.toContain(API_KEY);
});

test("a content context can neither read the key nor ask for anything", async ({ desk }) => {
  await desk.connect(northwind);
  await desk.openCandidate(northwind);
  const session = await desk.browser.context.newCDPSession(desk.tab);
  const contexts: { id: number; origin: string }[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => contexts.push(context));
  await session.send("Runtime.enable");
  const popup = await desk.openPopup();
  await popup.shows("Ada Example");
  const content = () => contexts.find(({ origin }) => origin.includes(desk.browser.extensionId));
  await expect.poll(content).toBeDefined();
  // The popup's own refresh of the tag list must be over before anything is laid at the page's door.
  await expect.poll(() => desk.requests()).toContain("GET /v1/ats/tags 200");
  desk.sandbox.control.log.clear();

  /** Runs in the content script's own world: what a taken-over renderer could do. */
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
  expect(desk.requests()).toEqual([]);
});

import type { Person } from "../../sandbox/data";
import { pageUrls } from "../../sandbox/sites";
import { SeededRandom } from "../harness/seeded-random";
import { until } from "../harness/until";
import { company } from "./support/app";
import { ExtensionPage, shownAs } from "./support/extension-page";
import { Field } from "./support/field";
import { expect, test } from "./support/reused-app";

// A person types, closes the popup and moves on while a network as slow as the real one is still answering.
test.use({ latency: "human" });

const northwind = company("Northwind Example");
const people = northwind.people.filter((person) => person.synced);
const seed = Number(process.env.QUICKTAG_SEED ?? 20260301);

/** A few tags the candidate does not have yet. */
function freeTags(person: Person, count: number, random: SeededRandom): string[] {
  const free = northwind.tags.filter((tag) => !person.tags.includes(tag) && /^[\w ]+$/.test(tag));
  return Array.from({ length: count }, () => free.splice(random.below(free.length), 1)[0]!);
}

test("tag, close at once, next candidate: every tag reaches the person it was typed for", async ({ app }) => {
  await app.connect(northwind);
  const random = new SeededRandom(seed);
  const expected = new Map<Person, string[]>();
  for (const person of people.slice(0, 3)) {
    const tags = freeTags(person, 2, random);
    await app.openCandidate(northwind, person);
    const popup = await app.openPopup();
    for (const tag of tags) {
      await popup.typeAsHuman(tag, random.below(1000));
      await popup.press("Return");
      await new Field(popup).holds("");
    }
    await popup.close();
    expected.set(person, [...person.tags, ...tags]);
  }
  for (const [person, tags] of expected) {
    await until(`all tags of ${person.firstName}`, () => app.tagsOf(person).length === tags.length);
    expect([...app.tagsOf(person)], `seed ${seed}`).toEqual(tags);
  }
  const others = northwind.people.filter((person) => !expected.has(person));
  for (const person of others) expect(app.tagsOf(person)).toEqual(person.tags);
});

test("a tag typed and submitted before the candidate is known goes to that candidate", async ({ app }) => {
  await app.connect(northwind);
  // Slower than any hand, so that Enter always comes first.
  app.sandbox.control.setLatency({ reads: [4000, 4500] });
  const [person] = people as [Person];
  const [tag] = freeTags(person, 1, new SeededRandom(seed)) as [string];
  await app.openCandidate(northwind, person);
  const popup = await app.openPopup();
  await popup.typeAsHuman(tag, seed);
  await popup.press("Return");
  expect(await popup.text()).not.toContain(person.lastName);
  await popup.shows(`Added "${tag}"`);
  expect(app.tagsOf(person)).toEqual([...person.tags, tag]);
});

test("a half-typed tag is there again when the popup is reopened over the same candidate @slow", async ({ app }) => {
  await app.connect(northwind);
  const [person, next] = people as [Person, Person];
  const popup = await app.openPopupOn(northwind, person);
  await popup.typeAsHuman("Exc", seed);
  // The shortcut closes it; Escape would clear the field first.
  await popup.press("alt+shift+y");
  await until("the popup to close", () => popup.page.isClosed());
  const other = await app.openPopupOn(northwind, next);
  await new Field(other).holds("");
  await other.close();
  const again = await app.openPopupOn(northwind, person);
  await new Field(again).holds("Exc");
  await app.keys.typeAsHuman("ellent Fit", seed);
  await new Field(again).holds("Excellent Fit");
  await again.press("Return");
  await again.shows('Added "Excellent Fit"');
  expect(app.tagsOf(person)).toEqual([...person.tags, "Excellent Fit"]);
  expect(app.tagsOf(next)).toEqual(next.tags);
});

test("a key saved while a tag is being sent is not waited for and not sent with it", async ({ app }) => {
  await app.connect(northwind);
  const [person] = people as [Person];
  const [first, next] = freeTags(person, 2, new SeededRandom(seed)) as [string, string];
  const page = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  const [sent] = (await page.add(northwind, person, first)) as [string];
  const write = await app.sandbox.control.log.waitFor(({ method }) => method === "POST");
  const { id, connector } = northwind;
  const wrong = {
    server: { kind: "eu" as const },
    key: "ks_dev_OfSomebodyElse",
    integrations: [{ id, connector, label: "" }],
  };
  expect(await page.request("settings.save", wrong)).toEqual({ ok: true });
  expect(write.answeredAt).toBeNull();
  expect((await page.job(sent)).state).toBe("done");
  const [held] = (await page.add(northwind, person, next)) as [string];
  await page.job(held, ({ failure }) => failure?.kind === "key-invalid");
  expect(app.tagsOf(person)).toEqual([...person.tags, first]);
});

test("undo is not offered over the tag a colleague added since the candidate was read @slow", async ({ app }) => {
  await app.connect(northwind);
  const [person] = people as [Person];
  const [tag] = freeTags(person, 1, new SeededRandom(seed)) as [string];
  // Kombo's copy counts only when it is there before the write is done.
  app.sandbox.control.setLatency({ reads: [20, 60], writes: [600, 900] });
  app.sandbox.control.company(northwind.id).candidate(person.komboId)?.tags.push(tag);
  app.sandbox.control.sync();
  const page = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  const shown = { ...shownAs(northwind, person), asOf: Date.now() - 20 * 24 * 60 * 60_000 };
  const answer = await page.request("tags.apply", { shown, tags: [{ name: tag, create: false }] });
  if (!answer.ok) throw new Error("refused");
  const job = await page.job(answer.jobs[0] as string);
  expect([job.state, job.alreadyPresent]).toEqual(["done", true]);
  await page.close();
  const popup = await app.openPopupOn(northwind, person);
  await popup.shows(tag);
  expect(await popup.text()).not.toMatch(/\bUndo\b/);
});

test("an outcome is told to no other site, and is there when the recruiter comes back @slow", async ({ app }) => {
  await app.connect(northwind);
  const [person] = people as [Person];
  const [tag] = freeTags(person, 1, new SeededRandom(seed)) as [string];
  const popup = await app.openPopupOn(northwind, person);
  await popup.typeAsHuman(tag, seed);
  await popup.press("Return");
  await popup.close();
  await app.open(pageUrls(company("workable").id).candidate(company("workable").people[0]!)[0]!);
  await app.waitForTag(person, tag);
  const { log } = app.sandbox.control;
  await log.waitFor(({ method, answeredAt }) => method === "POST" && answeredAt !== null);
  const page = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  await until("the job to be over", async () => (await page.jobs()).every(({ state }) => state === "done"));
  await page.close();
  expect(await app.toast().text()).toBe("");
  await app.openCandidate(northwind, person);
  const again = await app.openPopup();
  await again.shows(`Added "${tag}"`);
});

test("an outcome for somebody else is told by the popup that the same tab shows meanwhile @slow", async ({ app }) => {
  await app.connect(northwind);
  app.sandbox.control.setLatency({ writes: [3000, 3000] });
  const [person, next] = people as [Person, Person];
  const [tag] = freeTags(person, 1, new SeededRandom(seed)) as [string];
  const popup = await app.openPopupOn(northwind, person);
  await popup.typeAsHuman(tag, seed);
  await popup.press("Return");
  await new Field(popup).holds("");
  await popup.close();
  const other = await app.openPopupOn(northwind, next);
  await other.shows(`${person.firstName} ${person.lastName}: Added "${tag}"`);
  expect(app.tagsOf(next)).toEqual(next.tags);
});

import { unknownUrl } from "../../sandbox/sites";
import { SeededRandom } from "../harness/seeded-random";
import { company } from "./support/app";
import { expect, test } from "./support/reused-app";
import { TagManyPage } from "./support/tag-many";
import { onScreen } from "./support/toast";

const northwind = company("Northwind Example");
const heron = company("Heron Example");

test("a page with 10,000 links that lie adds nobody by itself @slow", async ({ app }) => {
  test.setTimeout(180_000);
  await app.connect(northwind);
  await app.open(unknownUrl(northwind.people[0]!));
  const random = new SeededRandom(14);
  const people = northwind.people;
  const others = heron.people;
  const links = Array.from({ length: 10_000 }, () => {
    const person = random.pick(people);
    const name = random.pick([person, random.pick(people), random.pick(others)]);
    const href = random.pick([
      `https://app.greenhouse.io/people/${person.remoteId}`,
      `https://app.greenhouse.io/people/${person.remoteId}?application_id=1#x`,
      `https://app.greenhouse.io.example.test/people/${person.remoteId}`,
      `https://app.greenhouse.io@hostile.example.test/people/${person.remoteId}`,
      `https://app.greenh\u043euse.io/people/${person.remoteId}`,
      `https://app.greenhouse.io/people/${Math.floor(random.next() * 1e9)}`,
      `https://www.linkedin.com/in/${name.firstName.toLowerCase()}`,
      `mailto:${person.firstName.toLowerCase()}@example.com`,
      `javascript:alert(${person.remoteId})`,
      `/people/${person.remoteId}`,
    ]);
    return { href, text: `${name.firstName} ${name.lastName}` };
  });
  await app.tab.evaluate((all) => {
    const list = document.createElement("div");
    list.id = "lies";
    for (const { href, text } of all) {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = text;
      const line = document.createElement("p");
      line.append("Candidate with a name: ", link);
      list.append(line);
    }
    document.body.replaceChildren(list);
    getSelection()?.selectAllChildren(list);
  }, links);
  const box = (await app.tab.locator("#lies p").nth(2).boundingBox())!;
  const before = app.browser.context.pages().length;
  const at = await onScreen(app.tab, box.x + 60, box.y + box.height / 2);
  await app.keys.waitForMenu(() => app.keys.click(at.x, at.y, "right"));
  // "Inspect" is the last one.
  await app.keys.press("Up");
  await app.keys.press("Up");
  await app.keys.press("Return");
  await expect.poll(() => app.browser.context.pages().length, { timeout: 15_000 }).toBe(before + 1);
  const many = new TagManyPage(app.browser.context.pages().at(-1)!, app);
  await many.shows(/\d+ rows?/);
  expect(app.requests()).toEqual([]);
  await many.press("Look them up");
  await many.states();
  await many.shows(/\d+ rows, 0 included/);
  expect(await many.button(/^Ready/).count()).toBe(0);
  expect(await many.button(/^Needs checking/).count()).toBe(1);
  expect(app.writes()).toEqual([]);
});

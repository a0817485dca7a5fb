import { company } from "./support/desk";
import { expect, test } from "./support/test";

const northwind = company("Northwind Example");
const [ada, second] = northwind.people as [(typeof northwind.people)[0], (typeof northwind.people)[0]];

test("shortcut, tag, Enter: the candidate carries the tag, by two requests, and the next one by one", async ({
  desk,
}) => {
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, "Excellent Fit"]);
  const write = `POST /v1/ats/candidates/${ada.komboId}/tags 200`;
  expect(desk.requests().filter((line) => !line.includes("/ats/tags"))).toEqual(["GET /v1/ats/candidates 200", write]);

  await popup.tag("Career Fair");
  await popup.shows('Added "Career Fair"');
  expect(desk.writes()).toEqual([write, write]);
  await popup.close();

  desk.sandbox.control.log.clear();
  const again = await desk.openPopup();
  await again.shows("Ada Example");
  await again.tag("Freelance");
  await again.shows('Added "Freelance"');
  expect(desk.requests().filter((line) => !line.includes("/ats/tags"))).toEqual([write]);
});

test("what is typed before the candidate is known is kept and goes to this candidate", async ({ desk }) => {
  await desk.connect(northwind);
  desk.sandbox.control.faults.set([
    { match: { method: "GET", pathIncludes: "/candidates" }, fault: { hold: "answer" } },
  ]);
  await desk.openCandidate(northwind);
  const popup = await desk.openPopup();
  await popup.tag("Excellent Fit");
  await desk.sandbox.control.log.waitFor(({ path }) => path.endsWith("/candidates"));
  expect(desk.writes()).toEqual([]);
  desk.sandbox.control.faults.release("answer");
  await popup.shows('Added "Excellent Fit"');
  expect(desk.tagsOf(ada)).toContain("Excellent Fit");
});

test("Undo takes the tag away again", async ({ desk }) => {
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  await popup.click("Undo");
  await popup.shows('Removed "Excellent Fit"');
  expect(desk.tagsOf(ada)).toEqual(ada.tags);
});

test("a tag nobody has yet is created by a second, deliberate Enter only", async ({ desk }) => {
  await desk.connect(northwind);
  await desk.openCandidate(northwind, second);
  const popup = await desk.openPopup();
  await popup.shows(second.firstName);
  await popup.tag("Speaks Esperanto");
  await popup.shows("Speaks Esperanto");
  await popup.ready();
  expect(desk.writes()).toEqual([]);
  await popup.press("Return");
  await popup.shows('Added "Speaks Esperanto"');
  expect(desk.tagsOf(second)).toContain("Speaks Esperanto");
});

test("an existing tag wins over another spelling of it", async ({ desk }) => {
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  await popup.tag("excellent fit");
  await popup.shows('Added "Excellent Fit"');
  expect(desk.tagsOf(ada)).toEqual([...ada.tags, "Excellent Fit"]);
});

test("warnings stand folded under a success", async ({ desk }) => {
  const warnings = ["The tag was stored without its colour."];
  desk.sandbox.control.set({ integrations: { [northwind.id]: { warnings } } });
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  expect(await popup.text()).not.toContain(warnings[0]);
  await popup.click("1 warning");
  await popup.shows(warnings[0]!);
});

test("a failure says what to do and who can do it", async ({ desk }) => {
  desk.sandbox.control.set({ integrations: { [northwind.id]: { permissionMissing: true } } });
  await desk.connect(northwind);
  const popup = await desk.popupOn(northwind);
  await popup.tag("Excellent Fit");
  await popup.shows("Kombo lacks a permission in Greenhouse");
  await popup.shows("an administrator of Greenhouse");
  expect(desk.tagsOf(ada)).toEqual(ada.tags);
});

test("the popup's remembered Kombo ID is not valid any more: the tag goes to the new one, and the popup says so", async ({
  desk,
}) => {
  await desk.connect(northwind);
  const first = await desk.popupOn(northwind);
  await first.close();
  const now = desk.sandbox.control.company(northwind.id).reissue(ada.komboId);

  const popup = await desk.openPopup();
  await popup.shows("Ada Example");
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  expect(desk.sandbox.control.tagsOf(now)).toEqual([...ada.tags, "Excellent Fit"]);
  await popup.press("ctrl+z");
  await popup.shows('Removed "Excellent Fit"');
  expect(desk.sandbox.control.tagsOf(now)).toEqual(ada.tags);
});

import { company } from "./support/app";
import { expect, test } from "./support/reused-app";

const northwind = company("Northwind Example");
const [ada, second] = northwind.people as [(typeof northwind.people)[0], (typeof northwind.people)[0]];

test("shortcut, tag, Enter: the first tag takes two requests, the next one only one", async ({ app }) => {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  expect(app.tagsOf(ada)).toEqual([...ada.tags, "Excellent Fit"]);
  const write = `POST /v1/ats/candidates/${ada.komboId}/tags 200`;
  expect(app.requests().filter((line) => !line.includes("/ats/tags"))).toEqual(["GET /v1/ats/candidates 200", write]);

  await popup.tag("Career Fair");
  await popup.shows('Added "Career Fair"');
  expect(app.writes()).toEqual([write, write]);
  await popup.close();

  app.sandbox.control.log.clear();
  const again = await app.openPopup();
  await again.shows("Ada Example");
  await again.tag("Freelance");
  await again.shows('Added "Freelance"');
  expect(app.requests().filter((line) => !line.includes("/ats/tags"))).toEqual([write]);
});

test("a tag typed before the candidate is known goes to that candidate @slow", async ({ app }) => {
  await app.connect(northwind);
  app.sandbox.control.faults.set([
    { match: { method: "GET", pathIncludes: "/candidates" }, fault: { hold: "answer" } },
  ]);
  await app.openCandidate(northwind);
  const popup = await app.openPopup();
  await popup.tag("Excellent Fit");
  await app.sandbox.control.faults.waitUntilHeld("answer");
  expect(app.writes()).toEqual([]);
  app.sandbox.control.faults.release("answer");
  await popup.shows('Added "Excellent Fit"');
  expect(app.tagsOf(ada)).toContain("Excellent Fit");
});

test("Undo removes the tag", async ({ app }) => {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  await popup.click("Undo");
  await popup.shows('Removed "Excellent Fit"');
  expect(app.tagsOf(ada)).toEqual(ada.tags);
});

test("a new tag is created only by a second Enter", async ({ app }) => {
  await app.connect(northwind);
  await app.openCandidate(northwind, second);
  const popup = await app.openPopup();
  await popup.shows(second.firstName);
  await popup.tag("Speaks Esperanto");
  await popup.shows("Speaks Esperanto");
  await popup.ready();
  expect(app.writes()).toEqual([]);
  await popup.press("Return");
  await popup.shows('Added "Speaks Esperanto"');
  expect(app.tagsOf(second)).toContain("Speaks Esperanto");
});

test("another spelling of an existing tag adds the existing tag", async ({ app }) => {
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.tag("excellent fit");
  await popup.shows('Added "Excellent Fit"');
  expect(app.tagsOf(ada)).toEqual([...ada.tags, "Excellent Fit"]);
});

test("warnings are folded under a success @slow", async ({ app }) => {
  const warnings = ["The tag was stored without its colour."];
  app.sandbox.control.set({ integrations: { [northwind.id]: { warnings } } });
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  expect(await popup.text()).not.toContain(warnings[0]);
  await popup.click("1 warning");
  await popup.shows(warnings[0]!);
});

test("a failure says what to do and who can do it", async ({ app }) => {
  app.sandbox.control.set({ integrations: { [northwind.id]: { permissionMissing: true } } });
  await app.connect(northwind);
  const popup = await app.openPopupOn(northwind);
  await popup.tag("Excellent Fit");
  await popup.shows("Kombo may not tag in Greenhouse");
  await popup.shows("an admin of Greenhouse");
  expect(app.tagsOf(ada)).toEqual(ada.tags);
});

test("if the remembered Kombo ID is no longer valid, the tag and its undo go to the new ID", async ({ app }) => {
  await app.connect(northwind);
  const first = await app.openPopupOn(northwind);
  await first.close();
  const now = app.sandbox.control.company(northwind.id).reissue(ada.komboId);

  const popup = await app.openPopup();
  await popup.shows("Ada Example");
  await popup.tag("Excellent Fit");
  await popup.shows('Added "Excellent Fit"');
  expect(app.sandbox.control.tagsOf(now)).toEqual([...ada.tags, "Excellent Fit"]);
  await popup.press("ctrl+z");
  await popup.shows('Removed "Excellent Fit"');
  expect(app.sandbox.control.tagsOf(now)).toEqual(ada.tags);
});

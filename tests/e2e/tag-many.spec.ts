import { company } from "./support/app";
import { axeFindings } from "./support/axe";
import { expect, test } from "./support/reused-app";
import { TagManyPage } from "./support/tag-many";

const northwind = company("Northwind Example");
const [ada, second, third] = northwind.people as [
  (typeof northwind.people)[0],
  (typeof northwind.people)[0],
  (typeof northwind.people)[0],
];
const nameOf = ({ firstName, lastName }: typeof ada) => `${firstName} ${lastName}`;

test("Tag many: from a pasted table to the report, and back again", async ({ app }) => {
  await app.connect(northwind);
  const many = await TagManyPage.open(app);
  await many.paste(
    [
      "Name,Link,E-mail",
      `${nameOf(ada)},https://app.greenhouse.io/people/${ada.remoteId},`,
      `${nameOf(second)},,${second.emails[0]}`,
      `"Somebody, Else",https://app.greenhouse.io/people/${third.remoteId},`,
      "Nobody Known,,nobody@example.com",
      `${nameOf(ada)},,${ada.emails[0]}`,
      "=cmd(),,",
    ].join("\n"),
  );
  expect(await many.states()).toEqual(["Ready", "Ready", "Refused", "Not found", "Twice", "Refused"]);
  expect(app.writes()).toEqual([]);
  expect(await axeFindings(many.page)).toEqual([]);

  await many.tag("Career Fair");
  await many.press("Add “Career Fair” to 2 people in Greenhouse (Northwind Example)");
  await many.shows("All done.");
  expect(app.tagsOf(ada)).toEqual([...ada.tags, "Career Fair"]);
  expect(app.tagsOf(second)).toEqual([...second.tags, "Career Fair"]);
  expect(app.tagsOf(third)).toEqual(third.tags);
  expect(app.writes()).toHaveLength(2);
  expect(await axeFindings(many.page)).toEqual([]);

  const report = await many.report();
  expect(report[0]).toBe("Row,Person,ATS ID,Tag,Outcome,Reason,Time,Input");
  expect(report.slice(1).map((line) => line.split(",").slice(0, 5))).toEqual([
    ["1", nameOf(ada), ada.remoteId, "Career Fair", "done"],
    ["2", nameOf(second), second.remoteId, "Career Fair", "done"],
    ["3", "", "", "", "Refused"],
    ["4", "", "", "", "Not found"],
    ["5", "", "", "", "Twice"],
    ["6", "", "", "", "Not understood"],
  ]);
  expect(report[6]).toMatch(/"'=cmd\(\)"$/);

  await many.press("Undo …");
  await many.press("Undo for 2 people");
  await many.press("Show the undo");
  await many.shows("All done.");
  expect(app.tagsOf(ada)).toEqual(ada.tags);
  expect(app.tagsOf(second)).toEqual(second.tags);
});

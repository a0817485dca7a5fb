import { company } from "./support/app";
import { expect, test } from "./support/reused-app";

const northwind = company("Northwind Example");
const lever = company("lever");
const TAG = "Excellent Fit";

test("adds and removals carry the recruiter's user in Greenhouse and nowhere else", async ({ app }) => {
  await app.connect(northwind, lever);
  const options = await app.options();
  await options.page.getByLabel("Work e-mail address", { exact: true }).fill("rita.recruiter@example.com");
  await options.page.getByRole("button", { name: "Find my user" }).click();
  await options.page.getByText("Rita Recruiter").waitFor();
  if (options.page !== app.tab) await options.page.close();
  app.sandbox.control.log.clear();

  for (const of of [northwind, lever]) {
    const person = of.people[0]!;
    await app.openCandidate(of, person);
    const popup = await app.openPopup();
    await popup.shows(`${person.firstName} ${person.lastName}`);
    await popup.tag(TAG);
    await popup.shows(`Added "${TAG}"`);
    await popup.click("Undo");
    await popup.shows(`Removed "${TAG}"`);
    await popup.close();
  }
  const bodies = app.sandbox.control.log.requests
    .filter(({ method }) => method !== "GET")
    .map(({ method, body }) => [method, body]);
  const named = { tag: { name: TAG }, remote_fields: { greenhouse: { post_headers: { "On-Behalf-Of": "9001" } } } };
  const plain = { tag: { name: TAG } };
  expect(bodies).toEqual([
    ["POST", named],
    ["DELETE", named],
    ["POST", plain],
    ["DELETE", plain],
  ]);
});

import { API_KEY } from "../sandbox/data";
import { pageUrls } from "../sandbox/sites";
import { company } from "../tests/e2e/support/app";
import { OptionsPage } from "../tests/e2e/support/options";
import type { Session } from "../tests/harness/launch";

const COMPANIES = ["Northwind Example", "lever", "odoo"].map(company);

/** Connects Quicktag to made-up companies and opens a candidate, for a person to try; prints what to do. */
export async function prepareToTry({ browser }: Session): Promise<void> {
  const options = await OptionsPage.open(browser.context, browser.extensionId);
  const integrations = COMPANIES.map(({ id, organisation }) => ({ id, label: organisation }));
  await options.connect({ key: API_KEY, integrations });
  const [northwind] = COMPANIES;
  const tab = await browser.context.newPage();
  await tab.goto(pageUrls(northwind!.id).candidate(northwind!.people[0]!)[0]!);
  await tab.bringToFront();
  console.log(`
Quicktag is connected to made-up companies, and Ada Example is open.
Press Alt+Shift+Y, type a tag, press Enter. Other places to try:
${COMPANIES.map(({ id, organisation }) => `  ${organisation.padEnd(20)} ${pageUrls(id).list}`).join("\n")}
`);
}

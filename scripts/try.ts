// A browser with Quicktag for a person to try; stays until it is closed.
import { API_KEY, INTEGRATIONS } from "../sandbox/data";
import { startSandbox } from "../sandbox/server";
import { HOSTILE_URL, pageUrls } from "../sandbox/sites";
import { company } from "../tests/e2e/support/app";
import { OptionsPage } from "../tests/e2e/support/options";
import { BUILD, program } from "../tests/harness/builds";
import { launchChromium } from "../tests/harness/chromium";

const COMPANIES = ["Northwind Example", "lever", "odoo"].map(company);

const sandbox = await startSandbox({ latency: "human" });
const hosts = ["api.kombo.dev", "api.us.kombo.dev", new URL(HOSTILE_URL).host];
for (const { host } of INTEGRATIONS) if (host) hosts.push(host);
const browser = await launchChromium({
  extension: BUILD.chrome,
  executablePath: program("CHROMIUM_PATH"),
  hosts: new Map(hosts.map((host) => [host, sandbox.httpsPort])),
});

const options = await OptionsPage.open(browser.context, browser.extensionId);
await options.connect({
  key: API_KEY,
  integrations: COMPANIES.map(({ id, organisation }) => ({ id, label: organisation })),
});
const [northwind] = COMPANIES;
const tab = await browser.context.newPage();
await tab.goto(pageUrls(northwind!.id).candidate(northwind!.people[0]!)[0]!);
await tab.bringToFront();

console.log(`
Quicktag is connected to made-up companies, and Ada Example is open.
Press Alt+Shift+Y, type a tag, press Enter. Other places to try:
${COMPANIES.map(({ id, organisation }) => `  ${organisation.padEnd(20)} ${pageUrls(id).list}`).join("\n")}

Close the browser to end.`);

await browser.context.waitForEvent("close", { timeout: 0 });
await sandbox.stop();

// Plays a recruiter by real keys against a network as slow as the real one, in this build and in one from before, and
// prints what each thing takes: keys and clicks, seconds, and how often the popup or panel changed its height or moved
// its field; then how the panel follows the tab. For docs/measured.md.
// Run: npm run measure (needs the build). `-- --before FOLDER` measures that build first, `--people N` takes fewer than
// twenty, `--only NAME` plays one scene.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { API_KEY } from "../../sandbox/data";
import type { App } from "../e2e/support/app";
import { ExtensionPage } from "../e2e/support/extension-page";
import { withApp } from "../e2e/support/with-app";
import { BUILD } from "../harness/builds";
import { northwind, Recruiter, type Took } from "./recruiter.hands";
import { SCENES } from "./recruiter.scenes";

const { values } = parseArgs({
  options: { before: { type: "string" }, people: { type: "string", default: "20" }, only: { type: "string" } },
});
/** Reads and writes take as long as people see with the real service; the n-th of a kind always as long. */
const LATENCY = { seed: 1, reads: [150, 600], writes: [300, 900] } as const;

type Rows = Map<string, Took | string>;

/** Key and company by the settings' own request, as the settings page changed between the builds. */
async function connect(app: App): Promise<void> {
  const page = await ExtensionPage.open(app.browser.context, app.browser.extensionId);
  const integrations = [{ id: northwind.id, connector: northwind.connector, label: northwind.organisation }];
  await page.request("settings.save", { server: { kind: "eu" }, key: API_KEY, integrations });
  await page.close();
}

async function measure(extension: string): Promise<Rows> {
  const rows: Rows = new Map();
  const { commands = {} } = JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8"));
  const scenes = SCENES.filter(({ name }) => values.only === undefined || values.only === name);
  for (const { name, needsPanel, play } of scenes) {
    if (needsPanel && !("open-panel" in commands)) continue;
    await withApp({ screen: "1280x900", latency: LATENCY, extension }, async (app) => {
      await connect(app);
      await play(new Recruiter(app), Number(values.people), (what, took) => {
        rows.set(what, took);
        console.error(what, took);
      });
    }).catch((error) => {
      console.error(`${name} failed: ${error.stack}`);
      process.exitCode = 1;
    });
  }
  return rows;
}

const before = values.before === undefined ? null : await measure(resolve(values.before));
const now = await measure(BUILD.chrome);
print(before, now);

/** One table for what is done by keys, and a list of the rest. */
function print(before: Rows | null, now: Rows): void {
  const pair = (what: string, cell: (took: Took) => string) => {
    const [old, own] = [before?.get(what), now.get(what)].map((took) => (typeof took === "object" ? cell(took) : "–"));
    return before ? `${old} → ${own}` : own;
  };
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  console.log("| what | keys and clicks | a person | seconds of the hands | a person | seconds until done | changes |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const [what, took] of now) {
    if (typeof took === "string") continue;
    const cells = [
      what,
      pair(what, ({ keys }) => String(keys)),
      pair(what, ({ keys, people }) => (keys / people).toFixed(1)),
      pair(what, ({ hands }) => seconds(hands)),
      pair(what, ({ hands, people }) => (hands / people / 1000).toFixed(2)),
      pair(what, ({ done }) => seconds(done)),
      pair(what, ({ changes }) => String(changes)),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
  console.log();
  for (const [what, took] of now) if (typeof took === "string") console.log(`- ${what}: ${took}`);
}

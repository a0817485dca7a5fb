import { existsSync } from "node:fs";
import { bootstrap } from "../../../scripts/bootstrap.mjs";
import { BUILD } from "../../harness/builds";

/** Runs once before all tests: the browsers are there (or it fails, never skips) and the build is. */
export default async function globalSetup(): Promise<void> {
  const { chromium, firefox } = await bootstrap({ screen: true, firefox: true });
  process.env.CHROMIUM_PATH = chromium ?? "";
  process.env.FIREFOX_PATH = firefox ?? "";
  for (const folder of Object.values(BUILD)) {
    if (!existsSync(`${folder}/manifest.json`)) throw new Error(`${folder} is not built: npm run build`);
  }
}

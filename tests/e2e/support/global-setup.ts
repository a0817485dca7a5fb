import { existsSync } from "node:fs";
import { bootstrap } from "../../../scripts/bootstrap.mjs";
import { BUILD } from "../../harness/builds";

/** Runs once before all tests, and fails unless the browsers and the build are there. */
export default async function globalSetup(): Promise<void> {
  await bootstrap({ screen: true, firefox: true });
  for (const folder of Object.values(BUILD)) {
    if (!existsSync(`${folder}/manifest.json`)) throw new Error(`${folder} is not built: npm run build`);
  }
}

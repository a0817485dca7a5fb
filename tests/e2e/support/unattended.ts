import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { type ChromiumOptions, chromiumArgs, connectToPages } from "./chromium";
import { end } from "./display";

/** A Chromium whose worker no debugger is attached to: it sleeps and dies by the browser's own rules. */
export interface Unattended {
  browser: Browser;
  page: Page;
  /** Ends the browser's process without a word, as a crash does. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the browser on a profile that was set up before. */
export async function launchUnattended(options: ChromiumOptions & { profile: string }): Promise<Unattended> {
  const args = [
    ...chromiumArgs(options),
    "--no-sandbox",
    "--password-store=basic",
    `--user-data-dir=${options.profile}`,
  ];
  // The last run's port would be taken for this one's.
  rmSync(join(options.profile, "DevToolsActivePort"), { force: true });
  const child = spawn(options.executablePath, [...args, "about:blank"], {
    env: { ...process.env, DISPLAY: options.display },
    stdio: "ignore",
  });
  await once(child, "spawn");
  const browser = await connectToPages(options.profile);
  // An extension from the command line is a new installation at every start: the options open by themselves.
  await browser.waitForTarget((target) => target.url().includes("/src/options/index.html"));
  const page = await browser.newPage();
  return {
    browser,
    page,
    async kill() {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
    async close() {
      await browser.close();
      await end(child);
    },
  };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { BrowserProcesses } from "./browser-processes";
import { type ChromiumOptions, chromiumArgs, connectToPages } from "./chromium";
import { end } from "./display";

/** A Chromium whose worker no debugger is attached to, so that it sleeps and stops by the browser's own rules. */
export interface Unattended {
  browser: Browser;
  page: Page;
  /** Kills the browser, as a crash does. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the browser on a profile that has been set up. */
export async function launchUnattended(options: ChromiumOptions & { profile: string }): Promise<Unattended> {
  const args = [
    ...chromiumArgs(options),
    "--no-sandbox",
    "--password-store=basic",
    `--user-data-dir=${options.profile}`,
  ];
  // Or the port of the last run would be taken for this one's.
  rmSync(join(options.profile, "DevToolsActivePort"), { force: true });
  const child = spawn(options.executablePath, [...args, "about:blank"], {
    env: { ...process.env, DISPLAY: options.display },
    stdio: "ignore",
    // A process group of its own, by which all its processes are known.
    detached: true,
  });
  await once(child, "spawn");
  const browser = await connectToPages(options.profile);
  const processes = new BrowserProcesses(options.profile);
  // An extension from the command line is installed anew at every start, so the options open by themselves.
  await browser.waitForTarget((target) => target.url().includes("/src/options/index.html"));
  const page = await browser.newPage();
  return {
    browser,
    page,
    async kill() {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
      await processes.ended();
    },
    async close() {
      await browser.close();
      await end(child);
      await processes.ended();
    },
  };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Browser, Page } from "puppeteer-core";
import { type ChromiumOptions, chromiumArgs, connectToPages } from "./chromium";
import { end } from "./display";

/** A Chromium whose worker no debugger is attached to: it sleeps and dies by the browser's own rules. */
export interface Unattended {
  browser: Browser;
  page: Page;
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
  const child = spawn(options.executablePath, [...args, "about:blank"], {
    env: { ...process.env, DISPLAY: options.display },
    stdio: "ignore",
  });
  await once(child, "spawn");
  const browser = await connectToPages(options.profile);
  const [page = await browser.newPage()] = await browser.pages();
  return {
    browser,
    page,
    async close() {
      await browser.close();
      await end(child);
    },
  };
}

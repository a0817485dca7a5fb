import { test as base } from "@playwright/test";
import { type Sandbox, startSandbox } from "../../../sandbox/server";
import { BUILD, program } from "./builds";
import { launchChromium } from "./chromium";
import { Desk } from "./desk";
import { type Display, startDisplay } from "./display";

/** Each worker has its own screen and sandbox; each test a browser with a fresh profile and a world as new. */
export const test = base.extend<{ desk: Desk }, { display: Display; sandbox: Sandbox }>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here
    async ({}, use) => {
      const display = await startDisplay();
      await use(display);
      await display.stop();
    },
    { scope: "worker" },
  ],
  sandbox: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const sandbox = await startSandbox();
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: "worker" },
  ],
  desk: async ({ display, sandbox }, use, info) => {
    sandbox.control.reset();
    const browser = await launchChromium({
      extension: BUILD.chrome,
      executablePath: program("CHROMIUM_PATH"),
      display: display.name,
      hosts: new Map([["*", sandbox.httpsPort]]),
    });
    await use(new Desk(display, sandbox, browser));
    if (info.status !== info.expectedStatus) {
      const path = info.outputPath("screen.png");
      display.screenshot(path);
      await info.attach("screen", { path, contentType: "image/png" });
    }
    await browser.close();
  },
});

export { expect } from "@playwright/test";

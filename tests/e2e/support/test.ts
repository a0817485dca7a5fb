import { test as base } from "@playwright/test";
import type { LatencyMode } from "../../../sandbox/kombo/latency";
import { type Sandbox, startSandbox } from "../../../sandbox/server";
import { type Display, startDisplay } from "../../harness/display";
import { launchBrowser } from "../../harness/launch";
import { App } from "./app";

interface TestFixtures {
  app: App;
  /** How fast Kombo answers; `human` in tests that judge typing, closing or moving on. */
  latency: LatencyMode;
}

/** Each worker has a display and a sandbox. */
export const surroundings = base.extend<object, { display: Display; sandbox: Sandbox }>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
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
});

/** Each test has a reset sandbox and a browser with a new profile. */
export const test = surroundings.extend<TestFixtures>({
  latency: ["off", { option: true }],
  app: async ({ display, sandbox, latency }, use, info) => {
    sandbox.control.reset();
    sandbox.control.setLatency(latency);
    const browser = await launchBrowser({ display, httpsPort: sandbox.httpsPort });
    await use(new App(display, sandbox, browser));
    if (info.status !== info.expectedStatus) {
      const path = info.outputPath("screen.png");
      display.screenshot(path);
      await info.attach("screen", { path, contentType: "image/png" });
    }
    await browser.close();
  },
});

export { expect } from "@playwright/test";

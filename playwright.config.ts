import { defineConfig } from "@playwright/test";

const slow = process.env.QUICKTAG_SLOW === "1";
// Tests that set policies of the machine run in CI and where somebody says so.
const policy = Boolean(process.env.CI) || process.env.QUICKTAG_POLICY === "1";
const left = [...(slow ? [] : ["@slow"]), ...(policy ? [] : ["@policy"])];

// Each worker has a display, a sandbox and browsers of its own; see tests/e2e/support.
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  globalSetup: "./tests/e2e/support/global-setup.ts",
  workers: 2,
  // Real windows on a busy machine lose a key press now and then; a second try is printed as flaky, never hidden.
  retries: 1,
  forbidOnly: true,
  timeout: slow ? 600_000 : 60_000,
  expect: { timeout: 10_000 },
  ...(left.length > 0 ? { grepInvert: new RegExp(left.join("|")) } : {}),
});

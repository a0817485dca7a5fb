import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** The build turns such an import into the path of a script for pages; in Node there is no page to run it in. */
const pageScripts: Plugin = {
  name: "page-scripts",
  enforce: "pre",
  resolveId: (id) => (id.endsWith("?script&iife") ? "\0page-script" : null),
  load: (id) => (id === "\0page-script" ? 'export default "/page-script.js"' : null),
};

const slow = process.env.QUICKTAG_SLOW === "1";

// Apart from vite.config.ts, whose CRXJS plugin is for building the extension.
export default defineConfig({
  plugins: [pageScripts],
  test: {
    include: ["tests/{unit,contract}/**/*.test.{ts,tsx}", "tests/relay/**/*.test.ts"],
    exclude: slow ? [] : ["**/slow/**"],
    environment: "node",
    // Tests of speed count processor time, which threads of one process share.
    pool: "forks",
    // Of two cores it would use one.
    maxWorkers: "100%",
    // Generated tests take seconds on a busy machine; a time limit is there for what hangs.
    testTimeout: 180_000,
  },
});

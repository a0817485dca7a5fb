import { defineConfig } from "vitest/config";

// Apart from vite.config.ts, whose CRXJS plugin is for building the extension.
export default defineConfig({
  test: { include: ["tests/{unit,contract}/**/*.test.{ts,tsx}"], environment: "node" },
});

import { fileURLToPath } from "node:url";

const folder = (name: string) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));

/** The production builds under test. */
export const BUILD = { chrome: folder("chrome"), firefox: folder("firefox") };

/** Path of a browser's program, as the bootstrap found it. */
export function program(name: "CHROMIUM_PATH" | "FIREFOX_PATH"): string {
  const path = process.env[name];
  if (!path) throw new Error(`${name} is not set`);
  return path;
}

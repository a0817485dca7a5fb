import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const src = fileURLToPath(new URL("../../src", import.meta.url));
const STATEMENT = /(?:import|export)\b[^;]*?["']@kombo-api\/sdk[^"']*["']\)?/g;

it("the official SDK is the contract of the code, never part of it: its types are imported, nothing else", () => {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const found = files.flatMap((name) =>
    [...readFileSync(join(src, name), "utf8").matchAll(STATEMENT)].map(([statement]) => ({ name, statement })),
  );
  expect(found.length).toBeGreaterThan(0);
  for (const { name, statement } of found) {
    expect(statement, name).toMatch(/^(import|export) type /);
    expect(name).toBe(join("kombo", "contract.ts"));
  }
});

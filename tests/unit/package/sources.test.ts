import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sources } from "../../../scripts/sources.mjs";
import { ROOT, read } from "../docs/read";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quicktag-sources-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), path);
}

const paths = () =>
  sources(folder)
    .map(([path]) => path)
    .sort();

it("an unpacked archive has the sources that the clone had, whatever commands made beside them", () => {
  const all = sources(ROOT).map(([path]) => path);
  expect(all).toContain("package-lock.json");
  for (const path of all) put(path);
  const ignored = read(".gitignore").trim().split("\n");
  expect(ignored.length).toBeGreaterThan(5);
  for (const line of ignored) put(line.endsWith("/") ? `${line}deep/file.js` : line.replace("*", "any"));
  expect(paths()).toEqual(all.toSorted());
});

it("a folder deeper down may have such a name", () => {
  put("src/packages/read.ts");
  put("packages/made.zip");
  expect(paths()).toEqual(["src/packages/read.ts"]);
});

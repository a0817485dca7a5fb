import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import manifest from "../../../manifest.json" with { type: "json" };
import { ROOT, read, rowsOf } from "./read";

interface Row {
  names: string[];
  needed: boolean;
  chrome: number;
  edge: number;
  firefox: number;
  file: string;
}

const text = read("docs/browsers.md");
const quoted = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
const version = (cell = "") => (cell === "–" ? 0 : Number(cell));

const rows: Row[] = rowsOf(text)
  .filter(([name]) => name !== "interface")
  .map(([names, needed, chrome, edge, firefox, file]) => ({
    names: quoted(names),
    needed: needed === "yes",
    chrome: version(chrome),
    edge: version(edge),
    firefox: version(firefox),
    file: quoted(file)[0]!,
  }));

/** What stands in a source where the interface is used. */
const wordOf = (name: string) => name.split(".").at(-1)!.replace("()", "");

const highest = (browser: "chrome" | "edge" | "firefox") =>
  Math.max(...rows.filter(({ needed }) => needed).map((row) => row[browser]));

const sources = readdirSync(`${ROOT}src`, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => read(`src/${name}`));

/** What the sources take from the browser, as `storage.local`. */
const used = new Set(sources.flatMap((code) => [...code.matchAll(/\bbrowser\.(\w+\.\w+)/g)].map(([, name]) => name!)));
const named = new Set(rows.flatMap(({ names }) => names));

describe("docs/browsers.md", () => {
  it("can be read: every row has names, numbers and a file that has the name", () => {
    expect(rows.length).toBeGreaterThan(30);
    for (const { names, chrome, edge, firefox, file } of rows) {
      expect(names.length, file).toBeGreaterThan(0);
      expect(
        [chrome, edge, firefox].every((one) => Number.isInteger(one)),
        names[0],
      ).toBe(true);
      expect(chrome + firefox, names[0]).toBeGreaterThan(0);
      expect(read(file).includes(wordOf(names[0]!)), `${file} has no ${names[0]}`).toBe(true);
    }
  });

  it("has every use of the browser's interfaces in the sources, and no other", () => {
    expect([...used].filter((name) => !named.has(name))).toEqual([]);
    const all = sources.join("\n");
    const unused = [...named].filter((name) => /^[a-z]\w*\.\w/.test(name) && !all.includes(wordOf(name)));
    expect(unused.filter((name) => name !== "background.type")).toEqual([]);
  });

  it("gives the oldest version of the manifest, of the build and of the texts", () => {
    const [chrome, firefox] = [highest("chrome"), highest("firefox")];
    expect(highest("edge")).toBe(chrome);
    expect(manifest.minimum_chrome_version).toBe(String(chrome));
    const config = read("vite.config.ts");
    expect(config).toContain(`strict_min_version: "${firefox}.0"`);
    expect(config).toContain(`"firefox${firefox}" : "chrome${chrome}"`);
    expect(text.replace(/\s+/g, " ")).toContain(`**Chrome and Edge ${chrome}, Firefox ${firefox}**`);
    expect(read("README.md").replace(/\s+/g, " ")).toContain(
      `Chrome or Edge ${chrome} or later, or Firefox ${firefox} or later`,
    );
    expect(read("src/platform/chrome.ts")).toContain(`Chrome ${chrome}`);
  });
});

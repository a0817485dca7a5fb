import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The repository's root, with a slash at the end. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export const read = (path: string): string => readFileSync(ROOT + path, "utf8");

export const json = <T>(path: string): T => JSON.parse(read(path)) as T;

/** Documents for people: at the top, in docs/, and the sandbox's own. */
export const DOCUMENTS: readonly string[] = [
  ...readdirSync(ROOT).filter((name) => name.endsWith(".md")),
  ...readdirSync(`${ROOT}docs`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
  "sandbox/README.md",
];

/** The cells of a line of a table; null for every other line, and for the rule under the head. */
export function cellsOf(line: string): string[] | null {
  if (!line.startsWith("|") || /^[|\s:-]+$/.test(line)) return null;
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The rows of all tables in a text, heads included. */
export const rowsOf = (text: string): string[][] =>
  text.split("\n").flatMap((line) => [cellsOf(line) ?? []].filter((one) => one.length > 0));

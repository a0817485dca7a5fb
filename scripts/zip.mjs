// Archives whose bytes depend on the files alone: sorted, with one fixed date.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";

/** The earliest date a zip can hold, in local time as the format stores it. */
const DATE = new Date(1980, 0, 1);

/**
 * Zips files.
 * @param {readonly [path: string, content: Uint8Array][]} files with their paths inside the archive
 */
export function zip(files) {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: DATE, os: 3 });
}

/**
 * All files of a folder, as `zip` takes them.
 * @param {string} folder
 * @returns {[path: string, content: Uint8Array][]}
 */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path)]);
}

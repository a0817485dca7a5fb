// Which files are the sources of Quicktag, in a clone as well as in an unpacked source archive.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What `.gitignore` names: made by commands, or installed. */
const MADE = ["node_modules", "dist", "packages", "demo", "screenshots", "test-results", ".cache"];

/**
 * Every source file, as `zip` takes it: in a clone what is under version control, elsewhere all that no command made.
 * @param {string} root
 * @returns {[path: string, content: Uint8Array][]}
 */
export function sources(root) {
  const names = existsSync(join(root, ".git")) ? tracked(root) : found(root);
  return names.filter((name) => existsSync(join(root, name))).map((name) => [name, readFileSync(join(root, name))]);
}

/** @param {string} root */
function tracked(root) {
  return execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
}

/**
 * @param {string} root
 * @param {string} [below] a folder in it, with a slash at the end
 * @returns {string[]}
 */
function found(root, below = "") {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}${entry.name}`;
    if (MADE.includes(path) || entry.name.endsWith(".log")) return [];
    return entry.isDirectory() ? found(root, `${path}/`) : [path];
  });
}

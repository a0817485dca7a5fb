// What each part of a built extension makes the browser load.
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** Static imports of minified modules: `import{…}from"…"`, `import"…"`, `export{…}from"…"`. */
const STATIC_IMPORT = /(?:^|[;}\s])(?:import|export)(?:\s*[\w$*{][^;"'`()]*?from)?\s*["'`]([^"'`]+)["'`]/g;
/** What a page loads a moment later counts as well: `import("…")`. */
const LATER_IMPORT = /\bimport\(\s*["'`]([^"'`]+)["'`]/g;
const PAGE_FILE = /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g;

/**
 * Scripts and styles that an HTML page of a build loads, with everything they import; paths inside the build.
 * @param {string} build
 * @param {string} page
 */
export function filesOfPage(build, page) {
  const html = readFileSync(join(build, page), "utf8");
  return closure(
    build,
    [...html.matchAll(PAGE_FILE)].map(([, path = ""]) => resolve(page, path)),
  );
}

/**
 * @param {string} build
 * @param {string[]} starts
 */
function closure(build, starts) {
  const seen = new Set();
  const todo = [...starts];
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (!path.endsWith(".js")) continue;
    const text = readFileSync(join(build, path), "utf8");
    for (const imports of [STATIC_IMPORT, LATER_IMPORT]) {
      for (const [, name = ""] of text.matchAll(imports)) todo.push(resolve(path, name));
    }
  }
  return [...seen].sort();
}

/**
 * @param {string} from
 * @param {string} name
 */
function resolve(from, name) {
  return normalize(name.startsWith("/") ? name.slice(1) : join(dirname(from), name));
}

/**
 * The size of files of a build, in bytes.
 * @param {string} build
 * @param {readonly string[]} files
 */
export function bytes(build, files) {
  return files.reduce((sum, file) => sum + readFileSync(join(build, file)).length, 0);
}

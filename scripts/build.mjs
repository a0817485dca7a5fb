// Builds dist/chrome and dist/firefox from the one manifest, and refuses a result that promises more than it should.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { minify as minifyWithTerser } from "terser";
import { build, minify } from "vite";
import { splitTexts } from "./texts.mjs";
import { asWorkerScripts, ON_DEMAND } from "./worker-scripts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const PAGES = ["popup", "options", "panel", "batch", "activity"].map((page) => `src/${page}/index.html`);
/** Scripts that stand alone: what the background runs in a page, and the popup's thread that looks for tags in a page. */
const ALONE = ["src/content/inject.js", "src/popup/on-page-worker.js"];
/** Any of these would let pages reach the extension, or run it in pages nobody asked for. */
const FORBIDDEN = ["content_scripts", "externally_connectable", "web_accessible_resources"];

/**
 * Builds the extension for one browser.
 * @param {string} target `chrome` or `firefox`
 * @param {{ folder?: string, small?: boolean }} [options] `folder` inside the repository, dist/<target> unless given;
 * `small: false` leaves the code readable and is faster.
 * @returns {Promise<string>} the folder
 */
export async function buildExtension(target, { folder = `dist/${target}`, small = true } = {}) {
  process.env.NODE_ENV = "production";
  await build({ root, mode: target, logLevel: "warn", build: { outDir: folder, minify: false, cssMinify: small } });
  if (target === "chrome") await splitWorker(`${root}${folder}`);
  if (small) {
    await bundleAgain(`${root}${folder}`, target);
    for (const path of ALONE) {
      // They are no modules, and the last value of the first is the answer of the page.
      const code = readFileSync(`${root}${folder}/${path}`, "utf8");
      writeFileSync(`${root}${folder}/${path}`, await minified(code, false));
    }
  }
  finish(`${root}${folder}`, target);
  return `${root}${folder}`;
}

/**
 * Removes what a released build must not have, and checks that it is gone.
 * @param {string} folder
 * @param {string} target
 */
function finish(folder, target) {
  // Only Firefox swaps icons by theme.
  if (target === "chrome") rmSync(`${folder}/icons/dark`, { recursive: true, force: true });
  const path = `${folder}/manifest.json`;
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  // CRXJS lists injected scripts here, for every page; an IIFE does not need it, and any page could probe for it.
  delete manifest.web_accessible_resources;
  // Firefox has its sidebar for it.
  if (target === "firefox") delete manifest.side_panel;
  // Only a classic worker may read a script later.
  if (target === "chrome") delete manifest.background.type;
  const found = FORBIDDEN.filter((key) => key in manifest);
  if (found.length > 0) throw new Error(`dist/${target}/manifest.json must not have ${found.join(", ")}`);
  writeFileSync(path, JSON.stringify(manifest));
  const schema = `${folder}/managed-schema.json`;
  if (existsSync(schema)) writeFileSync(schema, JSON.stringify(JSON.parse(readFileSync(schema, "utf8"))));
  splitTexts(folder);
  dropUnused(folder);
}

/**
 * Makes Chrome's worker two scripts, since it may not import.
 * @param {string} folder
 */
async function splitWorker(folder) {
  const worker = workerOf(folder);
  const [, main = ""] = /^import '\.\/([^']+)'/m.exec(readFileSync(`${folder}/${worker}`, "utf8")) ?? [];
  const chunks = await bundle(folder, [main], "cjs");
  for (const { fileName, code } of asWorkerScripts(chunks, worker)) writeFileSync(`${folder}/${fileName}`, code);
}

/**
 * Bundles the pages again without the background, and Firefox's event page without the pages: what only the other side
 * uses of a shared module goes. The popup is opened for each candidate.
 * @param {string} folder
 * @param {string} target
 */
async function bundleAgain(folder, target) {
  const made = await bundle(
    folder,
    PAGES.map((page) => entryOf(folder, page)),
  );
  const worker = workerOf(folder);
  if (target === "firefox") made.push(...(await bundle(folder, [worker])));
  else
    for (const file of [worker, ON_DEMAND])
      made.push({ fileName: file, code: readFileSync(`${folder}/${file}`, "utf8") });
  // Only now: what is bundled imports these files.
  for (const { fileName, code } of made) writeFileSync(`${folder}/${fileName}`, await squeeze(code));
}

/**
 * @param {string} folder
 * @param {string[]} entries files in the folder, which keep their names
 * @param {"es" | "cjs"} [format]
 * @returns {Promise<{ fileName: string, code: string, isEntry?: boolean }[]>}
 */
async function bundle(folder, entries, format = "es") {
  const result = await build({
    configFile: false,
    root: folder,
    logLevel: "warn",
    build: {
      write: false,
      minify: false,
      lib: { entry: Object.fromEntries(entries.map((path) => [path, `${folder}/${path}`])), formats: [format] },
      rolldownOptions: {
        preserveEntrySignatures: "allow-extension",
        treeshake: { propertyReadSideEffects: false },
        output: { entryFileNames: "[name]", chunkFileNames: "assets/[name]-[hash].js", exports: "named" },
      },
    },
  });
  const [output] = /** @type {import("vite").Rollup.RollupOutput[]} */ (result);
  return (output?.output ?? []).flatMap((file) => (file.type === "chunk" ? [file] : []));
}

/**
 * The script of a page.
 * @param {string} folder
 * @param {string} page
 */
function entryOf(folder, page) {
  const [, path] = /<script\b[^>]*\bsrc="\/([^"]+)"/.exec(readFileSync(`${folder}/${page}`, "utf8")) ?? [];
  if (!path) throw new Error(`${page} has no script`);
  return path;
}

/**
 * The background's script: a worker's in Chrome, an event page's in Firefox.
 * @param {string} folder
 * @returns {string}
 */
function workerOf(folder) {
  const { background } = JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8"));
  return background.service_worker ?? background.scripts[0];
}

/**
 * Two minifiers, one after the other: each finds what the other leaves, together some 3 %.
 * @param {string} code
 */
async function squeeze(code) {
  // No `unsafe_methods`: a function given to a page by its text must not become a method, which is no text of its own.
  const compress = { passes: 3, pure_getters: true, unsafe_arrows: true, hoist_funs: true };
  const first = await minifyWithTerser(code, { ecma: 2020, module: true, compress, mangle: true });
  return minified(first.code ?? "", true);
}

/**
 * @param {string} code
 * @param {boolean} module
 */
async function minified(code, module) {
  return (await minify("script.js", code, { module, compress: { target: "es2022" }, mangle: true })).code;
}

/**
 * Removes scripts that nothing loads: those that were bundled again, and the second copy of an injected script that CRXJS
 * leaves behind.
 * @param {string} folder
 */
function dropUnused(folder) {
  const assets = readdirSync(`${folder}/assets`);
  const used = new Set();
  const todo = [workerOf(folder), ...ALONE, ...PAGES];
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    const text = readFileSync(`${folder}/${path}`, "utf8");
    for (const name of assets) {
      if (used.has(name) || !text.includes(name)) continue;
      used.add(name);
      todo.push(`assets/${name}`);
    }
  }
  for (const name of assets) if (!used.has(name)) rmSync(`${folder}/assets/${name}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const targets = process.argv.slice(2).filter((word) => !word.startsWith("-"));
  for (const target of targets.length > 0 ? targets : ["chrome", "firefox"]) {
    await buildExtension(target);
    console.log(`built dist/${target}`);
  }
}

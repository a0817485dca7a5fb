// Builds dist/chrome and dist/firefox from the one manifest, and refuses a result that promises more than it should.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { minify } from "terser";
import { build } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
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
  await build({ root, mode: target, logLevel: "warn", build: { outDir: folder, minify: small } });
  if (small) await joinWorker(`${root}${folder}`);
  finish(`${root}${folder}`, target);
  if (small) await squeeze(`${root}${folder}`);
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
  const found = FORBIDDEN.filter((key) => key in manifest);
  if (found.length > 0) throw new Error(`dist/${target}/manifest.json must not have ${found.join(", ")}`);
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
  dropUnused(folder);
}

/**
 * The worker is started anew for almost every tag. As one file it starts sooner than with chunks it shares with the pages,
 * and without what only the pages use of them.
 * @param {string} folder
 */
async function joinWorker(folder) {
  const name = workerOf(folder);
  const result = await build({
    configFile: false,
    root: folder,
    logLevel: "warn",
    build: { write: false, minify: false, lib: { entry: `${folder}/${name}`, formats: ["es"] } },
  });
  const [output] = /** @type {import("vite").Rollup.RollupOutput[]} */ (result);
  if (output) writeFileSync(`${folder}/${name}`, output.output[0].code);
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
 * A second, slower pass over the bundle: some 2 % less to load before a tag can be typed.
 * @param {string} folder
 */
async function squeeze(folder) {
  // No `unsafe_methods`: a function given to a page by its text must not become a method, which is no text of its own.
  const compress = { passes: 3, pure_getters: true, unsafe_arrows: true };
  const assets = readdirSync(`${folder}/assets`).filter((file) => file.endsWith(".js"));
  for (const path of [...assets.map((name) => `${folder}/assets/${name}`), `${folder}/${workerOf(folder)}`]) {
    const { code = "" } = await minify(readFileSync(path, "utf8"), {
      ecma: 2020,
      module: true,
      compress,
      mangle: true,
    });
    writeFileSync(path, code);
  }
}

/**
 * Removes files that nothing loads: CRXJS leaves a second copy of an injected script behind.
 * @param {string} folder
 */
function dropUnused(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files
    .filter(({ name }) => /\.(js|html|json)$/.test(name))
    .map(({ parentPath, name }) => readFileSync(`${parentPath}/${name}`, "utf8"));
  for (const name of readdirSync(`${folder}/assets`)) {
    if (!texts.some((text) => text.includes(name))) rmSync(`${folder}/assets/${name}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const targets = process.argv.slice(2).filter((word) => !word.startsWith("-"));
  for (const target of targets.length > 0 ? targets : ["chrome", "firefox"]) {
    await buildExtension(target);
    console.log(`built dist/${target}`);
  }
}

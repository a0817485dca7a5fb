// Prepares a fresh machine: dependencies, browsers, and what real key presses need. Runs on bare Node.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
/**
 * The programs a virtual screen needs, each with its Debian package.
 * @type {Record<string, string>}
 */
const SCREEN = { Xvfb: "xvfb", xdotool: "xdotool", openbox: "openbox", import: "imagemagick" };
/**
 * What the company relay runs on.
 * @type {Record<string, string>}
 */
const RELAY = { haproxy: "haproxy" };
// Google's branded Chrome is not here on purpose: it no longer loads extensions from the command line.
const CHROMIUMS = ["chromium", "chromium-browser", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
const FIREFOXES = ["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/** An error that a person can fix; printed without a stack. */
export class NotReady extends Error {}

/**
 * Installs what is missing, finds the browsers, and sets CHROMIUM_PATH and FIREFOX_PATH to them.
 * @param {{ screen?: boolean, firefox?: boolean, browsers?: boolean, relay?: boolean }} needs `screen`: a virtual screen
 * and real keys; `relay`: HAProxy; `browsers: false`: no browsers and no screen.
 * @returns {Promise<{ chromium: string | null, firefox: string | null }>}
 */
export async function bootstrap(needs = {}) {
  installDependencies();
  if (needs.relay) installPrograms(RELAY);
  if (needs.browsers === false) return { chromium: null, firefox: null };
  if (needs.screen) installScreen();
  const found = { chromium: await findChromium(), firefox: needs.firefox ? findFirefox() : null };
  process.env.CHROMIUM_PATH = found.chromium;
  if (found.firefox) process.env.FIREFOX_PATH = found.firefox;
  return found;
}

function installDependencies() {
  if (dependenciesCurrent()) return;
  say("installing dependencies (npm ci)");
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], "npm ci failed: is the npm registry reachable?");
}

/** Whether node_modules is exactly what the lock file asks for. */
function dependenciesCurrent() {
  const installed = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, "utf8")).packages;
  const want = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(want).every(
    ([path, { version, optional }]) => path === "" || have[path]?.version === version || (optional && !have[path]),
  );
}

function installScreen() {
  if (process.platform !== "linux") {
    throw new NotReady(
      "Real key presses without a display need Linux (Xvfb, xdotool). Use a container or a virtual machine.",
    );
  }
  installPrograms(SCREEN);
}

/** @param {Record<string, string>} programs each with its Debian package */
function installPrograms(programs) {
  const missing = Object.keys(programs).filter((program) => !onPath(program));
  if (missing.length > 0) aptInstall(missing.map((program) => /** @type {string} */ (programs[program])));
  const still = missing.filter((program) => !onPath(program));
  if (still.length > 0) throw new NotReady(`Still missing after the installation: ${still.join(", ")}`);
}

async function findChromium() {
  const found = firstWorking([fromEnvironment("CHROMIUM_PATH"), await playwrightChromium(), ...CHROMIUMS]);
  if (found) return found;
  if (canApt()) {
    // Ubuntu has no such package, or a wrapper for a snap that a container cannot run: then Playwright's is the next try.
    const installed = apt(["chromium"]) && firstWorking(CHROMIUMS);
    if (installed) return installed;
  }
  say("downloading a Chromium (playwright install chromium)");
  spawnSync("npx", ["playwright", "install", "chromium"], { cwd: root, stdio: "inherit" });
  const downloaded = firstWorking([await playwrightChromium()]);
  if (downloaded) return downloaded;
  throw new NotReady(
    "No Chromium found and none could be installed. Install one, or set CHROMIUM_PATH to its program.",
  );
}

function findFirefox() {
  const candidates = [fromEnvironment("FIREFOX_PATH"), ...FIREFOXES];
  const found = firstWorking(candidates);
  if (found) return found;
  aptInstall(["firefox-esr"]);
  const installed = firstWorking(candidates);
  if (installed) return installed;
  throw new NotReady("No Firefox found and none could be installed. Install one, or set FIREFOX_PATH to its program.");
}

/** @param {string} name */
function fromEnvironment(name) {
  const path = process.env[name];
  if (path && !works(path)) throw new NotReady(`${name} is set to ${path}, which does not run.`);
  return path;
}

async function playwrightChromium() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

/**
 * The first of these programs that runs; null if none does.
 * @param {readonly (string | null | undefined)[]} candidates paths, or names to be found on PATH
 */
function firstWorking(candidates) {
  for (const candidate of candidates) {
    const path = candidate && (candidate.includes("/") ? candidate : onPath(candidate));
    if (path && works(path)) return path;
  }
  return null;
}

/** @param {string} path */
function works(path) {
  return existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore", timeout: 60_000 }).status === 0;
}

/** @param {string} program */
function onPath(program) {
  // Debian puts servers where only root's PATH leads.
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null;
}

function canApt() {
  return process.platform === "linux" && process.getuid?.() === 0 && onPath("apt-get") !== null;
}

/** @param {string[]} packages */
function aptInstall(packages) {
  const command = `apt-get install -y ${packages.join(" ")}`;
  if (!canApt())
    throw new NotReady(`Missing: ${packages.join(", ")}. Install them, on Debian or Ubuntu as root: ${command}`);
  if (!apt(packages)) throw new NotReady(`${command} failed`);
}

/**
 * Installs Debian packages; false if that fails.
 * @param {string[]} packages
 */
function apt(packages) {
  say(`apt-get install -y ${packages.join(" ")}`);
  /** @type {import("node:child_process").SpawnSyncOptions} */
  const options = {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  // A package source that cannot be reached is no reason to stop while the packages themselves can be had.
  spawnSync("apt-get", ["update", "-qq"], options);
  return spawnSync("apt-get", ["install", "-y", "-qq", ...packages], options).status === 0;
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} failure what to tell the person if the program fails
 */
function run(program, args, failure) {
  try {
    execFileSync(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  } catch {
    throw new NotReady(failure);
  }
}

/** @param {string} text */
function say(text) {
  console.log(`bootstrap: ${text}`);
}

/**
 * Runs a script's main function, which returns the exit code; `NotReady` is printed in one line.
 * @param {() => Promise<number>} work
 */
export async function main(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(error instanceof NotReady ? `\nerror: ${error.message}` : error);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    console.log(
      await bootstrap({ screen: process.platform === "linux", firefox: true, relay: process.platform === "linux" }),
    );
    return 0;
  });
}

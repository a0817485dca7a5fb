// Does what a reviewer does: unpacks the source archive in an empty folder, builds it there by one command, and compares
// every package with the one in packages/, byte for byte. Run `npm run package` before.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { main, NotReady } from "./bootstrap.mjs";

const given = process.argv[2] ?? fileURLToPath(new URL("../packages", import.meta.url));

await main(async () => {
  const names = readdirSync(given).sort();
  const archive = names.find((name) => /-source-.*\.zip$/.test(name));
  if (!archive) throw new NotReady(`${given} has no source archive: npm run package`);
  const folder = mkdtempSync(join(tmpdir(), "quicktag from source "));
  try {
    unpack(readFileSync(join(given, archive)), folder);
    build(folder);
    const made = join(folder, "packages");
    const all = [...new Set([...names, ...readdirSync(made)])];
    const different = all.filter((name) => !same(join(given, name), join(made, name)));
    for (const name of all) console.log(`${different.includes(name) ? "DIFFERENT" : "the same "}  ${name}`);
    return different.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * @param {Uint8Array} archive
 * @param {string} folder
 */
function unpack(archive, folder) {
  for (const [path, content] of Object.entries(unzipSync(archive))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/**
 * With nothing of this machine but its programs, in another time zone and language.
 * @param {string} folder
 */
function build(folder) {
  const home = join(folder, ".cache/home");
  mkdirSync(home, { recursive: true });
  const registry = Object.entries(process.env).filter(([name]) =>
    /^(npm_config_registry|https?_proxy|no_proxy|node_extra_ca_certs)$/i.test(name),
  );
  execFileSync("npm", ["run", "package"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...Object.fromEntries(registry),
      PATH: process.env.PATH,
      HOME: home,
      TZ: "Asia/Kathmandu",
      LANG: "de_DE.UTF-8",
    },
  });
}

/**
 * @param {string} one
 * @param {string} other
 */
function same(one, other) {
  try {
    return readFileSync(one).equals(readFileSync(other));
  } catch {
    return false;
  }
}

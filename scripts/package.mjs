// Builds and packs what the stores take: one zip for Chrome and Edge, one for Firefox, and the sources for reviewers.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bootstrap, main } from "./bootstrap.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

await main(async () => {
  await bootstrap({ browsers: false });
  const { filesIn, zip } = await import("./zip.mjs");
  const { version } = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8"));
  const out = join(root, "packages");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  execFileSync("node", ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });

  const archives = {
    chrome: filesIn(join(root, "dist/chrome")),
    firefox: filesIn(join(root, "dist/firefox")),
    source: sources(),
  };
  for (const [name, files] of Object.entries(archives)) {
    const file = `quicktag-${name}-${version}.zip`;
    const bytes = zip(files);
    writeFileSync(join(out, file), bytes);
    const sum = createHash("sha256").update(bytes).digest("hex");
    console.log(`packages/${file}  ${(bytes.length / 1000).toFixed(1)} kB  sha256 ${sum}`);
  }
  return 0;
});

/**
 * Every file under version control, from which a reviewer can build the same extension.
 * @returns {[path: string, content: Uint8Array][]}
 */
function sources() {
  const names = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
  return names.filter((name) => existsSync(join(root, name))).map((name) => [name, readFileSync(join(root, name))]);
}

// Builds and packs what the stores take: one zip for Chrome and Edge, one for Firefox, the sources for reviewers, and the
// software bill of materials.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bootstrap, main } from "./bootstrap.mjs";
import { billOfMaterials } from "./sbom.mjs";
import { sources } from "./sources.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

await main(async () => {
  await bootstrap({ browsers: false });
  const { filesIn, zip } = await import("./zip.mjs");
  const { version } = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8"));
  const out = join(root, "packages");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  execFileSync("node", ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });

  const files = {
    [`quicktag-chrome-${version}.zip`]: zip(filesIn(join(root, "dist/chrome"))),
    [`quicktag-firefox-${version}.zip`]: zip(filesIn(join(root, "dist/firefox"))),
    [`quicktag-source-${version}.zip`]: zip(sources(root)),
    [`quicktag-${version}.cdx.json`]: Buffer.from(billOfMaterials(root)),
  };
  for (const [file, bytes] of Object.entries(files)) {
    writeFileSync(join(out, file), bytes);
    const sum = createHash("sha256").update(bytes).digest("hex");
    console.log(`packages/${file}  ${(bytes.length / 1000).toFixed(1)} kB  sha256 ${sum}`);
  }
  return 0;
});

// Prints how much each part of the Chrome build weighs, and fails past the budget. Lower a budget whenever you can.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bytes, filesOfPage } from "./sizes.mjs";
import { ON_DEMAND } from "./worker-scripts.mjs";
import { filesIn, zip } from "./zip.mjs";

const build = fileURLToPath(new URL("../dist/chrome", import.meta.url));
const manifest = JSON.parse(readFileSync(join(build, "manifest.json"), "utf8"));

const parts = [
  { name: "popup, JS and CSS", kB: 320, size: bytes(build, filesOfPage(build, manifest.action.default_popup)) },
  { name: "panel", kB: 330, size: bytes(build, filesOfPage(build, manifest.side_panel.default_path)) },
  { name: "worker", kB: 125, size: bytes(build, [manifest.background.service_worker]) },
  { name: "read on demand", kB: 98, size: bytes(build, [ON_DEMAND]) },
  { name: "content script", kB: 23, size: bytes(build, ["src/content/inject.js"]) },
  { name: "tags on this page", kB: 16, size: bytes(build, ["src/popup/on-page-worker.js"]) },
  { name: "zip", kB: 387, size: zip(filesIn(build)).length },
];

for (const { name, kB, size } of parts) {
  const over = size > kB * 1000;
  console.log(
    `${name.padEnd(18)} ${(size / 1000).toFixed(1).padStart(6)} kB of ${kB} kB${over ? "  OVER BUDGET" : ""}`,
  );
  if (over) process.exitCode = 1;
}

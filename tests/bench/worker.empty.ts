import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Beside Quicktag's worker stands one that listens to messages and does nothing else. */
const FILES = {
  "manifest.json": JSON.stringify({
    manifest_version: 3,
    name: "Empty worker",
    version: "1.0",
    background: { service_worker: "worker.js", type: "module" },
  }),
  "worker.js": "chrome.runtime.onMessage.addListener(() => undefined);\n",
  "page.html": "<!doctype html><title>Page</title>",
};

/** Writes the extension into a temporary folder and gives its path. */
export function emptyWorkerExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), "empty-worker-"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  return folder;
}

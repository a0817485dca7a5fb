import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What stands beside the popup: an extension whose popup has a field and a button, and nothing else. */
const FILES = {
  "manifest.json": JSON.stringify({
    manifest_version: 3,
    name: "Two controls",
    version: "1.0",
    action: { default_popup: "popup.html" },
    commands: { _execute_action: { suggested_key: { default: "Alt+Shift+E" } } },
  }),
  "popup.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>Two controls</title>
<body><input id="tag" aria-label="Tag" autofocus><button>Add</button><script type="module" src="popup.js"></script></body></html>`,
  "popup.js": `const field = document.getElementById("tag");
const mark = () => {
  if (!document.hasFocus() || document.activeElement !== field) return;
  performance.mark("input-usable");
  removeEventListener("focus", mark);
};
addEventListener("focus", mark);
field.focus();
mark();
`,
};

export const EMPTY_SHORTCUT = "alt+shift+e";

/** Writes the extension into a temporary folder. */
export function emptyExtension(): { folder: string; bytes: number } {
  const folder = mkdtempSync(join(tmpdir(), "two-controls-"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  return { folder, bytes: FILES["popup.js"].length };
}

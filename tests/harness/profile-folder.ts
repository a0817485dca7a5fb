import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Makes an empty folder for a browser's profile. */
export function createProfile(name: string): string {
  return mkdtempSync(join(tmpdir(), `quicktag-${name}-`));
}

/** Removes a profile. The browser must have ended: see `BrowserProcesses`. */
export function removeProfile(folder: string): void {
  const onWindows = process.platform === "win32";
  // Windows cannot say when the last handle of an ended process is closed.
  rmSync(folder, { recursive: true, force: true, maxRetries: onWindows ? 20 : 0 });
}

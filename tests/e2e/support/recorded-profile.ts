import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";

/** A new profile folder with what 1.0.0 left in Chromium's own storage; see tests/fixtures/README.md. */
export const unpackRecordedProfile = (): string => unpacked("profile-1.0.0.zip");

/** Unpacks an archive of tests/fixtures into a new folder. */
export function unpacked(archive: string): string {
  const folder = mkdtempSync(join(tmpdir(), "quicktag-recorded-"));
  const bytes = readFileSync(new URL(`../../fixtures/${archive}`, import.meta.url));
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

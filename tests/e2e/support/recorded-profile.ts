import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";

const archive = new URL("../../fixtures/profile-1.0.0.zip", import.meta.url);

/** A new profile folder with what 1.0.0 left in Chromium's own storage; see tests/fixtures/README.md. */
export function unpackRecordedProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), "quicktag-recorded-"));
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
    const path = join(profile, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  return profile;
}

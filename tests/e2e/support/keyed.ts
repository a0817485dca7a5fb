import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A key for the manifest: it fixes the extension's id, whatever folder the build lies in, so that a profile recorded on
 * one machine fits on another. Any bytes will do, and these are no secret.
 */
const KEY = Buffer.from("Quicktag: a recorded profile").toString("base64");

/** Copies a build into a new folder and gives it the id that recorded profiles were made with. */
export function keyedBuild(build: string): string {
  const folder = mkdtempSync(join(tmpdir(), "quicktag-keyed-"));
  cpSync(build, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...manifest, key: KEY }));
  return folder;
}

import { rmSync } from "node:fs";

/** Removes a browser's profile; its processes may go on writing for a moment after they were told to end. */
export function removeProfile(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
}

import type { Settings } from "../../domain/settings";
import { browser } from "../../platform/browser";
import { broadcastChange } from "../../storage/changes";
import { readSettings, SETTINGS_ITEM } from "../../storage/settings";

let last: Promise<unknown> = Promise.resolve();

/**
 * Changes the stored settings; one change after the other, so that none is lost. `beside`: stored in the same write.
 * Rejects when the disk is full.
 */
export function changeSettings(change: Partial<Settings>, beside: Record<string, unknown> = {}): Promise<Settings> {
  const next = last.then(async () => {
    const settings = { ...(await readSettings()), ...change };
    await browser.storage.local.set({ [SETTINGS_ITEM]: settings, ...beside });
    broadcastChange("settings");
    return settings;
  });
  last = next.catch(() => undefined);
  return next;
}

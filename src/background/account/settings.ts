import type { OwnSettings } from "../../domain/settings";
import { browser } from "../../platform/browser";
import { broadcastChange } from "../../storage/changes";
import { SETTINGS_ITEM } from "../../storage/items";
import { readOwnSettings } from "../../storage/settings";

let last: Promise<unknown> = Promise.resolve();

/**
 * Changes the stored settings; one change after the other, so that none is lost. `beside`: stored in the same write.
 * Rejects when the disk is full.
 */
export function changeSettings(
  change: Partial<OwnSettings>,
  beside: Record<string, unknown> = {},
): Promise<OwnSettings> {
  const next = last.then(async () => {
    const own = await readOwnSettings();
    const settings = { ...own, ...change, chosen: [...new Set([...own.chosen, ...Object.keys(change)])] };
    await browser.storage.local.set({ [SETTINGS_ITEM]: settings, ...beside });
    broadcastChange("settings");
    return settings;
  });
  last = next.catch(() => undefined);
  return next;
}

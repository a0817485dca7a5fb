import { browser } from "../../platform/browser";
import { broadcastChange } from "../../storage/changes";
import { POLICY_ITEM, POLICY_VERSION, readStoredPolicy, type StoredPolicy } from "../../storage/policy";
import { onDemand } from "../load";

/**
 * Takes over what the company has set. Chromium answers only some three seconds after its start: until then the policy of
 * last time holds. Gives whether anything changed.
 */
export async function takePolicy(): Promise<boolean> {
  const managed = await readManaged();
  if (managed === null) return false;
  const raw = JSON.stringify(managed);
  const before = await readStoredPolicy();
  if (raw === (before?.raw ?? "{}")) return false;
  const { parsePolicy } = await onDemand();
  const policy: StoredPolicy = { ...parsePolicy(managed), version: POLICY_VERSION, raw };
  if (raw === "{}") await browser.storage.local.remove(POLICY_ITEM);
  else await browser.storage.local.set({ [POLICY_ITEM]: policy });
  broadcastChange("settings");
  return true;
}

/** Null when the browser cannot say. Firefox rejects where there is no policy. */
async function readManaged(): Promise<object | null> {
  try {
    return await browser.storage.managed.get(null as unknown as undefined);
  } catch (error) {
    return /manifest not found/i.test(String(error)) ? {} : null;
  }
}

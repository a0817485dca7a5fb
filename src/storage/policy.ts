import type { Policy } from "../domain/policy/policy";
import { fittingPolicy } from "../domain/policy/stored";
import { browser } from "../platform/browser";

/** Where the company's policy lies in `storage.local`, as it was last read: a browser tells it only seconds after its start. */
export const POLICY_ITEM = "policy";

/** Another number whenever the meaning of a policy changes: one of another version is read anew. */
export const POLICY_VERSION = 2;

export interface StoredPolicy extends Policy {
  version: number;
  /** As the browser gave it, to notice a change. */
  raw: string;
}

/** The policy as it was stored; null when there is none, or one of another version. */
export function storedPolicy(value: unknown): StoredPolicy | null {
  const { version, raw } = (value ?? {}) as Partial<StoredPolicy>;
  if (version !== POLICY_VERSION) return null;
  const { policy, whole } = fittingPolicy(value);
  // Something is damaged: what is left holds, and the next look at the browser's word finds a change.
  return { ...policy, version, raw: whole && typeof raw === "string" ? raw : "" };
}

/** The policy that applies, with what is wrong in it. */
export async function readStoredPolicy(): Promise<StoredPolicy | null> {
  return storedPolicy((await browser.storage.local.get(POLICY_ITEM))[POLICY_ITEM]);
}

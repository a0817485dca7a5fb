import type { Policy } from "../domain/policy/policy";
import { browser } from "../platform/browser";

/** Where the company's policy lies in `storage.local`, as it was last read: a browser tells it only seconds after its start. */
export const POLICY_ITEM = "policy";

/** Another number whenever the meaning of a policy changes: one of another version is read anew. */
export const POLICY_VERSION = 1;

export interface StoredPolicy extends Policy {
  version: number;
  /** As the browser gave it, to notice a change. */
  raw: string;
}

/** The policy as it was stored; null when there is none, or one of another version. */
export function storedPolicy(value: unknown): StoredPolicy | null {
  return (value as StoredPolicy | undefined)?.version === POLICY_VERSION ? (value as StoredPolicy) : null;
}

/** The policy that applies, with what is wrong in it. */
export async function readStoredPolicy(): Promise<StoredPolicy | null> {
  return storedPolicy((await browser.storage.local.get(POLICY_ITEM))[POLICY_ITEM]);
}

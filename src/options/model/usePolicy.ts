import { useEffect, useState } from "react";
import { browser } from "../../platform/browser";
import { onStoreChange } from "../../storage/changes";
import { readStoredPolicy, type StoredPolicy } from "../../storage/policy";

/** The company's policy as it was last read; null without one. */
export function usePolicy(): StoredPolicy | null {
  const [policy, setPolicy] = useState<StoredPolicy | null>(null);
  useEffect(() => {
    const refresh = () => void readStoredPolicy().then(setPolicy);
    refresh();
    return onStoreChange((store) => {
      if (store === "settings") refresh();
    });
  }, []);
  return policy;
}

/** Longer than any browser was seen to take. */
const PATIENCE_MS = 6000;
/** Where the browser answers at once nothing needs to be said. */
const SOON_MS = 300;

/** `waiting`: long enough that it has to be said. */
export type PolicyWait = "asking" | "waiting" | "over";

/** Whether the browser has still to say if there is a policy: Chromium takes some three seconds after its start. */
export function usePolicyWait(): PolicyWait {
  const [wait, setWait] = useState<PolicyWait>("asking");
  useEffect(() => {
    const begin = setTimeout(() => setWait("waiting"), SOON_MS);
    const end = () => {
      clearTimeout(begin);
      clearTimeout(patience);
      setWait("over");
    };
    const patience = setTimeout(end, PATIENCE_MS);
    browser.storage.managed.get(null as unknown as undefined).then(end, end);
    return end;
  }, []);
  return wait;
}

import { useState } from "react";
import { call } from "../../messaging/call";
import type { RequestOf } from "../../messaging/protocol";

/** Stores preferences at once; `failed` when the background did not answer. */
export function usePreferences(): { failed: boolean; prefer: (change: RequestOf<"settings.preferences">) => void } {
  const [failed, setFailed] = useState(false);
  const prefer = (change: RequestOf<"settings.preferences">) => {
    call("settings.preferences", change).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return { failed, prefer };
}

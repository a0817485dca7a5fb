import { useEffect, useState } from "react";
import { readShortcuts, type Shortcuts } from "../../platform/shortcuts";

export { PANEL_COMMAND } from "../../messaging/protocol";
export { OPEN_COMMAND, REPEAT_COMMAND, type Shortcuts } from "../../platform/shortcuts";

/** Which shortcut each command has; null until known. Read again on return from the browser's page for shortcuts. */
export function useShortcuts(): Shortcuts | null {
  const [shortcuts, setShortcuts] = useState<Shortcuts | null>(null);
  useEffect(() => {
    const refresh = () => void readShortcuts().then(setShortcuts);
    refresh();
    window.addEventListener("focus", refresh);
    return () => window.removeEventListener("focus", refresh);
  }, []);
  return shortcuts;
}

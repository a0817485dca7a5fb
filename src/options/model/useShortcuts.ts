import { useEffect, useState } from "react";
import { browser } from "../../platform/browser";

/** Command names of the manifest. */
export const OPEN_COMMAND = "_execute_action";
export const REPEAT_COMMAND = "repeat-last-tag";
export { PANEL_COMMAND } from "../../messaging/protocol";

export type Shortcuts = Readonly<Record<string, string>>;

async function read(): Promise<Shortcuts> {
  const commands = await browser.commands.getAll();
  return Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? "", shortcut ?? ""]));
}

/** Which shortcut each command has; null until known. Read again on return from the browser's page for shortcuts. */
export function useShortcuts(): Shortcuts | null {
  const [shortcuts, setShortcuts] = useState<Shortcuts | null>(null);
  useEffect(() => {
    const refresh = () => void read().then(setShortcuts);
    refresh();
    window.addEventListener("focus", refresh);
    return () => window.removeEventListener("focus", refresh);
  }, []);
  return shortcuts;
}

import { browser, ownOrigin } from "./browser";

/** Command names of the manifest. */
export const OPEN_COMMAND = "_execute_action";
export const REPEAT_COMMAND = "repeat-last-tag";

export type Shortcuts = Readonly<Record<string, string>>;

/** Which shortcut each command has; empty for none. */
export async function readShortcuts(): Promise<Shortcuts> {
  const commands = await browser.commands.getAll();
  return Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? "", shortcut ?? ""]));
}

/** Opens the browser's page for shortcuts; null where no extension may (older Firefox). */
export function wayToShortcuts(): (() => void) | null {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) return () => void openShortcutSettings();
  if (ownOrigin().startsWith("moz-extension:")) return null;
  return () => void browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}

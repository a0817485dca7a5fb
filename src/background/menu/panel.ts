import { PANEL_COMMAND, PANEL_TAG_COMMAND } from "../../messaging/protocol";
import type { Tabs } from "../../platform/browser";
import { openPanel } from "../../platform/panel";
import { writePanelKey } from "../../storage/panel-key";

/**
 * Opens the panel beside a tab, in the gesture that grants access to its page; one that is open reads the page. Nothing is
 * awaited before.
 */
export function onOpenPanel(tab: Tabs.Tab | undefined): void {
  if (tab?.id === undefined || tab.windowId === undefined) return;
  void openPanel(tab.windowId).catch((error) => console.warn("Quicktag: the panel did not open", error));
  void writePanelKey({ windowId: tab.windowId, tabId: tab.id, what: "read" });
}

/** A shortcut for the panel: true if it was one. */
export function onPanelCommand(name: string, tab: Tabs.Tab | undefined): boolean {
  const digit = name.startsWith(PANEL_TAG_COMMAND) ? Number(name.slice(PANEL_TAG_COMMAND.length)) : null;
  if (name === PANEL_COMMAND) onOpenPanel(tab);
  else if (digit !== null && tab?.id !== undefined && tab.windowId !== undefined) {
    void writePanelKey({ windowId: tab.windowId, tabId: tab.id, what: digit });
  }
  return name === PANEL_COMMAND || digit !== null;
}

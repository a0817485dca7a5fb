import { browser } from "../platform/browser";

/** A key somebody pressed outside the panel that is meant for the panel of this window. */
export interface PanelKey {
  windowId: number;
  tabId: number;
  /** Read the page of the tab, or add the tag that has this number. */
  what: "read" | number;
  at: number;
}

const ITEM = "panelKey";

/** Written by the background or the popup in the gesture. */
export async function writePanelKey(key: Omit<PanelKey, "at">): Promise<void> {
  await browser.storage.session.set({ [ITEM]: { ...key, at: Date.now() } });
}

/** Calls back with each key as it is pressed. */
export function onPanelKey(listener: (key: PanelKey) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const key = changes[ITEM]?.newValue as PanelKey | undefined;
    if (area === "session" && key) listener(key);
  });
}

import { POPUP_CONNECTION } from "../../messaging/protocol";
import { browser, type Runtime } from "../../platform/browser";

const open = new Set<Runtime.Port>();

/** Whether any popup or panel is connected to this worker. */
export const isPopupOpen = (): boolean => open.size > 0;

/** Whether the popup or panel with this id is connected to this worker. */
export const isOwnerOpen = (owner: string): boolean =>
  [...open].some(({ name }) => name === `${POPUP_CONNECTION}${owner}`);

/** Calls back whenever a popup or panel is closed. Call in the first turn. */
export function onPopupClosed(listener: () => void): void {
  browser.runtime.onConnect.addListener((port) => {
    if (!port.name.startsWith(POPUP_CONNECTION)) return;
    open.add(port);
    port.onDisconnect.addListener(() => {
      open.delete(port);
      listener();
    });
  });
}

/** Whether a popup or panel is open at this tab; over any, for a job without one. Chrome lists its contexts, Firefox the views. */
export async function popupIsOn(tabId: number | null): Promise<boolean> {
  const runtime = browser.runtime as typeof browser.runtime & {
    getContexts?: (filter: { contextTypes: string[] }) => Promise<{ windowId: number }[]>;
  };
  if (!runtime.getContexts) {
    const views = (type: string) => browser.extension.getViews({ type: type as "popup" });
    return views("popup").length + views("sidebar").length > 0;
  }
  const popups = await runtime.getContexts({ contextTypes: ["POPUP", "SIDE_PANEL"] });
  if (popups.length === 0 || tabId === null) return popups.length > 0;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  // A popup closes when its window shows another tab. Chrome gives some popups no window.
  return popups.some(({ windowId }) => windowId < 0 || (tab?.active === true && windowId === tab.windowId));
}

import { POPUP_CONNECTION } from "../../messaging/protocol";
import { browser, type Runtime } from "../../platform/browser";

const open = new Set<Runtime.Port>();

/** Whether any popup is connected to this worker. */
export const isPopupOpen = (): boolean => open.size > 0;

/** Calls back whenever the last open popup is closed. Call in the first turn. */
export function onPopupsClosed(listener: () => void): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== POPUP_CONNECTION) return;
    open.add(port);
    port.onDisconnect.addListener(() => {
      open.delete(port);
      if (open.size === 0) listener();
    });
  });
}

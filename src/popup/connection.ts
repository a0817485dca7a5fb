import { POPUP_CONNECTION } from "../messaging/protocol";
import { browser, type Runtime } from "../platform/browser";

const owner = crypto.randomUUID();
let port: Runtime.Port | null = null;

/**
 * Sees to it that the background hears when this popup or panel is closed; gives the id it is known by there. The
 * connection ends with Chrome's worker: call before whatever counts on it.
 */
export function stayConnected(): string {
  if (!port) {
    port = browser.runtime.connect({ name: POPUP_CONNECTION + owner });
    port.onDisconnect.addListener(() => {
      port = null;
    });
  }
  return owner;
}

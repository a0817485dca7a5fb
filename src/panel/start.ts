import { PANEL_COMMAND } from "../messaging/protocol";
import { browser } from "../platform/browser";
import { takeNumbered } from "../popup/enter";
import { focusField, restoreFocus } from "../popup/field";
import { rereadJobs } from "../popup/load";
import { canType } from "../popup/selectors";
import { listen } from "../popup/start";
import { get, set } from "../popup/state";
import { onPanelKey, type PanelKey } from "../storage/panel-key";
import { readSessionStart } from "../storage/session";
import { readSettings } from "../storage/settings";
import { keyPressed, readNow, startFollowing } from "./follow";
import { usePanel } from "./state";

/** From opening to following the window's tab. */
export async function startPanel(): Promise<void> {
  listen();
  // The row of people tells what became of the tags of others.
  set({ settings: await readSettings(), openedAt: Number.POSITIVE_INFINITY });
  onPanelKey(onKey);
  browser.permissions.onAdded.addListener(onAccess);
  browser.permissions.onRemoved.addListener(onAccess);
  window.addEventListener("focus", onFocus);
  void readShortcut();
  void readSessionStart().then((sessionStart) => usePanel.setState({ sessionStart }));
  void rereadJobs();
  await startFollowing();
}

function onKey({ windowId, tabId, what }: PanelKey): void {
  if (windowId !== get().windowId) return;
  if (what === "read") {
    readNow();
    return;
  }
  keyPressed();
  // The number is meant for the person beside the panel, and for nobody in another tab.
  if (tabId === get().tabId && canType(get())) takeNumbered(what);
}

/** The browser gives a site, or no longer: what is open may be readable now. */
async function onAccess(): Promise<void> {
  const { site } = usePanel.getState();
  if (site) usePanel.setState({ isAllowed: await browser.permissions.contains({ origins: [site] }) });
  const { result } = get();
  if (result?.kind === "waits-for-key" && result.because === "no-access") readNow();
}

/** Keys may have been set meanwhile; and coming back by F6, the focus belongs into the field. */
function onFocus(): void {
  void readShortcut();
  setTimeout(() => {
    // F6 stops at the first button, which nobody came for.
    if (document.activeElement?.closest("#following") && canType(get())) focusField();
    else restoreFocus();
  });
}

async function readShortcut(): Promise<void> {
  const commands = await browser.commands.getAll();
  usePanel.setState({ shortcut: commands.find(({ name }) => name === PANEL_COMMAND)?.shortcut ?? "" });
}

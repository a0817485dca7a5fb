import { browser } from "./browser";

/**
 * Quicktag's button and its shortcut call `run` in this page's tab, where the popup would find nobody. Gives the way back;
 * the browser forgets it by itself when the tab goes elsewhere.
 */
export function takeAction(run: () => void): () => void {
  let tabId: number | undefined;
  let isOver = false;
  const onClicked = ({ id }: { id?: number }) => {
    if (id !== undefined && id === tabId) run();
  };
  browser.action.onClicked.addListener(onClicked);
  void browser.tabs.getCurrent().then((tab) => {
    if (isOver || tab?.id === undefined) return;
    tabId = tab.id;
    void browser.action.setPopup({ tabId, popup: "" });
  });
  return () => {
    isOver = true;
    browser.action.onClicked.removeListener(onClicked);
    const { default_popup: popup = "" } = browser.runtime.getManifest().action ?? {};
    if (tabId !== undefined) void browser.action.setPopup({ tabId, popup: browser.runtime.getURL(popup) });
  };
}

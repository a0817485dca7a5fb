import { useLayoutEffect } from "react";
import { isLive } from "../../domain/job";
import { browser } from "../../platform/browser";
import { openPage } from "../../platform/pages";
import { hasPanel, openPanel } from "../../platform/panel";
import { writePanelKey } from "../../storage/panel-key";
import { Button } from "../../ui/Button";
import { plural, text } from "../../ui/text";
import { canType } from "../selectors";
import { get, set, usePopup } from "../state";
import { surface } from "../surface";
import { TagManyLink } from "./TagManyLink";
import { Waiting } from "./Waiting";

export const openSettings = (): void => {
  void browser.runtime.openOptionsPage().then(() => surface.stays || window.close());
};

/** The panel takes over the tab of this popup. Nothing is awaited before it opens: the browser wants the gesture. */
function toPanel(): void {
  const { tabId, windowId } = get();
  if (windowId === null) return;
  void openPanel(windowId).then(() => window.close());
  if (tabId !== null) void writePanelKey({ windowId, tabId, what: "read" });
}

/** What is waiting, and the ways to everything else. */
export function Foot() {
  const jobs = usePopup((state) => state.jobs);
  const open = usePopup((state) => state.waitingOpen);
  const offersByHand = usePopup((state) => canType(state) && state.settings.byHand);
  const waiting = jobs.filter(isLive).length;
  // The list says all that the lines above say; both together would leave neither any room.
  useLayoutEffect(() => void document.body.classList.toggle("waiting-open", open), [open]);
  const failed = jobs.filter((job) => job.state === "failed").length;
  return (
    <>
      {open && <Waiting />}
      <div className="foot-row">
        {waiting + failed > 0 && (
          <Button look="quiet" aria-expanded={open} onClick={() => set({ waitingOpen: !open })}>
            {[waiting > 0 && plural("foot_waiting", waiting), failed > 0 && plural("foot_failed", failed)]
              .filter(Boolean)
              .join(", ")}
          </Button>
        )}
        {(waiting + failed === 0 || open) && (
          <Button look="quiet" onClick={() => void openPage("activity").then(() => surface.stays || window.close())}>
            {text("activity_page_title")}
          </Button>
        )}
        <span className="spring" />
        {offersByHand && (
          <Button look="quiet" onClick={() => set({ byHand: "asked" })}>
            {text("by_hand")}
          </Button>
        )}
        <TagManyLink />
        {!surface.stays && hasPanel() && (
          <Button look="quiet" onClick={toPanel}>
            {text("panel")}
          </Button>
        )}
        <Button look="quiet" onClick={openSettings}>
          {text("settings")}
        </Button>
      </div>
    </>
  );
}

import { browser } from "../../platform/browser";
import { shownCandidate } from "../../popup/selectors";
import { usePopup } from "../../popup/state";
import { Button } from "../../ui/Button";
import { hostOf } from "../../ui/site";
import { text } from "../../ui/text";
import { pause, resume } from "../follow";
import { usePanel } from "../state";

/** Whether the panel follows the tab and reads the page that is open, and the way to stop it. */
export function FollowBar() {
  const following = usePanel((state) => state.following);
  // A lock of a moment, with the person still there, is no move.
  const moving = usePopup((state) => state.moving && shownCandidate(state) === null);
  const isHere = usePopup(({ result }) => result?.kind !== "waits-for-key" && result?.kind !== "unreadable-page");
  const isOff = usePopup((state) => !state.settings.following);
  if (isOff) {
    return (
      <div className="following">
        <span className="following-dot" aria-hidden="true" />
        <span role="status">{text("follow_off")}</span>
      </div>
    );
  }
  const isOn = following === "on";
  const said = isOn
    ? text(moving ? "moving" : isHere ? "following" : "follow_not_here")
    : text(following === "idle" ? "follow_idle" : "follow_paused");
  return (
    <div className={`following ${isOn && isHere ? "following-on" : ""}`}>
      <span className="following-dot" aria-hidden="true" />
      <span role="status">{said}</span>
      <span className="spring" />
      <Button look="quiet" onClick={isOn ? pause : resume}>
        {text(isOn ? "follow_pause" : "follow_resume")}
      </Button>
      {!isOn && <GiveBack />}
    </div>
  );
}

/** Who stops following may want to take back the site, too. */
function GiveBack() {
  const { site, isAllowed } = usePanel();
  if (!site || !isAllowed) return null;
  return (
    <Button look="quiet" onClick={() => void browser.permissions.remove({ origins: [site] })}>
      {text("site_give_back", hostOf(site))}
    </Button>
  );
}

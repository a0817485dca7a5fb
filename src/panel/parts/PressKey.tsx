import type { WaitsForKey } from "../../domain/find";
import { browser } from "../../platform/browser";
import { ByHandButton } from "../../popup/screens/actions";
import { Page } from "../../popup/screens/Page";
import { usePopup } from "../../popup/state";
import { Button } from "../../ui/Button";
import { hostOf } from "../../ui/site";
import { type TextKey, text } from "../../ui/text";
import { resume } from "../follow";
import { usePanel } from "../state";

const WHY: Record<WaitsForKey, TextKey> = {
  "no-access": "press_key_no_access",
  "by-policy": "press_key_by_policy",
  "other-site": "press_key_other_site",
  "not-by-id": "press_key_not_by_id",
  paused: "press_key_paused",
};

/** The panel does not read this page by itself: why, and which key does. */
export function PressKey() {
  const because = usePopup(({ result }) => (result?.kind === "waits-for-key" ? result.because : null));
  const { shortcut, site, isAllowed } = usePanel();
  if (because === null) return null;
  const outside = because === "no-access";
  const allow = () => void browser.permissions.request({ origins: [site as string] });
  return (
    <Page
      title={
        outside
          ? shortcut
            ? text("press_key_title", shortcut)
            : text("press_key_title_unbound")
          : text("press_enter_title")
      }
      actions={
        <>
          {!outside && (
            <Button look="main" onClick={resume}>
              {text("read_page")}
            </Button>
          )}
          {outside && site && !isAllowed && (
            <Button look="main" onClick={allow}>
              {text("site_allow", hostOf(site))}
            </Button>
          )}
          <ByHandButton />
        </>
      }
    >
      <p>{text(WHY[because])}</p>
      {outside && site && !isAllowed && <p className="small muted">{text("site_allow_why", hostOf(site))}</p>}
    </Page>
  );
}

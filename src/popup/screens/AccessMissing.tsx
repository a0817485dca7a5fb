import { browser } from "../../platform/browser";
import { Button } from "../../ui/Button";
import { text } from "../../ui/text";
import { find } from "../find";
import { Page } from "./Page";

/** Firefox lets people take back the access to Kombo's servers, or never gave it. */
export function AccessMissing({ origins }: { origins: readonly string[] }) {
  // The browser asks only within the gesture itself: nothing may be awaited before.
  const allow = () =>
    void browser.permissions.request({ origins: [...origins] }).then((granted) => {
      if (granted) void find();
    });
  return (
    <Page
      title={text("access_title")}
      actions={
        <Button look="main" onClick={allow}>
          {text("access_allow")}
        </Button>
      }
    >
      <p>{text("access_why")}</p>
      <ul className="small muted">
        {origins.map((origin) => (
          <li key={origin}>{origin.replace(/\/\*$/, "")}</li>
        ))}
      </ul>
    </Page>
  );
}

import { text } from "../../ui/text";
import { ByHandButton } from "./actions";
import { Page } from "./Page";

export function UnreadablePage() {
  return (
    <Page title={text("unreadable_title")} actions={<ByHandButton main />}>
      <p>{text("unreadable_next")}</p>
    </Page>
  );
}

import type { NotSetUp as Missing } from "../../domain/find";
import { text } from "../../ui/text";
import { SettingsButton } from "./actions";
import { Page } from "./Page";

export function NotSetUp({ missing }: { missing: Missing }) {
  return (
    <Page title={text("not_set_up_title")} actions={<SettingsButton main />}>
      <p>{text(missing === "key" ? "not_set_up_key" : "not_set_up_integration")}</p>
    </Page>
  );
}

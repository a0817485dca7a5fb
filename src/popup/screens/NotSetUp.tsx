import type { NotSetUp as Missing } from "../../domain/find";
import { text } from "../../ui/text";
import { SettingsButton } from "./actions";
import { Page } from "./Page";

export function NotSetUp({ missing }: { missing: Missing }) {
  const signIn = missing === "sign-in";
  const actions = signIn ? <SettingsButton main label={text("sign_in_in_settings")} /> : <SettingsButton main />;
  return (
    <Page title={text(signIn ? "not_signed_in_title" : "not_set_up_title")} actions={actions}>
      <p>{text(signIn ? "not_signed_in" : missing === "key" ? "not_set_up_key" : "not_set_up_integration")}</p>
    </Page>
  );
}

import type { AtsId } from "../../domain/candidate";
import { CONNECTORS } from "../../domain/connector";
import { text } from "../../ui/text";
import { ByHandButton, SettingsButton } from "./actions";
import { Page } from "./Page";

export function NoIntegration({ ats }: { ats: AtsId }) {
  const name = CONNECTORS[ats].name;
  return (
    <Page
      title={text("no_integration_title", name)}
      actions={
        <>
          <SettingsButton main />
          <ByHandButton />
        </>
      }
    >
      <p>{text("no_integration_next", name)}</p>
    </Page>
  );
}

import type { AtsId } from "../../domain/candidate";
import { CONNECTORS } from "../../domain/connector";
import type { Integration } from "../../domain/settings";
import { text } from "../../ui/text";
import { Integrations } from "./Integrations";
import { Page } from "./Page";

/** Several accounts of one system are connected, and this page could belong to any of them. */
export function PickIntegration({ integrations, ats }: { integrations: readonly Integration[]; ats: AtsId | null }) {
  return (
    <Page title={text("pick_title")}>
      <p>{ats ? text("pick_why", CONNECTORS[ats].name) : text("pick_why_unknown")}</p>
      <Integrations integrations={integrations} />
    </Page>
  );
}

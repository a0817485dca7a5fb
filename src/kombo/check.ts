import { generalCheckApiKey } from "@kombo-api/sdk/funcs/generalCheckApiKey.js";
import { generalGetIntegrationDetails } from "@kombo-api/sdk/funcs/generalGetIntegrationDetails.js";
import { generalTriggerSync } from "@kombo-api/sdk/funcs/generalTriggerSync.js";
import type { Answer } from "./answer";
import { type Access, ask, core, READ_TIMEOUT_MS } from "./client";

/** Is the key good? Gives the id of the environment it belongs to. */
export function checkApiKey(access: Access): Promise<Answer<string>> {
  return ask(generalCheckApiKey(core(access, READ_TIMEOUT_MS)), (value) => value?.data.environment_id ?? "");
}

export interface Ability {
  id: string;
  label: string;
  is_available: boolean;
  scope_config_setting: string;
  opted_out_by_customer: boolean;
}

export interface IntegrationDetails {
  organisation: string | null;
  ats: string | null;
  status: string;
  setupStatus: string;
  models: Ability[];
  actions: Ability[];
}

/** What Kombo says of an integration: asked at run time, never hard-coded per connector. */
export function getIntegration(access: Access, id: string): Promise<Answer<IntegrationDetails>> {
  const read = ({ data }: { data: RawDetails }): IntegrationDetails => ({
    organisation: data.end_user?.organization_name ?? null,
    ats: data.tool?.label ?? null,
    status: data.status,
    setupStatus: data.setup_status,
    models: data.read_models ?? [],
    actions: data.write_actions ?? [],
  });
  return ask(
    generalGetIntegrationDetails(core({ ...access, integrationId: id }, READ_TIMEOUT_MS), { integration_id: id }),
    read,
    // A field more or less must not make a working integration look broken.
    (body) =>
      typeof (body as { data?: RawDetails })?.data?.status === "string" ? read(body as { data: RawDetails }) : null,
  );
}

interface RawDetails {
  end_user?: { organization_name: string };
  tool?: { label: string };
  status: string;
  setup_status: string;
  read_models?: Ability[];
  write_actions?: Ability[];
}

/** Asks Kombo to copy changes from the ATS now. Only on a person's click. */
export function triggerSync(access: Access): Promise<Answer<true>> {
  return ask<unknown, true>(
    generalTriggerSync(core(access, READ_TIMEOUT_MS), { type: "DELTA" }),
    () => true,
    () => true,
  );
}

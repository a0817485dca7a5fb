import { CONNECTORS } from "../../src/domain/connector";
import type { Company } from "./company";
import type { IntegrationOptions } from "./options";

type Setting = IntegrationOptions["tags"];

function capability(id: string, label: string, setting: Setting) {
  return {
    id,
    label,
    is_available: setting === "ENABLED",
    coverage_status: setting === "UNSUPPORTED" ? ("UNSUPPORTED" as const) : ("SUPPORTED" as const),
    scope_config_setting: setting === "DISABLED" ? ("DISABLED" as const) : ("ENABLED" as const),
    opted_out_by_customer: false,
    fields: [],
  };
}

/** `GET /integrations/{id}`: the state and the abilities of an integration. */
export function integrationDetails({ integration, options }: Company) {
  const label = CONNECTORS[integration.connector].name;
  const picture = `https://pictures.example.com/${integration.connector}.svg`;
  return {
    status: "success" as const,
    data: {
      id: integration.id,
      tool: { id: integration.connector, label, internal_label: null, logo_url: picture, icon_url: picture },
      category: "ATS" as const,
      status: options.status,
      setup_status: options.setupStatus,
      end_user: { organization_name: integration.organisation, creator_email: "admin@example.com", origin_id: null },
      scope_config: { id: "ScopeConfigSandbox000000", name: "Quicktag" },
      data_expired_at: null,
      created_at: "2025-12-01T10:00:00.000Z",
      beta: false,
      read_models: [
        capability("ats_candidates", "Candidates", options.candidates),
        capability("ats_applications", "Applications", options.candidates),
        capability("ats_tags", "Tags", options.tags),
        capability("ats_users", "Users", "ENABLED"),
      ],
      write_actions: [
        capability("ats_add_candidate_tag", "Add tag to candidate", options.manageTags),
        capability("ats_remove_candidate_tag", "Remove tag from candidate", options.manageTags),
      ],
    },
  };
}

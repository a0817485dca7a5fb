import type { AtsId } from "../../domain/candidate";
import type { Connector } from "../../domain/connector";
import type { FindResult } from "../../domain/find";
import type { Integration } from "../../domain/settings";
import { readBinding } from "../../storage/read";

export interface Choice {
  integration: Integration;
  others: readonly Integration[];
  boundTo: string | null;
}

interface Wish {
  ats: AtsId | null;
  tenant: string | null;
  /** Connectors that serve this ATS; null = any (an unknown host, by hand). */
  connectors: readonly Connector[] | null;
  picked: string | undefined;
}

/**
 * Which integration answers for this ATS and tenant: the recruiter's pick, the one the tenant is bound to, the only one
 * that fits. Otherwise the recruiter is asked.
 */
export async function chooseIntegration(
  integrations: readonly Integration[],
  wish: Wish,
): Promise<Choice | FindResult> {
  const { ats, tenant, connectors } = wish;
  const fitting = integrations.filter((one) => connectors === null || connectors.includes(one.connector));
  if (fitting.length === 0)
    return ats === null ? { kind: "not-set-up", missing: "integration" } : { kind: "no-integration", ats };
  const binding = await readBinding(ats, tenant);
  const bound = fitting.find((one) => one.id === binding?.integrationId) ?? null;
  const only = fitting.length === 1 ? (fitting[0] ?? null) : null;
  const integration = fitting.find((one) => one.id === wish.picked) ?? bound ?? only;
  if (!integration) return { kind: "pick-integration", ats, tenant, integrations: fitting };
  return { integration, others: fitting.filter((one) => one !== integration), boundTo: bound?.id ?? null };
}

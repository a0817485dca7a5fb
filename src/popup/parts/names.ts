import { CONNECTOR_NAMES, connectorOf } from "../../domain/connector";
import type { Integration } from "../../domain/settings";
import { usePopup } from "../state";

/** The name of the system an integration belongs to; null for one nobody knows. */
export function atsNameOf(integrationId: string): string | null {
  const connector = connectorOf(integrationId);
  return connector && CONNECTOR_NAMES[connector];
}

/** What people call an integration: its own label, else its system. */
export const integrationName = (integration: Integration): string =>
  integration.label || CONNECTOR_NAMES[integration.connector];

/** The label of an integration, where it says more than the system's name. */
export function useLabel(integrationId: string): string | null {
  const label = usePopup((state) => state.settings.integrations.find(({ id }) => id === integrationId)?.label);
  return label && label !== atsNameOf(integrationId) ? label : null;
}

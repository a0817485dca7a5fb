import { atsNameOf, CONNECTORS } from "../../domain/connector";
import type { Integration } from "../../domain/settings";
import { usePopup } from "../state";

/** What people call an integration: its own label, else its system. */
export const integrationName = (integration: Integration): string =>
  integration.label || CONNECTORS[integration.connector].name;

/** The label of an integration, where it says more than the system's name. */
export function useLabel(integrationId: string): string | null {
  const label = usePopup((state) => state.settings.integrations.find(({ id }) => id === integrationId)?.label);
  return label && label !== atsNameOf(integrationId) ? label : null;
}

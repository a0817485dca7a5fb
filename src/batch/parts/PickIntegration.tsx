import { useId } from "react";
import { CONNECTORS } from "../../domain/connector";
import type { Integration } from "../../domain/settings";
import { text } from "../../ui/text";
import { set, useBatch } from "../state";

/** An integration as the person knows it: "Greenhouse (Northwind)". */
export function integrationName({ connector, label }: Integration): string {
  const { name } = CONNECTORS[connector];
  return label && label !== name ? `${name} (${label})` : name;
}

/** Which integration e-mails and ids are looked up in; links say their own. */
export function PickIntegration() {
  const id = useId();
  const integrations = useBatch((state) => state.settings.integrations);
  const picked = useBatch((state) => state.picked);
  if (integrations.length < 2) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{text("batch_integration")}</label>
      <select
        id={id}
        className="input"
        value={picked ?? ""}
        aria-describedby={`${id}-hint`}
        onChange={(event) => set({ picked: event.target.value })}
      >
        {integrations.map((one) => (
          <option key={one.id} value={one.id}>
            {integrationName(one)}
          </option>
        ))}
      </select>
      <p className="field-hint" id={`${id}-hint`}>
        {text("batch_integration_hint")}
      </p>
    </div>
  );
}

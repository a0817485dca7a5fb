import { CONNECTORS } from "../../domain/connector";
import type { Integration } from "../../domain/settings";
import { findIn } from "../find";
import { AtsMark } from "../parts/AtsMark";
import { integrationName } from "../parts/names";

/** Integrations to pick from; what was asked is asked again in the one picked. */
export function Integrations({ integrations }: { integrations: readonly Integration[] }) {
  return (
    <ul className="picks">
      {integrations.map((integration) => (
        <li key={integration.id}>
          <button type="button" className="pick" onClick={() => void findIn(integration.id)}>
            <AtsMark connector={integration.connector} />
            <span>
              <span className="pick-name">{integrationName(integration)}</span>
              <span className="muted small">{CONNECTORS[integration.connector].name}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

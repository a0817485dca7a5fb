import { atsNameOf, connectorOf } from "../../domain/connector";
import type { ShownCandidate } from "../../domain/find";
import { AtsMark } from "./AtsMark";
import { useLabel } from "./names";

/** System and integration the candidate is in. */
export function Origin({ shown }: { shown: ShownCandidate }) {
  const connector = connectorOf(shown.integrationId);
  const label = useLabel(shown.integrationId);
  return (
    <p className="origin">
      {connector && <AtsMark connector={connector} />}
      <span>{[atsNameOf(shown.integrationId), label].filter(Boolean).join(" · ")}</span>
    </p>
  );
}

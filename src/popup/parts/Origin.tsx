import { atsNameOf, connectorOf } from "../../domain/connector";
import type { ShownCandidate } from "../../domain/find";
import { text } from "../../ui/text";
import { usePopup } from "../state";
import { AtsMark } from "./AtsMark";
import { matchDetails } from "./match-details";
import { useLabel } from "./names";

/** System and integration the candidate is in; how we know folds out below. */
export function Origin({ shown }: { shown: ShownCandidate }) {
  const connector = connectorOf(shown.integrationId);
  const label = useLabel(shown.integrationId);
  const checking = usePopup((state) => state.result === null);
  const details = matchDetails(shown);
  return (
    <details className="origin" open={shown.pageUnread === true}>
      <summary title={details}>
        {connector && <AtsMark connector={connector} />}
        <span id="candidate-origin">{[atsNameOf(shown.integrationId), label].filter(Boolean).join(" · ")}</span>
        {checking && <span>· {text("checking")}</span>}
      </summary>
      <p className="small">{details}</p>
    </details>
  );
}

import type { MatchedBy } from "../../domain/candidate";
import { connectorOf } from "../../domain/connector";
import type { Shown } from "../../domain/find";
import { type TextKey, text } from "../../ui/text";
import { usePopup } from "../state";
import { AtsMark } from "./AtsMark";
import { atsNameOf, useLabel } from "./names";

const MATCHED: Record<MatchedBy, TextKey> = {
  candidate: "matched_candidate",
  application: "matched_application",
  email: "matched_email",
  token: "matched_token",
  shape: "matched_shape",
  hand: "matched_hand",
};

/** System, integration and how the match was made, in one line. */
export function Origin({ shown }: { shown: Shown }) {
  const connector = connectorOf(shown.integrationId);
  const label = useLabel(shown.integrationId);
  const checking = usePopup((state) => state.result === null);
  const how = checking ? text("checking") : text(MATCHED[shown.matchedBy]);
  return (
    <p className="origin">
      {connector && <AtsMark connector={connector} />}
      <span>{[atsNameOf(shown.integrationId), label, how].filter(Boolean).join(" · ")}</span>
    </p>
  );
}

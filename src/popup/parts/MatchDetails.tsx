import type { MatchedBy } from "../../domain/candidate";
import type { ShownCandidate } from "../../domain/find";
import { age, type TextKey, text } from "../../ui/text";
import { usePopup } from "../state";

const MATCHED: Record<MatchedBy, TextKey> = {
  candidate: "matched_candidate",
  application: "matched_application",
  email: "matched_email",
  "url-id": "matched_url_id",
  "url-pattern": "matched_url_pattern",
  hand: "matched_hand",
};

/** How the match was made, and how old Kombo's knowledge of the tags is. */
export function MatchDetails({ shown }: { shown: ShownCandidate }) {
  const checking = usePopup((state) => state.result === null);
  // Seconds would only flicker.
  const fresh = Date.now() - shown.asOf < 60_000;
  return (
    <p className="muted small knowledge">
      <span>{text(checking ? "checking" : MATCHED[shown.matchedBy])} ·</span>{" "}
      <span>{fresh ? text("tags_as_of_now") : text("tags_as_of", age(shown.asOf))}</span>
      {shown.pageUnread && <span> · {text("page_unread")}</span>}
    </p>
  );
}

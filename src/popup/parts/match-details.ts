import type { MatchedBy } from "../../domain/candidate";
import type { ShownCandidate } from "../../domain/find";
import { age, type TextKey, text } from "../../ui/text";

const MATCHED: Record<MatchedBy, TextKey> = {
  candidate: "matched_candidate",
  application: "matched_application",
  email: "matched_email",
  "url-id": "matched_url_id",
  "url-pattern": "matched_url_pattern",
  hand: "matched_hand",
};

/** How the match was made, how old Kombo's knowledge of the tags is, and whether the page was read. */
export function matchDetails({ matchedBy, asOf, pageUnread }: ShownCandidate): string {
  // Seconds would only flicker.
  const fresh = Date.now() - asOf < 60_000;
  const parts = [text(MATCHED[matchedBy]), fresh ? text("tags_as_of_now") : text("tags_as_of", age(asOf))];
  return [...parts, pageUnread && text("page_unread")].filter(Boolean).join(" · ");
}

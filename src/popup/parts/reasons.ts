import type { CertaintyReason } from "../../domain/certainty";
import type { TextKey } from "../../ui/text";

/** Why the match is as sure as it is, in the recruiter's words. */
export const REASONS: Record<CertaintyReason, TextKey> = {
  agrees: "reason_agrees",
  confirmed: "reason_confirmed",
  "unique-id": "reason_unique_id",
  bound: "reason_bound",
  "nothing-to-compare": "reason_nothing_to_compare",
  "partly-agrees": "reason_partly_agrees",
  "two-people": "reason_two_people",
  "other-name": "reason_other_name",
  anonymised: "reason_anonymised",
  "old-binding": "reason_old_binding",
  "new-host": "reason_new_host",
  rebind: "reason_rebind",
  "first-by-email": "reason_first_by_email",
  "first-by-url-id": "reason_first_by_url_id",
  "by-hand": "reason_by_hand",
  differs: "reason_differs",
  "other-tenant": "reason_other_tenant",
};

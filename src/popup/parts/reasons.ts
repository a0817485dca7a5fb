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
  "first-by-email": "reason_first_by_email",
  "first-by-token": "reason_first_by_token",
  "by-hand": "reason_by_hand",
  differs: "reason_differs",
  "other-tenant": "reason_other_tenant",
};

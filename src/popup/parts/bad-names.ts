import type { TextKey } from "../../ui/text";
import type { BadReason } from "../model/rows";

/** Why a text cannot be a tag. */
export const BAD: Record<BadReason, TextKey> = {
  empty: "bad_empty",
  control: "bad_control",
  bidi: "bad_bidi",
  "too-long": "bad_too_long",
  comma: "bad_comma",
  "may-not-create": "bad_may_not_create",
};

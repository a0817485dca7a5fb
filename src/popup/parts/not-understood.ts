import { CONNECTORS } from "../../domain/connector";
import type { FindResult, NotUnderstood } from "../../domain/find";
import { text } from "../../ui/text";

const KEYS = {
  name: "not_understood_name",
  several: "not_understood_several",
  "page-needed": "not_understood_page_needed",
  "no-candidate-link": "not_understood_no_candidate_link",
  "unknown-link": "not_understood_unknown_link",
  words: "not_understood_words",
} as const satisfies Record<NotUnderstood, string>;

type Why = Omit<Extract<FindResult, { kind: "not-understood" }>, "kind">;

/** Why what was pasted names nobody, and what to paste instead. */
export const notUnderstoodText = ({ because, ats }: Why): string =>
  text(KEYS[because], ats ? CONNECTORS[ats].name : "");

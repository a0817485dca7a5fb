import type { FoundRow, RowReason, RowState } from "../../domain/batch/row";
import { fold } from "../../domain/text/fold";
import { type TextKey, text } from "../../platform/text";
import type { Filter } from "../state";

export const FILTER_TEXT: Record<Filter, TextKey> = {
  all: "batch_all",
  ready: "batch_ready",
  look: "batch_look",
  "email-only": "batch_email_only",
  "not-found": "batch_not_found",
  refused: "batch_refused",
  twice: "batch_twice",
};

export const STATE_TEXT: Record<RowState, TextKey> = {
  ready: "batch_ready",
  look: "batch_look",
  "not-found": "batch_not_found",
  refused: "batch_refused",
  twice: "batch_twice",
};

const BY_TEXT = {
  candidate: "batch_by_id",
  application: "batch_by_application",
  kombo: "batch_by_kombo",
  email: "batch_by_email",
} as const satisfies Record<string, TextKey>;

export const REASON_TEXT: Partial<Record<RowReason, TextKey>> = {
  "nothing-to-compare": "batch_why_nothing",
  "partly-agrees": "batch_why_partly",
  "two-people": "batch_why_partly",
  "other-name": "batch_why_other_name",
  "old-binding": "batch_why_tenant",
  rebind: "batch_why_tenant",
  "other-tenant": "batch_why_other_tenant",
  differs: "batch_why_differs",
  "new-host": "batch_why_new_host",
  "by-page": "batch_why_by_page",
  several: "batch_why_several",
  "other-words": "batch_why_other_words",
  "other-id": "batch_why_other_id",
  "own-address": "batch_why_own_address",
  "name-only": "batch_why_name_only",
  "several-named": "batch_why_several_named",
  "no-candidate-link": "batch_why_no_candidate",
  "unknown-link": "batch_why_unknown_link",
  "no-integration": "batch_why_no_integration",
  "pick-integration": "batch_why_pick",
  "not-understood": "batch_why_not_understood",
  empty: "batch_why_not_understood",
  "not-in-kombo": "batch_why_not_in_kombo",
  "not-looked-up": "batch_why_not_looked_up",
};

/** Found by an address or id alone: the row has no name to compare. */
export const isUnnamed = ({ state, reason }: FoundRow): boolean => state === "look" && reason === "nothing-to-compare";

/** Why a row is what it is; for a ready one, by what it was found. */
export function reasonText({ state, reason, by, sameAs }: FoundRow): string {
  if (state === "twice") return text("batch_why_twice", String(sameAs ?? ""));
  if (state === "ready" && reason === "id-and-email") return text("batch_by_both");
  const key = REASON_TEXT[reason];
  if (state !== "ready" && key) return text(key);
  return by ? text(BY_TEXT[by]) : "";
}

/** Kombo's name where somebody was found; of a refused one it is nobody's business. */
export const personText = ({ candidate, state }: FoundRow): string =>
  state === "refused" ? "" : (candidate?.name ?? "");

/** Whether a row has what is searched for in its text or its person's name. */
export function matchesQuery(found: FoundRow, query: string): boolean {
  const wanted = fold(query);
  return wanted === "" || fold(`${found.row.text} ${personText(found)} ${found.row.row}`).includes(wanted);
}

import type { UndoOffer } from "../../domain/job";
import type { TextKey } from "../../platform/text";

/** What an undo would do, said before it is pressed; null where there is none. */
export function undoMeaning(offer: UndoOffer): TextKey | null {
  if (offer.can === "no") return null;
  if (offer.can === "withdraw") return "undo_withdraws";
  return offer.certain ? "undo_removes" : "undo_removes_uncertain";
}

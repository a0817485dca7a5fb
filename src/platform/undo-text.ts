import type { UndoOffer } from "../domain/job";
import { text } from "./text";

/** What an undo would do, to be said before it is pressed; null where there is none. */
export function undoText(offer: UndoOffer): string | null {
  if (offer.kind === "no") return null;
  if (offer.kind === "cancel") return text("undo_cancels");
  if (!offer.certain) return text("undo_removes_uncertain");
  return text(offer.mayHaveBeenPresent ? "undo_removes_maybe_present" : "undo_removes");
}

/** What the way back is called: what was not sent is cancelled, what was is undone. */
export const undoVerb = ({ kind }: UndoOffer): "cancel" | "undo" => (kind === "cancel" ? "cancel" : "undo");

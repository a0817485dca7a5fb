import { useId } from "react";
import type { Job, UndoOffer } from "../../domain/job";
import { Button } from "../../ui/Button";
import { text, undoText, undoVerb } from "../../ui/text";
import { undo } from "../undo";

/** The way back, honest about what it does; nothing where there is none. */
export function UndoButton({ job, offer }: { job: Job; offer: UndoOffer }) {
  const id = useId();
  const explained = undoText(offer);
  if (!explained) return null;
  const verb = undoVerb(offer);
  return (
    <>
      <Button
        look="quiet"
        title={explained}
        aria-describedby={id}
        aria-label={text(verb === "undo" ? "undo_for" : "cancel_for", job.tag)}
        onClick={() => void undo(job.id)}
      >
        {text(verb)}
      </Button>
      <span id={id} hidden>
        {explained}
      </span>
    </>
  );
}

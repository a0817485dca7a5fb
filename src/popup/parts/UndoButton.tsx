import { useId } from "react";
import type { Job, UndoOffer } from "../../domain/job";
import { Button } from "../../ui/Button";
import { text, undoText, undoVerb } from "../../ui/text";
import { undo } from "../undo";

interface Props {
  job: Job;
  offer: UndoOffer;
  /** The jobs of its set, which are taken back with it. */
  all?: readonly Job[] | undefined;
}

/** The way back, honest about what it does; nothing where there is none. */
export function UndoButton({ job, offer, all = [job] }: Props) {
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
        aria-label={text(verb === "undo" ? "undo_for" : "cancel_for", (all.length > 1 && job.set) || job.tag)}
        onClick={() => void undo(all)}
      >
        {text(verb)}
      </Button>
      <span id={id} hidden>
        {explained}
      </span>
    </>
  );
}

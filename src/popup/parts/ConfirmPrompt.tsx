import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "../../ui/Button";
import { text } from "../../ui/text";
import { field, focusField } from "../field";
import { shownCandidate } from "../selectors";
import { usePopup } from "../state";
import { confirm, deny } from "../submit";
import { REASONS } from "./reasons";

/** "Is this Ada Example?": shown as soon as it is known to be needed, focused when a tag waits for the answer. */
export function ConfirmPrompt() {
  const shown = usePopup((state) => (state.result?.kind === "found" ? shownCandidate(state) : null));
  const waiting = usePopup((state) => state.awaitingConfirmation?.length ?? 0);
  const [busy, setBusy] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Not while the next tag is being typed: its Enter would answer a question nobody read.
    if (waiting > 0 && !field.value) yes.current?.focus();
  }, [waiting]);
  if (shown?.certainty.level !== "ask") return null;
  const answer = () => {
    if (busy) return;
    setBusy(true);
    void confirm().finally(() => setBusy(false));
  };
  return (
    <section className="notice notice-warn question" role="alert">
      <p className="notice-title" id="question">
        {shown.nameHidden ? text("ask_hidden_title") : text("ask_title", shown.candidate.name || text("name_unknown"))}
      </p>
      <p className="small" id="question-why">
        {text(REASONS[shown.certainty.reason])}
      </p>
      <div className="row">
        <Button ref={yes} look="main" aria-describedby="question question-why" onKeyDown={guard} onClick={answer}>
          {text("ask_yes")}
        </Button>
        <Button onKeyDown={guard} onClick={deny}>
          {text("ask_no")}
        </Button>
      </div>
    </section>
  );
}

/** A held Enter answers nothing, and letters typed on go to the field. */
function guard(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
  const letter = event.key.length === 1 && event.key !== " ";
  if (letter && !event.ctrlKey && !event.metaKey && !event.altKey) focusField();
}

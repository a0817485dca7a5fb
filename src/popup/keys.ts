import { splitPaste } from "../domain/picker";
import { closeTyped, reopenChip } from "./chips";
import { takeEarlyKeys } from "./early-keys";
import { enter, takeNumbered } from "./enter";
import { field, restoreFocus } from "./field";
import { highlightedRow, moveHighlight } from "./highlight";
import { setText } from "./input-draft";
import { enterPills, onPillKey } from "./pills";
import { pin } from "./pin";
import { areRowsFinal, canType } from "./selectors";
import { get, set } from "./state";
import { surface } from "./surface";
import { undoLast } from "./undo";

/** Rows moved by Page Up and Page Down. */
const PAGE = 6;

/** Ties the field of the static page to the popup; takes over what was typed before. */
export function bindField(): void {
  // Pressed while this code was loading: each as if it were pressed now, on the text it was pressed on.
  const typed = field.value;
  for (const { text, event } of takeEarlyKeys()) {
    set({ text });
    act(event);
  }
  // What was typed after the last of them stays in the field.
  field.value = typed;
  set({ text: typed });
  field.addEventListener("input", onInput);
  field.addEventListener("compositionend", () => {
    set({ composing: false });
    closeTyped();
  });
  field.addEventListener("keydown", onFieldKey);
  field.addEventListener("paste", onPaste);
  document.addEventListener("keydown", onPillKey);
  document.addEventListener("keydown", onAnyKey);
}

function onInput(event: Event): void {
  const composing = (event as InputEvent).isComposing;
  setText(field.value);
  set({ composing, refusal: null, waitingOpen: false });
  if (!composing) closeTyped();
}

function onFieldKey(event: KeyboardEvent): void {
  // Enter, arrows and Escape belong to the input method while it composes (229 in older ones).
  if (event.isComposing || event.keyCode === 229) return;
  if (act(event)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

function act(event: KeyboardEvent): boolean {
  if (event.altKey) return takeOrPin(event);
  if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
  switch (event.key) {
    case "Enter":
      if (!event.repeat) enter();
      return true;
    case "ArrowDown":
      return moveHighlight({ by: 1, around: true });
    case "ArrowUp":
      return moveHighlight({ by: -1, around: true });
    case "PageDown":
      return moveHighlight({ by: PAGE, around: false });
    case "PageUp":
      return moveHighlight({ by: -PAGE, around: false });
    case "ArrowLeft":
      return enterPills();
    case "Escape":
      return clear();
    case "Backspace":
      return reopenLast();
    case "Tab":
      return complete();
    default:
      return false;
  }
}

/**
 * Alt and a digit take what has the number; with Shift the highlighted row gets it for good. By the key's place, because
 * Alt with a digit types other characters on some keyboards.
 */
function takeOrPin(event: KeyboardEvent): boolean {
  const digit = Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]);
  if (!digit || event.ctrlKey || event.metaKey || !canType(get())) return false;
  if (event.repeat) return true;
  if (event.shiftKey) void pin(highlightedRow(get()), digit);
  else takeNumbered(digit);
  return true;
}

/**
 * Completes the highlighted tag in the field; false, so that Tab leaves, when there is nothing to complete. Before the rows
 * are there the text stays as it is: Enter takes the same tag for it.
 */
function complete(): boolean {
  const state = get();
  if (canType(state) && !areRowsFinal(state) && state.text.trim()) return true;
  const row = canType(state) ? highlightedRow(state) : undefined;
  if (!row || row.kind === "create" || row.name === state.text) return false;
  setText(row.name);
  return true;
}

/** Escape clears first; with nothing to clear the key goes on and closes the popup. */
function clear(): boolean {
  const { text, active, earlyMoves } = get();
  if (!text && active === null && earlyMoves.length === 0) return false;
  setText("");
  return true;
}

function reopenLast(): boolean {
  const { text, chips } = get();
  if (text || chips.length === 0) return false;
  reopenChip(chips.length - 1);
  return true;
}

function onPaste(event: ClipboardEvent): void {
  const { chips, index } = get();
  const pasted = splitPaste(event.clipboardData?.getData("text/plain") ?? "", index);
  if (!pasted) return;
  event.preventDefault();
  set({ chips: [...chips, ...pasted.map((typed) => ({ typed, choice: null, from: "paste" as const }))] });
}

/** The letter first, for keyboards that have it elsewhere; the key's place where the letters are not Latin. */
function isLetterZ({ key, code }: KeyboardEvent): boolean {
  const letter = key.toLowerCase();
  return letter === "z" || (!/^[a-z]$/.test(letter) && code === "KeyZ");
}

function onAnyKey(event: KeyboardEvent): void {
  if (event.isComposing) return;
  if (event.key === "Escape") leave(event);
  const isUndo = isLetterZ(event) && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  const target = event.target as HTMLElement;
  if (!isUndo || (target instanceof HTMLInputElement && target.value)) return;
  event.preventDefault();
  // Only what can be seen is taken back, no outcome behind the list of what waits.
  if (!event.repeat && !get().waitingOpen) undoLast();
}

/** Escape closes what is open on top, then the popup; the panel stays. */
function leave(event: KeyboardEvent): void {
  event.preventDefault();
  const { byHand, waitingOpen, result } = get();
  if (waitingOpen) {
    set({ waitingOpen: false });
    restoreFocus();
  } else if (byHand && result?.kind === "found") set({ byHand: false });
  else if (!surface.stays) window.close();
}

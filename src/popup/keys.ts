import { splitPaste } from "../domain/picker";
import { takeEarlyKeys } from "./early-keys";
import { enter, takeRow } from "./enter";
import { field, restoreFocus } from "./field";
import { setText } from "./input-draft";
import { canType, rowsNow } from "./selectors";
import { get, set } from "./state";
import { undoLast } from "./undo";

/** Rows moved by Page Up and Page Down. */
const PAGE = 6;

/** Ties the field of the static page to the popup; takes over what was typed before. */
export function bindField(): void {
  // Pressed while this code was loading: each as if it were pressed now, on the text it was pressed on.
  for (const { text, event } of takeEarlyKeys()) {
    set({ text });
    act(event);
  }
  set({ text: field.value });
  field.addEventListener("input", () => {
    set({ text: field.value, active: null, refusal: null, waitingOpen: false });
  });
  field.addEventListener("keydown", onFieldKey);
  field.addEventListener("paste", onPaste);
  document.addEventListener("keydown", onAnyKey);
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
  if (event.altKey) return takeRecent(event);
  if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
  switch (event.key) {
    case "Enter":
      if (!event.repeat) enter();
      return true;
    case "ArrowDown":
      return move(1, true);
    case "ArrowUp":
      return move(-1, true);
    case "PageDown":
      return move(PAGE, false);
    case "PageUp":
      return move(-PAGE, false);
    case "Escape":
      return clear();
    case "Backspace":
      return reopenChip();
    default:
      return false;
  }
}

/** By the key's place, because Alt with a digit types other characters on some keyboards. */
function takeRecent(event: KeyboardEvent): boolean {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  if (!digit || event.ctrlKey || event.metaKey || !canType(get())) return false;
  const row = rowsNow({ ...get(), text: "" }).rows.filter((one) => one.kind === "recent")[Number(digit) - 1];
  if (row && !event.repeat) takeRow(row);
  return true;
}

function move(by: number, around: boolean): boolean {
  const state = get();
  const { rows, first } = rowsNow(state);
  if (rows.length === 0) return false;
  const from = state.active ?? first;
  const to = from < 0 ? (by > 0 ? 0 : rows.length - 1) : from + by;
  const active = around ? (to + rows.length) % rows.length : Math.max(0, Math.min(rows.length - 1, to));
  set({ active });
  return true;
}

/** Escape clears first; with nothing to clear the key goes on and closes the popup. */
function clear(): boolean {
  const { text, active } = get();
  if (!text && active === null) return false;
  setText("");
  return true;
}

function reopenChip(): boolean {
  const { text, chips } = get();
  const last = chips.at(-1);
  if (text || !last) return false;
  set({ chips: chips.slice(0, -1) });
  setText(last.typed);
  return true;
}

function onPaste(event: ClipboardEvent): void {
  const { chips, index } = get();
  const pasted = splitPaste(event.clipboardData?.getData("text/plain") ?? "", index);
  if (!pasted) return;
  event.preventDefault();
  set({ chips: [...chips, ...pasted.map((typed) => ({ typed, choice: null }))] });
}

function onAnyKey(event: KeyboardEvent): void {
  if (event.isComposing) return;
  if (event.key === "Escape") leave(event);
  const isUndo =
    event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  const target = event.target as HTMLElement;
  if (!isUndo || (target instanceof HTMLInputElement && target.value)) return;
  event.preventDefault();
  // Only what can be seen is taken back, no outcome behind the list of what waits.
  if (!event.repeat && !get().waitingOpen) undoLast();
}

/** Escape closes what is open on top, then the popup. */
function leave(event: KeyboardEvent): void {
  event.preventDefault();
  const { byHand, waitingOpen, result } = get();
  if (waitingOpen) {
    set({ waitingOpen: false });
    restoreFocus();
  } else if (byHand && result?.kind === "found") set({ byHand: false });
  else window.close();
}

import { takeNumbered } from "../popup/enter";
import { focusField } from "../popup/field";
import { canType } from "../popup/selectors";
import { get } from "../popup/state";
import { keyPressed, resume } from "./follow";
import { focusPeople, undoOfPerson } from "./people";
import { repeatLast } from "./repeat";

/**
 * Keys of the panel outside fields: 1 to 9 are tags by themselves, 0 repeats, Enter reads a page that waits for it. Letters
 * go into the field, where they were meant to go.
 */
export function bindPanelKeys(): void {
  for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, keyPressed, true);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.repeat || event.isComposing) return;
    if (act(event)) event.preventDefault();
  });
}

function act(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
  if (event.altKey) return event.key === "ArrowUp" && focusPeople();
  const at = event.target as HTMLElement;
  if (at.closest("input, textarea, select, [contenteditable]")) return false;
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  if (digit && at.closest("#people")) return undoOfPerson(Number(digit));
  if (digit && canType(get())) return digit === "0" ? repeatLast() : take(Number(digit));
  if (event.key.length === 1 && event.key !== " " && canType(get())) focusField();
  return event.key === "Enter" && !at.closest("button, a, summary, [role=option]") && read();
}

function take(digit: number): true {
  takeNumbered(digit);
  return true;
}

function read(): boolean {
  if (get().result?.kind !== "waits-for-key") return false;
  resume();
  return true;
}

import { field } from "./field";

/** A key that was pressed in the field before the popup's code was there, and the text it was pressed on. */
export interface EarlyKey {
  text: string;
  event: KeyboardEvent;
}

/** Keys with a meaning of their own; letters go into the field by themselves. */
const MEANT = new Set(["Enter", "ArrowDown", "ArrowUp", "PageDown", "PageUp"]);

let caught: EarlyKey[] = [];

/** Keeps keys for the code that is still loading. Enter empties the field, as it does later, so that typing goes on. */
export function catchEarlyKeys(): void {
  field.addEventListener("keydown", onKey);
}

/** The keys pressed so far, in order; from now on the caller listens. */
export function takeEarlyKeys(): readonly EarlyKey[] {
  field.removeEventListener("keydown", onKey);
  const keys = caught;
  caught = [];
  return keys;
}

function onKey(event: KeyboardEvent): void {
  // Enter and arrows belong to the input method while it composes (229 in older ones).
  if (event.isComposing || event.keyCode === 229) return;
  const altDigit = event.altKey && /^(?:Digit|Numpad)[1-9]$/.test(event.code);
  const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!altDigit && !(plain && MEANT.has(event.key))) return;
  event.preventDefault();
  if (event.repeat && event.key === "Enter") return;
  caught.push({ text: field.value, event });
  if (event.key === "Enter" && field.value.trim()) field.value = "";
}

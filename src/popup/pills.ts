import { field, focusField } from "./field";

/** The tags on the candidate and those not sent yet, in their order on screen. */
const pills = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-pill]")];

/** From the start of the field, the left arrow goes into the tags; false where there are none or the caret is elsewhere. */
export function enterPills(): boolean {
  if (field.selectionStart !== 0 || field.selectionEnd !== 0) return false;
  const last = pills().at(-1);
  last?.focus();
  return last !== undefined;
}

/** Keys among the tags: arrows go through them and back into the field, and so do letters. Does nothing elsewhere. */
export function onPillKey(event: KeyboardEvent): void {
  const all = pills();
  const at = all.indexOf(event.target as HTMLElement);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key.length === 1 && event.key !== " ") {
    focusField();
    return;
  }
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
  const leaves = event.key === "ArrowDown" || event.key === "Escape" || to === all.length;
  if (!leaves && to === undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (leaves) focusField();
  else all[Math.max(0, to ?? 0)]?.focus();
}

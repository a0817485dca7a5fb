/** The field of the static page. It is bound to, never made anew, so that typing, focus and IME survive the start. */
export const field = document.getElementById("tag") as HTMLInputElement;

/** Puts the caret into the field, where one can be typed. */
export function focusField(): void {
  field.focus({ preventScroll: true });
}

/**
 * Firefox shows a caret in the popup's autofocus field but sends the keys elsewhere until the window itself was focused
 * from script (bug 1324255), and the popup's window is not there yet while the page loads: hence a few times.
 */
export function insistOnFocus(): void {
  const again = () => {
    if (document.activeElement !== field && document.activeElement !== document.body) return;
    window.focus();
    focusField();
  };
  again();
  for (const wait of [0, 50, 150, 350]) setTimeout(again, wait);
}

/** Leaves a mark, for the benchmark, at the moment keys reach the field. */
export function markUsable(): void {
  const mark = () => {
    if (!document.hasFocus() || document.activeElement !== field) return;
    performance.mark("input-usable");
    window.removeEventListener("focus", mark);
  };
  window.addEventListener("focus", mark);
  mark();
}

/** After a button went away with its line, the focus must be somewhere. */
export function restoreFocus(): void {
  requestAnimationFrame(() => {
    const hidden = document.body.classList.contains("no-field");
    const at = document.activeElement;
    // A field hidden just now still counts as focused until the next frame.
    if (at && at !== document.body && !(hidden && at === field)) return;
    const waiting = document.querySelector<HTMLElement>(".waiting h2");
    if (waiting) waiting.focus();
    else if (hidden) document.querySelector<HTMLElement>("h1")?.focus();
    else focusField();
  });
}

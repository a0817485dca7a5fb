import { earlyText } from "../platform/early-text";
import { catchEarlyKeys } from "./early-keys";
import { field, insistOnFocus, markUsable } from "./field";

/**
 * All that runs before the first frame: the static page's field takes keys. React and the rest are compiled after the page
 * was painted.
 */
export function startEarly(loadRest: () => Promise<unknown>): void {
  insistOnFocus();
  catchEarlyKeys();
  markUsable();
  nameField();
  afterFirstFrame(() => void loadRest());
}

/** Labels the field in the language of the texts, so far as it is known yet. */
export function nameField(): void {
  const label = document.getElementById("tag-label");
  if (label) label.textContent = earlyText("tag_label");
  field.placeholder = earlyText("tag_placeholder");
}

/** A frame may never come, in a window that is not shown yet; then a moment is enough. */
function afterFirstFrame(run: () => void): void {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    run();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 100);
}

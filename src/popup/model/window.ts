/** Fixed, so that the place of any row is known without measuring. Same as in popup.css. */
export const ROW_HEIGHT = 32;
/** The half row shows that the list goes on. Fewer where a question or outcomes need the room. */
export const VISIBLE_ROWS = 6.5;
export const FEWER_ROWS = 4.5;
const SPARE = 4;

/** Which rows are in the page: those in view with a few spare ones, and always the active one, which the field names. */
export function windowOf(scrollTop: number, count: number, active: number): { from: number; to: number } {
  let from = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - SPARE);
  let to = Math.min(count, Math.ceil(scrollTop / ROW_HEIGHT + VISIBLE_ROWS) + SPARE);
  // The active row moved out of view: the list scrolls to it in a moment, so show the rows around it.
  if (active >= 0 && (active < from || active >= to)) {
    from = Math.max(0, active - SPARE * 2);
    to = Math.min(count, active + SPARE * 2);
  }
  return { from: Math.min(from, to), to };
}

import type { RowGroup } from "./row";

/** Fixed, so that the place of any row is known without measuring. Same as in popup.css. */
export const ROW_HEIGHT = 32;
export const HEADING_HEIGHT = 26;
/** More than ever fit into the popup. */
export const VISIBLE_ROWS = 9;
const SPARE = 4;

/** Rows that follow one another under one heading, or under none. */
export interface Section {
  group: RowGroup | undefined;
  from: number;
  to: number;
}

/** The parts of the list by the group of each row, each from its first row to the one after its last. */
export function sectionsOf<R>(rows: readonly R[], groupOf: (row: R) => RowGroup | undefined): Section[] {
  const sections: Section[] = [];
  for (const [at, row] of rows.entries()) {
    const group = groupOf(row);
    const last = sections.at(-1);
    if (last && last.group === group) last.to = at + 1;
    else sections.push({ group, from: at, to: at + 1 });
  }
  return sections;
}

/** How many headings stand above this row. */
const headingsBefore = (sections: readonly Section[], at: number): number =>
  sections.filter(({ group, from }) => group !== undefined && from <= at).length;

/** Where a row begins, in pixels from the top of the list; for the number of rows, how high the list is. */
export const topOf = (sections: readonly Section[], at: number): number =>
  at * ROW_HEIGHT + headingsBefore(sections, at) * HEADING_HEIGHT;

/**
 * Which rows are in the page: those in view with a few spare ones, and always the active one, which the field names.
 * `height`: the list's, as far as known; the panel's may be high.
 */
export function windowOf(
  scrollTop: number,
  count: number,
  active: number,
  headings = 0,
  height = 0,
): { from: number; to: number } {
  const visible = Math.max(VISIBLE_ROWS, height / ROW_HEIGHT);
  let from = Math.max(0, Math.floor((scrollTop - headings * HEADING_HEIGHT) / ROW_HEIGHT) - SPARE);
  let to = Math.min(count, Math.ceil(scrollTop / ROW_HEIGHT + visible) + SPARE);
  // The active row moved out of view: the list scrolls to it in a moment, so show the rows around it.
  if (active >= 0 && (active < from || active >= to)) {
    from = Math.max(0, active - SPARE * 2);
    to = Math.min(count, active + SPARE * 2);
  }
  return { from: Math.min(from, to), to };
}

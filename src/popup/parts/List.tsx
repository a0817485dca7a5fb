import { useEffect, useLayoutEffect, useMemo, useState } from "react";
import { text } from "../../ui/text";
import { layoutShifted } from "../click-guard";
import { takeRow } from "../enter";
import { field } from "../field";
import { highlightAt } from "../model/highlight";
import type { Row } from "../model/row";
import { FEWER_ROWS, ROW_HEIGHT, VISIBLE_ROWS, windowOf } from "../model/window";
import { isCrowded, rowsNow } from "../selectors";
import { set, usePopup } from "../state";
import { Hint } from "./Hint";
import { Option, optionId } from "./Option";

/** The combobox's list: only the rows in view are in the page, however long the tag list is. */
export function List() {
  const state = usePopup();
  const {
    text: typed,
    index,
    uses,
    numbers,
    chips,
    pendingEntries,
    submitting,
    jobs,
    result,
    cachedMatch,
    settings,
    listSettled,
  } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows follow from these parts of the state only
  const found = useMemo(
    () => rowsNow(usePopup.getState()),
    [typed, index, uses, numbers, chips, pendingEntries, submitting, jobs, result, cachedMatch, settings, listSettled],
  );
  const { rows, first, bad } = found;
  const active = highlightAt(rows, first, state.active);
  const [top, setTop] = useState(0);
  const [box, setBox] = useState<HTMLElement | null>(null);
  useFollow(box, active, typed);
  useFieldState(rows.length > 0, active, bad !== null);
  useMoved(rows);
  const { from, to } = windowOf(top, rows.length, active);
  const room = isCrowded(state) ? FEWER_ROWS : VISIBLE_ROWS;
  return (
    <>
      {rows.length > 0 && (
        <div
          id="tags"
          ref={setBox}
          role="listbox"
          aria-label={text("suggestions")}
          className="list"
          style={{ height: Math.min(rows.length, room) * ROW_HEIGHT }}
          onScroll={(event) => setTop(event.currentTarget.scrollTop)}
          // Keeps the focus in the field when a row is pressed.
          onMouseDown={(event) => event.preventDefault()}
        >
          <div role="presentation" style={{ height: rows.length * ROW_HEIGHT }}>
            {indices(from, to).map((at) => (
              <Option
                key={at}
                row={rows[at] as Row}
                at={at}
                count={rows.length}
                active={at === active}
                shortcut={rows[at]?.number ?? 0}
                onTake={takeRow}
                onPoint={() => state.active !== null && set({ active: null })}
              />
            ))}
          </div>
        </div>
      )}
      <Hint rows={found} />
    </>
  );
}

/** Other rows in the same place: a click aimed at what stood there is not meant for them. */
function useMoved(rows: readonly Row[]): void {
  const look = [rows.length, rows[0]?.name, rows.at(-1)?.name].join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each look
  useLayoutEffect(layoutShifted, [look]);
}

const indices = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

function useFollow(box: HTMLElement | null, active: number, typed: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another list, which starts at its top
  useEffect(() => {
    if (!box) return;
    const at = Math.max(active, 0) * ROW_HEIGHT;
    const view = box.clientHeight;
    if (active <= 0 || at < box.scrollTop) box.scrollTop = at;
    else if (at + ROW_HEIGHT > box.scrollTop + view) box.scrollTop = at + ROW_HEIGHT - view;
  }, [box, active, typed]);
}

/** Tells assistive technology about the list through the field, which React does not own. */
function useFieldState(open: boolean, active: number, bad: boolean): void {
  useEffect(() => {
    field.setAttribute("aria-expanded", String(open));
    field.setAttribute("aria-describedby", "tag-hint");
    if (active >= 0) field.setAttribute("aria-activedescendant", optionId(active));
    else field.removeAttribute("aria-activedescendant");
    if (bad) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }, [open, active, bad]);
}

import { useEffect, useLayoutEffect, useMemo, useState } from "react";
import { tagKey } from "../../domain/text/fold";
import { text } from "../../ui/text";
import { layoutShifted } from "../click-guard";
import { takeRow } from "../enter";
import { field } from "../field";
import { highlightAt } from "../model/highlight";
import { groupOf, type Row } from "../model/row";
import { ROW_HEIGHT, type Section, sectionsOf, topOf, windowOf } from "../model/window";
import { digitFor, pin } from "../pin";
import { rowsNow } from "../selectors";
import { set, usePopup } from "../state";
import { Group } from "./Group";
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
    pins,
    sets,
    onPage,
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
    [
      typed,
      index,
      uses,
      numbers,
      pins,
      sets,
      onPage,
      chips,
      pendingEntries,
      submitting,
      jobs,
      result,
      cachedMatch,
      settings,
      listSettled,
    ],
  );
  const { rows, first, bad } = found;
  const counts = useMemo(() => new Map(uses.map(({ name, count }) => [tagKey(name), count])), [uses]);
  const active = highlightAt(rows, first, state.active);
  const [top, setTop] = useState(0);
  const [box, setBox] = useState<HTMLElement | null>(null);
  // What fits the text best comes first, from whichever part.
  const isTyped = typed.trim() !== "";
  const sections = useMemo(() => sectionsOf(rows, isTyped ? () => undefined : groupOf), [rows, isTyped]);
  useFollow(box, sections, active, typed);
  useFieldState(rows.length > 0, active, bad !== null);
  useMoved(rows);
  const headings = sections.filter(({ group }) => group !== undefined).length;
  const { from, to } = windowOf(top, rows.length, active, headings, box?.clientHeight);
  return (
    <>
      {rows.length > 0 && (
        <div
          id="tags"
          ref={setBox}
          role="listbox"
          aria-label={text("suggestions")}
          className="list"
          // Otherwise browsers make a Tab stop of what scrolls; its keys are the field's.
          tabIndex={-1}
          onScroll={(event) => setTop(event.currentTarget.scrollTop)}
          // Keeps the focus in the field when a row is pressed.
          onMouseDown={(event) => event.preventDefault()}
        >
          <div role="presentation" style={{ height: topOf(sections, rows.length) }}>
            {sections.map((section) => (
              <Group key={section.group ?? ""} section={section} top={topOf(sections, section.from)}>
                {indices(Math.max(from, section.from), Math.min(to, section.to)).map((at) => (
                  <Option
                    key={at}
                    row={rows[at] as Row}
                    at={at}
                    top={topOf(sections, at)}
                    count={rows.length}
                    active={at === active}
                    shortcut={rows[at]?.number ?? 0}
                    uses={counts.get(tagKey(rows[at]?.name ?? "")) ?? 0}
                    pinDigit={digitFor(rows[at] as Row, state)}
                    onPin={pin}
                    onTake={takeRow}
                    onPoint={() => state.active !== null && set({ active: null })}
                  />
                ))}
              </Group>
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

const indices = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

function useFollow(box: HTMLElement | null, sections: readonly Section[], active: number, typed: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another list, which starts at its top
  useEffect(() => {
    if (!box) return;
    const at = active <= 0 ? 0 : topOf(sections, active);
    const view = box.clientHeight;
    if (active <= 0 || at < box.scrollTop) box.scrollTop = at;
    else if (at + ROW_HEIGHT > box.scrollTop + view) box.scrollTop = at + ROW_HEIGHT - view;
  }, [box, active, typed]);
}

/** Tells assistive technology about the list through the field, which React does not own. */
function useFieldState(open: boolean, active: number, bad: boolean): void {
  useEffect(() => {
    field.setAttribute("aria-expanded", String(open));
    field.setAttribute("aria-describedby", "candidate-name candidate-origin tag-hint");
    if (active >= 0) field.setAttribute("aria-activedescendant", optionId(active));
    else field.removeAttribute("aria-activedescendant");
    if (bad) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }, [open, active, bad]);
}

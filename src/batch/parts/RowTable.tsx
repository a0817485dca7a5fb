import { type KeyboardEvent, memo, useCallback, useId, useLayoutEffect, useRef, useState } from "react";
import { isIncluded, mayInclude } from "../../domain/batch/plan";
import type { FoundRow } from "../../domain/batch/row";
import { text } from "../../ui/text";
import { choose } from "../actions";
import { get, useBatch } from "../state";
import { integrationName } from "./PickIntegration";
import { personText, reasonText, STATE_TEXT } from "./row-text";

const ROW_PX = 44;
/** Rows drawn above and below what is seen, so that scrolling finds them there. */
const MARGIN = 8;

/** Where the highlight goes by this key; null for any other key. */
function movedTo(key: string, at: number, count: number, page: number): number | null {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

function toggle(found: FoundRow | undefined): void {
  if (found && mayInclude(found)) choose([found.row.row], !isIncluded(found, get().choices));
}

/** The rows, of which only those in view are drawn. Space or a click includes one, or leaves it out. */
export function RowTable({ rows }: { rows: readonly FoundRow[] }) {
  const choices = useBatch((state) => state.choices);
  const box = useRef<HTMLDivElement>(null);
  /** The first row in view. */
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(ROW_PX * 10);
  const [active, setActive] = useState(0);
  const id = useId();
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(0, top - MARGIN);
  const last = Math.min(rows.length, top + Math.ceil(height / ROW_PX) + 1 + MARGIN);
  const at = Math.min(active, rows.length - 1);
  const pick = useCallback((found: FoundRow, place: number) => {
    setActive(place);
    toggle(found);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = movedTo(event.key, at, rows.length, Math.max(1, Math.floor(height / ROW_PX) - 1));
    if (to === null && event.key !== " ") return;
    event.preventDefault();
    if (to === null) return toggle(rows[at]);
    setActive(to);
    const element = box.current;
    if (!element) return;
    if (to * ROW_PX < element.scrollTop) element.scrollTop = to * ROW_PX;
    else if ((to + 1) * ROW_PX > element.scrollTop + height) element.scrollTop = (to + 1) * ROW_PX - height;
  };
  return (
    <div
      ref={box}
      className="table"
      style={{ height: `min(60vh, ${Math.min(rows.length, 10) * ROW_PX + 2}px)` }}
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      aria-label={text("batch_table")}
      aria-activedescendant={rows[at] ? `${id}-${rows[at].row.row}` : undefined}
      onScroll={(event) => setTop(Math.floor(event.currentTarget.scrollTop / ROW_PX))}
      onKeyDown={onKeyDown}
    >
      <div className="table-all" role="presentation" style={{ height: rows.length * ROW_PX }}>
        {rows.slice(first, last).map((found, offset) => (
          <Row
            key={found.row.row}
            id={`${id}-${found.row.row}`}
            found={found}
            place={first + offset}
            count={rows.length}
            isIn={isIncluded(found, choices)}
            isActive={first + offset === at}
            onPick={pick}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  id: string;
  found: FoundRow;
  place: number;
  count: number;
  isIn: boolean;
  isActive: boolean;
  onPick: (found: FoundRow, place: number) => void;
}

/** One row; drawn anew only when something of it changes, or scrolling would draw all of them each time. */
const Row = memo(function Row({ id, found, place, count, isIn, isActive, onPick }: RowProps) {
  const { row, state } = found;
  const integration = useBatch(({ settings }) => settings.integrations.find((one) => one.id === row.integrationId));
  const why = reasonText(found);
  const person = personText(found);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    <div
      id={id}
      role="option"
      className={isActive ? "line active" : "line"}
      style={{ transform: `translateY(${place * ROW_PX}px)` }}
      aria-selected={isIn}
      aria-disabled={mayInclude(found) ? undefined : true}
      aria-setsize={count}
      aria-posinset={place + 1}
      onClick={() => onPick(found, place)}
    >
      <span className="box" aria-hidden="true">
        {mayInclude(found) ? (isIn ? "☑" : "☐") : ""}
      </span>
      <span className="number">{row.row}</span>
      <span className="who">
        <span className="person">{person || row.text}</span>
        {person && <span className="muted small said">{row.text}</span>}
      </span>
      <span className="muted small ats">{integration ? integrationName(integration) : ""}</span>
      <span className={`state state-${state}`}>{text(STATE_TEXT[state])}</span>
      <span className="muted small why" title={why}>
        {why}
      </span>
    </div>
  );
});

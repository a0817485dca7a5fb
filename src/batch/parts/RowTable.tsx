import { useState } from "react";
import { isIncluded, mayInclude } from "../../domain/batch/plan";
import type { FoundRow } from "../../domain/batch/row";
import { text } from "../../ui/text";
import { type RowProps, VirtualList } from "../../ui/VirtualList";
import { choose } from "../actions";
import { get, useBatch } from "../state";
import { integrationName } from "./PickIntegration";
import { personText, reasonText, STATE_TEXT } from "./row-text";

const ROW_PX = 44;
const MOST_ROWS = 10;

function toggle(found: FoundRow | undefined): void {
  if (found && mayInclude(found)) choose([found.row.row], !isIncluded(found, get().choices));
}

/** The rows. Space or a click includes one, or leaves it out. */
export function RowTable({ rows }: { rows: readonly FoundRow[] }) {
  const choices = useBatch((state) => state.choices);
  const [active, setActive] = useState(0);
  const at = Math.min(active, rows.length - 1);
  const onKey = (key: string) => {
    if (key !== " ") return false;
    toggle(rows[at]);
    return true;
  };
  return (
    <VirtualList
      label={text("batch_table")}
      items={rows}
      rowPx={ROW_PX}
      mostRows={MOST_ROWS}
      keyOf={({ row }) => row.row}
      Row={Row}
      active={at}
      onActive={setActive}
      onPick={toggle}
      onKey={onKey}
      isSelected={(found) => isIncluded(found, choices)}
      mayBeSelected={mayInclude}
    />
  );
}

function Row({ item: found, isSelected }: RowProps<FoundRow>) {
  const { row, state } = found;
  const integration = useBatch(({ settings }) => settings.integrations.find((one) => one.id === row.integrationId));
  const why = reasonText(found);
  const person = personText(found);
  return (
    <>
      <span className="box" aria-hidden="true">
        {mayInclude(found) ? (isSelected ? "☑" : "☐") : ""}
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
    </>
  );
}

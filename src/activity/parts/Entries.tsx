import { useRef } from "react";
import type { Entry } from "../../domain/activity/entry";
import { CONNECTORS, connectorOf } from "../../domain/connector";
import { text } from "../../ui/text";
import { type RowProps, VirtualList } from "../../ui/VirtualList";
import { set, useActivity } from "../state";
import { duration, OUTCOME_SIGN, OUTCOME_TEXT, operationSign, shortMoment } from "../texts";
import { Detail } from "./Detail";

const ROW_PX = 40;
const MOST_ROWS = 12;

/** The entries as a list, and the active one with all that is known of it. Enter goes from the list to what can be done. */
export function Entries({ entries }: { entries: readonly Entry[] }) {
  const activeId = useActivity((state) => state.activeId);
  const detail = useRef<HTMLDivElement>(null);
  const found = entries.findIndex(({ job }) => job.id === activeId);
  const at = Math.max(0, found);
  const entry = entries[at];
  if (!entry) return <p>{text("activity_none")}</p>;
  const onKey = (key: string) => {
    if (key !== "Enter") return false;
    detail.current?.querySelector("button")?.focus();
    return true;
  };
  return (
    <div className="entries">
      <VirtualList
        label={text("activity_entries")}
        items={entries}
        rowPx={ROW_PX}
        mostRows={MOST_ROWS}
        active={at}
        onActive={(to) => set({ activeId: entries[to]?.job.id ?? null })}
        onKey={onKey}
        keyOf={({ job }) => job.id}
        Row={Row}
      />
      <div ref={detail}>
        <Detail key={entry.job.id} entry={entry} />
      </div>
    </div>
  );
}

function Row({ item: entry }: RowProps<Entry>) {
  const { job, outcome, at, confirmedIn } = entry;
  const connector = connectorOf(job.target.integrationId);
  return (
    <>
      <span className={`sign sign-${outcome}`} aria-hidden="true">
        {OUTCOME_SIGN[outcome]}
      </span>
      <span className="person" dir="auto" title={job.target.name}>
        {job.target.name}
      </span>
      <span className="tag" title={job.tag}>
        <span aria-hidden="true">{operationSign(entry)} </span>
        {job.tag}
      </span>
      <span className={`outcome outcome-${outcome}`}>{text(OUTCOME_TEXT[outcome])}</span>
      <span className="mark muted small" title={connector ? CONNECTORS[connector].name : job.target.integrationId}>
        {connector ? CONNECTORS[connector].name : ""}
      </span>
      <span className="took muted small">{confirmedIn === null ? "" : duration(confirmedIn)}</span>
      <span className="time muted small">{at > 0 ? shortMoment(at) : ""}</span>
    </>
  );
}

import { useState } from "react";
import type { Entry } from "../../domain/activity/entry";
import { EXPORT_COLUMNS, type ExportColumn, exportCells, exportRecord } from "../../domain/activity/export";
import { csvFile } from "../../domain/csv";
import { Button } from "../../ui/Button";
import { saveFile } from "../../ui/save-file";
import { plural, type TextKey, text } from "../../ui/text";
import { OUTCOME_TEXT } from "../texts";

const COLUMN_TEXT: Record<ExportColumn, TextKey> = {
  time: "activity_column_time",
  person: "activity_column_person",
  tag: "activity_column_tag",
  operation: "activity_column_operation",
  outcome: "activity_column_outcome",
  ats: "activity_column_ats",
  integration: "activity_column_integration",
  candidate_id: "activity_column_candidate_id",
  remote_id: "activity_column_remote_id",
  batch: "activity_column_batch",
  tag_set: "activity_column_tag_set",
  confirmed_at: "activity_column_confirmed_at",
  seconds_to_confirmation: "activity_column_seconds",
  failure: "activity_column_failure",
  code: "activity_column_code",
  message: "activity_column_message",
  warnings: "activity_column_warnings",
};

const dated = (ending: string): string => `quicktag-activity-${new Date().toISOString().slice(0, 10)}.${ending}`;

function csv(entries: readonly Entry[], inOwnLanguage: boolean): string {
  const head = EXPORT_COLUMNS.map((column) => (inOwnLanguage ? text(COLUMN_TEXT[column]) : column));
  const lines = entries.map((entry) => {
    const record = exportRecord(entry);
    return exportCells(inOwnLanguage ? { ...record, outcome: text(OUTCOME_TEXT[entry.outcome]) } : record);
  });
  return csvFile([head, ...lines]);
}

/** What is shown, as a file. */
export function Export({ entries }: { entries: readonly Entry[] }) {
  const [inOwnLanguage, setInOwnLanguage] = useState(false);
  const json = () => JSON.stringify(entries.map(exportRecord), null, 2);
  return (
    <div className="stack">
      <h2>{text("activity_export")}</h2>
      <p className="muted">{plural("activity_export_what", entries.length)}</p>
      <label className="check">
        <input type="checkbox" checked={inOwnLanguage} onChange={(event) => setInOwnLanguage(event.target.checked)} />
        <span>{text("activity_export_language")}</span>
      </label>
      <div className="row">
        <Button onClick={() => saveFile(dated("csv"), "text/csv", csv(entries, inOwnLanguage))}>CSV</Button>
        <Button onClick={() => saveFile(dated("json"), "application/json", json())}>JSON</Button>
      </div>
    </div>
  );
}

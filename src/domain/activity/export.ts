import { atsNameOf } from "../connector";
import type { Entry } from "./entry";

/** The columns of an export by their stable names, in order. */
export const EXPORT_COLUMNS = [
  "time",
  "person",
  "tag",
  "operation",
  "outcome",
  "ats",
  "integration",
  "candidate_id",
  "remote_id",
  "batch",
  "tag_set",
  "confirmed_at",
  "seconds_to_confirmation",
  "failure",
  "code",
  "message",
  "warnings",
] as const;

export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

export type ExportRecord = Record<ExportColumn, string | number | readonly string[] | null>;

/** An entry as it is exported: times in ISO 8601 and UTC, words as they stand in the code, so that files can be compared. */
export function exportRecord({ job, outcome, at, confirmedIn }: Entry): ExportRecord {
  const { target, failure } = job;
  return {
    time: isoTime(at),
    person: target.name,
    tag: job.tag,
    operation: job.operation,
    outcome,
    ats: atsNameOf(target.integrationId),
    integration: target.integrationId,
    candidate_id: target.candidateId,
    remote_id: target.remoteId,
    batch: job.batch,
    tag_set: job.set ?? null,
    confirmed_at: job.state === "done" ? isoTime(job.updatedAt) : null,
    seconds_to_confirmation: confirmedIn === null ? null : confirmedIn / 1000,
    failure: failure?.kind ?? null,
    code: failure?.code ?? null,
    message: failure?.message ?? null,
    warnings: job.warnings,
  };
}

/** A damaged entry may carry a time no calendar has. */
function isoTime(time: number): string | null {
  const date = new Date(time);
  return time <= 0 || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Cells of a spreadsheet. */
export function exportCells(record: ExportRecord): string[] {
  return EXPORT_COLUMNS.map((column) => {
    const value = record[column];
    return value === null ? "" : Array.isArray(value) ? value.join("\n") : String(value);
  });
}

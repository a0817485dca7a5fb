import type { Batch } from "../domain/batch/batch";
import { type ReportLine, type ReportOutcome, reportLines } from "../domain/batch/report";
import { csvFile } from "../domain/csv";
import type { TextKey } from "../platform/text";
import { readBatches, readBatchJobs } from "../storage/read-batches";
import { saveFile } from "../ui/save-file";
import { failureText, text } from "../ui/text";
import { REASON_TEXT } from "./parts/row-text";

const OUTCOME_TEXT: Record<ReportOutcome, TextKey> = {
  done: "batch_outcome_done",
  "carried-before": "batch_outcome_before",
  failed: "batch_outcome_failed",
  unknown: "batch_outcome_unknown",
  cancelled: "batch_outcome_cancelled",
  waiting: "batch_outcome_waiting",
  undone: "batch_outcome_undone",
  "not-found": "batch_not_found",
  refused: "batch_refused",
  several: "batch_why_several",
  twice: "batch_twice",
  "not-included": "batch_outcome_left_out",
  "not-understood": "batch_why_not_understood",
  "no-tag": "batch_outcome_no_tag",
  "tag-refused": "batch_outcome_tag_refused",
  "not-looked-up": "batch_why_not_looked_up",
};

const HEAD: readonly TextKey[] = [
  "batch_report_row",
  "batch_report_person",
  "batch_report_ats_id",
  "batch_report_tag",
  "batch_report_outcome",
  "batch_report_reason",
  "batch_report_time",
];

/** The whole report as CSV. `texts`: what the rows said, as long as the page that read them is open. */
export async function reportOf(batch: Batch, texts?: ReadonlyMap<number, string>): Promise<string> {
  const jobs = await readBatchJobs(batch.id);
  const undoing = (await readBatches()).filter(({ undoes }) => undoes === batch.id);
  const removals = (await Promise.all(undoing.map(({ id }) => readBatchJobs(id)))).flat();
  const undone = new Set(removals.flatMap((job) => (job.state === "done" && job.undoes ? job.undoes : [])));
  const lines = reportLines(batch, jobs, undone).map((line) => cells(line, texts?.get(line.row) ?? ""));
  const head = HEAD.map((key) => text(key));
  return csvFile([
    texts ? [...head, text("batch_report_input")] : head,
    ...lines.map((line) => (texts ? line : line.slice(0, -1))),
  ]);
}

function cells({ row, person, atsId, tag, outcome, job, why, at }: ReportLine, said: string): string[] {
  const failed = job?.failure && (outcome === "failed" || outcome === "unknown") ? job.failure : null;
  // Of a row whose other tags were sent there is nothing to say but the outcome.
  const found = why === null || tag !== "" ? undefined : REASON_TEXT[why];
  const reason = failed
    ? [failureText(failed).what, failed.message].filter(Boolean).join(" ")
    : found
      ? text(found)
      : "";
  const time = at === null ? "" : new Date(at).toISOString();
  return [String(row), person, atsId, tag, text(OUTCOME_TEXT[outcome]), reason, time, said];
}

/** Saves the report as a file. */
export async function saveReport(batch: Batch, texts?: ReadonlyMap<number, string>): Promise<void> {
  const name = `quicktag-${new Date(batch.createdAt).toISOString().slice(0, 10)}.csv`;
  saveFile(name, "text/csv", await reportOf(batch, texts));
}

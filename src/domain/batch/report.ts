import type { Job } from "../job";
import type { Batch, SkippedRow } from "./batch";
import type { RowReason } from "./row";

/** What became of a row, or of one tag of it. `unknown`: nobody can say what the candidate carries. */
export type ReportOutcome =
  | "done"
  | "carried-before"
  | "failed"
  | "unknown"
  | "cancelled"
  | "waiting"
  | "undone"
  | SkippedRow[1];

export interface ReportLine {
  row: number;
  person: string;
  atsId: string;
  tag: string;
  outcome: ReportOutcome;
  job: Job | null;
  /** For a row that was not sent: what was found out about it. */
  why: RowReason | null;
  at: number | null;
}

/** One line for each row, or for each tag of it, in the order of the input. `undone`: ids of the adds that were taken back. */
export function reportLines(
  batch: Pick<Batch, "state" | "skipped">,
  jobs: readonly Job[],
  undone: ReadonlySet<string> = new Set(),
): ReportLine[] {
  const sent = jobs.map((job): ReportLine => {
    const { target, tag, row = 0, updatedAt } = job;
    const outcome = outcomeOf(batch, job, undone);
    const at = outcome === "waiting" || outcome === "cancelled" ? null : updatedAt;
    return { row, person: target.name, atsId: target.remoteId ?? "", tag, outcome, job, why: null, at };
  });
  const skipped = batch.skipped.map(
    ([row, outcome, why, tag = ""]): ReportLine => ({
      row,
      person: "",
      atsId: "",
      tag,
      outcome,
      job: null,
      why,
      at: null,
    }),
  );
  return [...sent, ...skipped].sort((a, b) => a.row - b.row || ((a.job?.id ?? "") < (b.job?.id ?? "") ? -1 : 1));
}

function outcomeOf({ state }: Pick<Batch, "state">, job: Job, undone: ReadonlySet<string>): ReportOutcome {
  if (undone.has(job.id)) return "undone";
  if (job.state === "done") return job.alreadyPresent && job.operation === "add" ? "carried-before" : "done";
  if (job.state === "failed") return job.unanswered ? "unknown" : "failed";
  const isCalledOff = job.state === "cancelled" || (job.state === "queued" && state === "cancelled");
  if (!isCalledOff) return "waiting";
  return job.unanswered ? "unknown" : "cancelled";
}

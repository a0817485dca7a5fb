import { useEffect, useState } from "react";
import type { Batch } from "../../domain/batch/batch";
import { atsNameOf } from "../../domain/connector";
import { type Failure, type FailureKind, failure } from "../../domain/failure";
import type { Job } from "../../domain/job";
import { call } from "../../messaging/call";
import { readFailedJobs } from "../../storage/read-batches";
import { Button } from "../../ui/Button";
import { failureText, plural, text } from "../../ui/text";

/** As many names as are listed under one reason; the report has all of them. */
const MOST_NAMES = 50;

/** What failed, by reason, with who can mend it and a retry for all of one reason. */
export function Failures({ batch, count }: { batch: Batch; count: number }) {
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  useEffect(() => {
    let isGone = false;
    if (count === 0) setJobs([]);
    else void readFailedJobs(batch).then((read) => isGone || setJobs(read));
    return () => {
      isGone = true;
    };
  }, [batch, count]);
  const byKind = Map.groupBy(jobs, (job) => job.failure?.kind ?? "unknown");
  if (byKind.size === 0) return null;
  return (
    <div className="stack">
      <h3>{plural("batch_failures", jobs.length)}</h3>
      {[...byKind].map(([kind, some]) => (
        <Reason key={kind} batch={batch} kind={kind} jobs={some} />
      ))}
    </div>
  );
}

function Reason({ batch, kind, jobs }: { batch: Batch; kind: FailureKind; jobs: readonly Job[] }) {
  const [first] = jobs;
  const why: Failure = first?.failure ?? failure(kind);
  const { what, next, who } = failureText(why, first ? atsNameOf(first.target.integrationId) : null);
  const messages = [...new Set(jobs.flatMap((job) => job.failure?.message ?? []))].slice(0, 3);
  return (
    <div className="notice notice-bad">
      <p className="notice-title">
        {what} ({jobs.length})
      </p>
      <p>{next}</p>
      {who && <p className="muted">{who}</p>}
      <details>
        <summary>{text("batch_who_failed")}</summary>
        <p className="small">
          {jobs
            .slice(0, MOST_NAMES)
            .map((job) => job.target.name)
            .join(", ")}
          {jobs.length > MOST_NAMES && ` … ${text("batch_more_in_report")}`}
        </p>
        {messages.map((message) => (
          <p key={message} className="small muted">
            {message}
          </p>
        ))}
      </details>
      <div>
        <Button onClick={() => void call("batch.retry", { id: batch.id, kind })}>
          {plural("batch_retry", jobs.length)}
        </Button>
      </div>
    </div>
  );
}

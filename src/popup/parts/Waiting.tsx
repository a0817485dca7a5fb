import { useEffect, useRef } from "react";
import { type Hold, isLive, type Job } from "../../domain/job";
import { dueAt, holdOf } from "../../domain/outbox/plan";
import { reasonOf } from "../../domain/outbox/reason";
import { mayTransition } from "../../domain/outbox/transitions";
import { undoOffer } from "../../domain/outbox/undo";
import { call } from "../../messaging/call";
import { browser } from "../../platform/browser";
import { Button } from "../../ui/Button";
import { CopyButton } from "../../ui/CopyButton";
import { age, type TextKey, text } from "../../ui/text";
import { usePopup } from "../state";
import { discard, retry } from "../undo";
import { ReasonText } from "./ReasonText";
import { UndoButton } from "./UndoButton";

/** Everything that is not over: who, which tag, why it waits, when it is tried again, and what can be done. */
export function Waiting() {
  const jobs = usePopup((state) => state.jobs);
  const holds = usePopup((state) => state.holds);
  const open = jobs.filter((job) => isLive(job) || job.state === "failed");
  const title = useRef<HTMLHeadingElement>(null);
  // The rows stand before the button that opened them: from here Tab goes through them.
  useEffect(() => title.current?.focus(), []);
  useSeen(open);
  return (
    <section className="waiting" aria-label={text("waiting_title")}>
      <h2 ref={title} tabIndex={-1}>
        {text("waiting_title")}
      </h2>
      <p className="muted" role="status">
        {open.length === 0 && text("waiting_none")}
      </p>
      {holds.map((hold) => (
        <Held key={hold.scope} hold={hold} jobs={open} holds={holds} />
      ))}
      <ul className="stack">
        {open.map((job) => (
          <WaitingRow key={job.id} job={job} holds={holds} jobs={open} />
        ))}
      </ul>
    </section>
  );
}

/** A failure somebody has seen may go when its days are over. */
function useSeen(jobs: readonly Job[]): void {
  const unseen = jobs.filter((job) => job.state === "failed" && job.seenAt === undefined).map((job) => job.id);
  const ids = unseen.join();
  useEffect(() => {
    if (ids) void call("jobs.seen", { jobIds: ids.split(",") }).catch(() => undefined);
  }, [ids]);
}

/** What makes a whole queue stand still is said once, above its rows. */
function Held({ hold, jobs, holds }: { hold: Hold; jobs: readonly Job[]; holds: readonly Hold[] }) {
  const first = jobs.find((job) => job.state === "queued" && holdOf(job, holds) === hold);
  const reason = first && reasonOf(first, holds);
  if (!reason) return null;
  return (
    <div className="held small">
      <ReasonText reason={reason} integrationId={first.target.integrationId} />
      <p className="row">
        <Button look="quiet" onClick={() => void retry(first.id)}>
          {text("held_retry")}
        </Button>
        {hold.failure.kind === "signed-out" && (
          <Button look="quiet" onClick={() => void browser.runtime.openOptionsPage()}>
            {text("sign_in_again")}
          </Button>
        )}
        <CopyLog url={hold.failure.logUrl} />
      </p>
    </div>
  );
}

interface WaitingRowProps {
  job: Job;
  holds: readonly Hold[];
  jobs: readonly Job[];
}

function WaitingRow({ job, holds, jobs }: WaitingRowProps) {
  const reason = reasonOf(job, holds, jobs);
  const held = reason?.kind === "held";
  const now = Date.now();
  const due = dueAt(job, now);
  const mayRetry = mayTransition(job, "retry") || (job.state === "queued" && reason?.kind === "own");
  return (
    <li className="waiting-row">
      <p>
        {text(job.operation === "add" ? "waiting_add" : "waiting_remove", job.tag, job.target.name)}{" "}
        <span className="muted">· {text(stateKey(job, held))}</span>
      </p>
      {reason && !held && (
        <div className="small muted">
          <ReasonText reason={reason} integrationId={job.target.integrationId} />
        </div>
      )}
      {job.state === "queued" && !held && due > now && <p className="small muted">{text("next_try", age(due, now))}</p>}
      <p className="row">
        {mayRetry && (
          <Button look="quiet" aria-label={text("retry_for", job.tag)} onClick={() => void retry(job.id)}>
            {text("retry")}
          </Button>
        )}
        <GiveUp job={job} jobs={jobs} />
        {!held && <CopyLog url={job.failure?.logUrl} />}
      </p>
    </li>
  );
}

/** What the line above says of the same job: an add is cancelled or undone; any other that is not on its way is given up. */
function GiveUp({ job, jobs }: { job: Job; jobs: readonly Job[] }) {
  if (job.operation === "add" && job.state === "queued") return <UndoButton job={job} offer={undoOffer(job, jobs)} />;
  if (job.state === "sending") return null;
  return (
    <Button look="quiet" aria-label={text("cancel_for", job.tag)} onClick={() => void discard(job.id)}>
      {text("cancel")}
    </Button>
  );
}

function stateKey(job: Job, held: boolean): TextKey {
  if (job.state === "failed") return "state_failed";
  if (job.state === "sending") return "state_sending";
  return held ? "state_held" : "state_queued";
}

function CopyLog({ url }: { url: string | null | undefined }) {
  return url ? <CopyButton label={text("copy_log")} copies={url} /> : null;
}

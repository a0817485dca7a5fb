import type { Job } from "../../domain/job";
import { dueAt } from "../../domain/queue/plan";
import { Button } from "../../ui/Button";
import { CopyButton } from "../../ui/CopyButton";
import { age, failureText, type TextKey, text } from "../../ui/text";
import { isWaiting } from "../model/lines";
import { usePopup } from "../state";
import { discard, retry } from "../undo";
import { atsNameOf } from "./names";

/** Everything that is not over: who, which tag, why it waits, when it is tried again, and what can be done. */
export function Waiting() {
  const jobs = usePopup((state) => state.jobs);
  const open = jobs.filter((job) => isWaiting(job) || job.state === "failed");
  return (
    <section className="waiting" aria-label={text("waiting_title")}>
      <h2>{text("waiting_title")}</h2>
      {open.length === 0 && <p className="muted">{text("waiting_none")}</p>}
      <ul className="stack">
        {open.map((job) => (
          <WaitingRow key={job.id} job={job} />
        ))}
      </ul>
    </section>
  );
}

function stateKey(job: Job): TextKey {
  if (job.state === "failed") return "state_failed";
  return job.state === "sending" ? "state_sending" : "state_queued";
}

function WaitingRow({ job }: { job: Job }) {
  const { name } = job.target;
  const why = useReason(job);
  const now = Date.now();
  const due = dueAt(job, now);
  const names = [job.tag, name] as const;
  return (
    <li className="waiting-row">
      <p>
        {text(job.operation === "add" ? "waiting_add" : "waiting_remove", ...names)}{" "}
        <span className="muted">· {text(stateKey(job))}</span>
      </p>
      {why && (
        <p className="small muted">
          {why.what} {why.next} {why.who}
        </p>
      )}
      {job.state === "queued" && !why?.held && due > now && (
        <p className="small muted">{text("next_try", age(due, now))}</p>
      )}
      <p className="row">
        {(job.state === "failed" || (job.state === "queued" && why)) && (
          <Button look="quiet" aria-label={text("retry_for", job.tag)} onClick={() => void retry(job.id)}>
            {text("retry")}
          </Button>
        )}
        {job.state !== "sending" && (
          <Button look="quiet" aria-label={text("discard_for", job.tag)} onClick={() => void discard(job.id)}>
            {text("discard")}
          </Button>
        )}
        {job.failure?.logUrl && <CopyButton label={text("copy_log")} copies={job.failure.logUrl} />}
      </p>
    </li>
  );
}

function useReason(job: Job) {
  const hold = usePopup((state) =>
    state.holds.find(({ scope }) => scope === "key" || scope === job.target.integrationId),
  );
  const held = job.state === "queued" && hold !== undefined;
  const failure = held ? hold.failure : job.failure;
  return failure && { ...failureText(failure, atsNameOf(job.target.integrationId)), held };
}

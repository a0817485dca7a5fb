import { useState } from "react";
import type { Entry } from "../../domain/activity/entry";
import { isBatchJob } from "../../domain/batch/batch";
import { atsNameOf } from "../../domain/connector";
import { reasonOf } from "../../domain/outbox/reason";
import { mayTransition } from "../../domain/outbox/transitions";
import { undoOffer } from "../../domain/outbox/undo";
import { call } from "../../messaging/call";
import { browser } from "../../platform/browser";
import { openPage } from "../../platform/pages";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { failureText, listed, moment, plural, type TextKey, text, undoText, undoVerb } from "../../ui/text";
import { narrow, useActivity } from "../state";
import { integrationText, OUTCOME_TEXT } from "../texts";

/** Everything that is known of one entry, and what can be done about it. */
export function Detail({ entry }: { entry: Entry }) {
  const { job, outcome, at } = entry;
  const settings = useActivity((state) => state.settings);
  const holds = useActivity((state) => state.holds);
  const [problem, setProblem] = useState<TextKey | null>(null);
  const { batchSizes, undoing } = useActivity((state) => state.relations);
  const offer = undoOffer(job, undoing.get(job.id) ?? []);
  const reason = reasonOf(job, holds);
  const why = reason && "failure" in reason ? failureText(reason.failure, atsNameOf(job.target.integrationId)) : null;
  const inBatch = batchSizes.get(job.batch) ?? 1;
  const act = async (ask: Promise<{ ok: boolean }>) => {
    setProblem(null);
    const { ok } = await ask.catch(() => ({ ok: false }));
    if (!ok) setProblem("activity_not_done");
  };
  const open = async () => {
    setProblem(null);
    const { integrationId, candidateId } = job.target;
    const { url } = await call("candidate.address", { integrationId, candidateId }).catch(() => ({ url: null }));
    if (url) await browser.tabs.create({ url });
    else setProblem("activity_no_address");
  };
  return (
    <article className="detail" aria-label={job.target.name}>
      <div>
        <h2 dir="auto">{job.target.name}</h2>
        <p>
          {text(job.operation === "add" ? "activity_tag_added" : "activity_tag_removed", job.tag)} ·{" "}
          <span className={`outcome-${outcome}`}>{text(OUTCOME_TEXT[outcome])}</span>
        </p>
        <p className="muted small">
          {[integrationText(job.target.integrationId, settings), at > 0 && moment(at), job.set]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {why && (
        <Notice look={job.state === "failed" ? "bad" : "plain"} title={why.what}>
          <p>{why.next}</p>
          {why.who && <p className="muted">{why.who}</p>}
          {job.failure?.message && <p className="small muted">{job.failure.message}</p>}
        </Notice>
      )}
      {job.warnings.length > 0 && <Notice look="warn">{listed(job.warnings)}</Notice>}
      <div className="row">
        {offer.kind !== "no" && (job.state === "done" || !isBatchJob(job)) && (
          <Button title={undoText(offer) ?? undefined} onClick={() => void act(call("jobs.undo", { jobId: job.id }))}>
            {text(undoVerb(offer))}
          </Button>
        )}
        {job.state === "failed" && !isBatchJob(job) && mayTransition(job, "retry") && (
          <Button onClick={() => void act(call("jobs.retry", { jobId: job.id }))}>{text("retry")}</Button>
        )}
        {job.state === "failed" && !isBatchJob(job) && (
          <Button onClick={() => void act(call("jobs.discard", { jobId: job.id }))}>{text("cancel")}</Button>
        )}
        {job.target.candidateId !== "" && (
          <Button look="quiet" onClick={() => void open()}>
            {text("activity_open")}
          </Button>
        )}
        {isBatchJob(job) && (
          <Button look="quiet" onClick={() => void openPage("batch")}>
            {text("batch_page_title")}
          </Button>
        )}
        {inBatch > 1 && (
          <Button look="quiet" onClick={() => narrow({ batch: job.batch })}>
            {plural("activity_whole_batch", inBatch)}
          </Button>
        )}
      </div>
      <p role="status" className="field-problem">
        {problem && text(problem)}
      </p>
    </article>
  );
}

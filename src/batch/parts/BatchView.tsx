import { type ReactNode, useState } from "react";
import { type Batch, type BatchCounts, type BatchMove, isFinished, mayMove } from "../../domain/batch/batch";
import { paceOf } from "../../domain/batch/pace";
import { call } from "../../messaging/call";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { failureText, language, listed, moment, plural, text } from "../../ui/text";
import { type BatchRecord, useBatchRecord } from "../model/use-batch-record";
import { saveReport } from "../report";
import { set, startOver, useBatch } from "../state";
import { Failures } from "./Failures";
import { Holds } from "./Holds";
import { integrationName } from "./PickIntegration";

/** A batch under way, or what became of it. */
export function BatchView({ id }: { id: string }) {
  const record = useBatchRecord(id);
  if (record === undefined) return <p className="muted">{text("batch_reading")}</p>;
  if (record === null) {
    return (
      <Notice title={text("batch_gone")}>
        <div>
          <Button onClick={startOver}>{text("batch_new")}</Button>
        </div>
      </Notice>
    );
  }
  const { batch, counts } = record;
  return (
    <section className="section" aria-label={titleOf(batch)}>
      <h2>{titleOf(batch)}</h2>
      <p className="muted small">
        <Where batch={batch} /> · {moment(batch.createdAt)}
      </p>
      <Progress {...record} />
      <StateNotice batch={batch} counts={counts} />
      <Holds batch={batch} />
      <Actions {...record} />
      <Failures batch={batch} count={counts.failed} />
    </section>
  );
}

function Where({ batch }: { batch: Batch }) {
  const integrations = useBatch((state) => state.settings.integrations);
  const names = batch.integrationIds.map((id) => integrations.find((one) => one.id === id));
  return <>{listed(names.map((one, at) => (one ? integrationName(one) : (batch.integrationIds[at] ?? ""))))}</>;
}

/** "Add “Career Fair 2026” to 412 people". */
export function titleOf({ operation, tags, people, undoes }: Batch): string {
  const names =
    tags.length > 3 ? plural("batch_tags", tags.length) : listed(tags.map((tag) => text("batch_quoted", tag)));
  if (undoes !== null) return plural("batch_title_undo", people, names);
  return plural(operation === "add" ? "batch_title_add" : "batch_title_remove", people, names);
}

const number = (value: number): string => new Intl.NumberFormat(language(), { maximumFractionDigits: 0 }).format(value);

function Progress({ batch, counts, points }: BatchRecord) {
  const all = Math.max(1, batch.jobs);
  const ended = counts.done + counts.failed + counts.cancelled;
  const left = batch.state === "cancelled" ? counts.sending : counts.waiting + counts.sending;
  const pace = left > 0 ? paceOf(points, left) : null;
  const calledOff = batch.state === "cancelled" ? counts.waiting : 0;
  return (
    <div className="stack">
      <div
        className="bar"
        role="progressbar"
        aria-label={text("batch_progress")}
        aria-valuemin={0}
        aria-valuemax={batch.jobs}
        aria-valuenow={Math.min(ended, batch.jobs)}
      >
        <div className="bar-done" style={{ width: `${(counts.done / all) * 100}%` }} />
        <div className="bar-failed" style={{ width: `${(counts.failed / all) * 100}%` }} />
      </div>
      <p role="status">
        {[
          text("batch_done_count", number(counts.done)),
          left > 0 && text("batch_waiting_count", number(left)),
          counts.failed > 0 && text("batch_failed_count", number(counts.failed)),
          counts.cancelled + calledOff > 0 && text("batch_cancelled_count", number(counts.cancelled + calledOff)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {pace && (
        <p className="muted small">
          {text("batch_pace", number(pace.perMinute))} · {text("batch_left", durationText(pace.leftMs))}
        </p>
      )}
      {batch.skipped.length > 0 && <p className="muted small">{plural("batch_skipped", rowsIn(batch.skipped))}</p>}
    </div>
  );
}

const rowsIn = (skipped: Batch["skipped"]): number => new Set(skipped.map(([row]) => row)).size;

/** "about 3 minutes": no more exact than a measured pace can be. */
function durationText(ms: number): string {
  const unit = ms < 90_000 ? "second" : ms < 5_400_000 ? "minute" : "hour";
  const size = { second: 1000, minute: 60_000, hour: 3_600_000 }[unit];
  const count = Math.max(1, Math.round(ms / size));
  return new Intl.NumberFormat(language(), { style: "unit", unit, unitDisplay: "long" }).format(count);
}

function StateNotice({ batch, counts }: { batch: Batch; counts: BatchCounts }) {
  if (batch.state === "stopped" && batch.failure) {
    const { what, next, who } = failureText(batch.failure);
    return (
      <Notice look="bad" title={what}>
        <p>{next}</p>
        {who && <p className="muted">{who}</p>}
        <p>{text("batch_stopped")}</p>
      </Notice>
    );
  }
  if (batch.state === "too-old") {
    return (
      <Notice look="warn" title={plural("batch_too_old", counts.waiting)}>
        {text("batch_too_old_why")}
      </Notice>
    );
  }
  if (batch.state === "paused") return <Notice>{text("batch_paused")}</Notice>;
  if (isFinished(batch, counts) && batch.state !== "cancelled" && counts.failed === 0) {
    return <Notice look="good">{text("batch_finished")}</Notice>;
  }
  return null;
}

function Actions({ batch, counts, undo }: BatchRecord) {
  const texts = useBatch((state) => state.texts);
  const [problem, setProblem] = useState(false);
  const [asksUndo, setAsksUndo] = useState(false);
  const finished = isFinished(batch, counts);
  const run = (work: Promise<{ ok: boolean }>, after?: () => void) => {
    setProblem(false);
    work.then(
      ({ ok }) => (ok ? after?.() : setProblem(true)),
      () => setProblem(true),
    );
  };
  const move = (to: BatchMove) => run(call("batch.move", { id: batch.id, move: to }));
  const button = (to: BatchMove, label: string, look?: "main"): ReactNode =>
    !finished &&
    mayMove(batch.state, to) && (
      <Button {...(look && { look })} onClick={() => move(to)}>
        {label}
      </Button>
    );
  const mayUndo = batch.operation === "add" && undo === null && counts.done + counts.failed > 0;
  return (
    <>
      <div className="row">
        {batch.state !== "filling" && button("start", text("batch_go_on"), "main")}
        {button("pause", text("batch_pause"))}
        {button("cancel", text("batch_cancel"))}
        {mayUndo && !asksUndo && <Button onClick={() => setAsksUndo(true)}>{text("batch_undo")}</Button>}
        {undo && <Button onClick={() => set({ batchId: undo.id })}>{text("batch_show_undo")}</Button>}
        <Button onClick={() => void saveReport(batch, texts.get(batch.id))}>{text("batch_report")}</Button>
        <span className="grow" />
        <Button look="quiet" onClick={startOver}>
          {text("batch_new")}
        </Button>
      </div>
      {asksUndo && mayUndo && (
        <Notice look="warn" title={text("batch_undo_title")}>
          <p>{text("batch_undo_what")}</p>
          <div className="row">
            <Button
              look="danger"
              autoFocus
              onClick={() => run(call("batch.undo", { id: batch.id }), () => setAsksUndo(false))}
            >
              {plural("batch_undo_yes", counts.done + counts.failed)}
            </Button>
            <Button onClick={() => setAsksUndo(false)}>{text("batch_back")}</Button>
          </div>
        </Notice>
      )}
      <div role="status">{problem && <Notice look="bad">{text("batch_no_answer")}</Notice>}</div>
    </>
  );
}

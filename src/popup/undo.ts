import type { Job } from "../domain/job";
import { takeOffOffer, undoOffer } from "../domain/outbox/undo";
import { call } from "../messaging/call";
import { restoreFocus } from "./field";
import { rereadJobs } from "./load";
import { outcomesNow } from "./outcomes";
import { jobsFor, shownCandidate } from "./selectors";
import { get, set } from "./state";
import { submit } from "./submit";

/** Takes an outcome back, of a set all there is to take back; or withdraws what was not sent yet. */
export async function undo(all: readonly Job[]): Promise<void> {
  const { jobs } = get();
  const open = all.filter((job) => undoOffer(job, jobs).kind !== "no");
  const answers = await Promise.all(
    open.map(({ id }) => call("jobs.undo", { jobId: id }).catch(() => ({ ok: false }))),
  );
  if (!answers.every(({ ok }) => ok)) set({ refusal: "no-answer" });
  await rereadJobs();
  restoreFocus();
}

/** Takes back the latest outcome on screen that can be. */
export function undoLast(): void {
  const state = get();
  const jobs = jobsFor(shownCandidate(state), state.jobs);
  const isOffered = (job: Job) => undoOffer(job, jobs).kind !== "no" || takeOffOffer(job, jobs) !== null;
  const last = outcomesNow(state).find(({ job, forOther }) => !forOther && isOffered(job));
  if (!last) return;
  if (last.job.operation === "remove") void undoTakeOff(last.job);
  else void undo(last.set ?? [last.job]);
}

/** Takes the removal of a carried tag back: withdraws it, or adds the tag again as it was. */
export async function undoTakeOff(job: Job): Promise<void> {
  const { jobs, result } = get();
  const offer = takeOffOffer(job, jobsFor(shownCandidate(get()), jobs));
  if (offer === "cancel") return discard(job.id);
  if (offer === null || result?.kind !== "found") return;
  await submit(result.shown, [{ name: job.tag, create: false }]);
  restoreFocus();
}

export async function retry(jobId: string): Promise<void> {
  await call("jobs.retry", { jobId }).catch(() => set({ refusal: "no-answer" }));
  await rereadJobs();
  restoreFocus();
}

/** Cancels what was not sent, or removes a failure from the list. */
export async function discard(jobId: string): Promise<void> {
  await call("jobs.discard", { jobId }).catch(() => set({ refusal: "no-answer" }));
  await rereadJobs();
  restoreFocus();
}

import { undoOffer } from "../domain/outbox/undo";
import { call } from "../messaging/call";
import { restoreFocus } from "./field";
import { rereadJobs } from "./load";
import { lines } from "./model/lines";
import { jobsFor, shownCandidate } from "./selectors";
import { get, set } from "./state";

/** Takes one outcome back, or withdraws what was not sent yet. */
export async function undo(jobId: string): Promise<void> {
  const { ok } = await call("jobs.undo", { jobId }).catch(() => ({ ok: false }));
  if (!ok) set({ refusal: "no-answer" });
  await rereadJobs();
  restoreFocus();
}

/** Takes back the latest outcome on screen that can be. */
export function undoLast(): void {
  const state = get();
  const jobs = jobsFor(shownCandidate(state), state.jobs);
  const last = lines(jobs, state.ownJobIds, Date.now()).find((job) => undoOffer(job, jobs).kind !== "no");
  if (last) void undo(last.id);
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

import type { Job } from "../domain/job";
import { reasonOf, sameReason, type WaitReason } from "../domain/outbox/reason";
import { lines, outcomesForOthers } from "./model/lines";
import { jobsFor, shownCandidate } from "./selectors";
import type { PopupState } from "./state";

/** What is said of one job. */
export interface Outcome {
  job: Job;
  reason: WaitReason | null;
  /** The same reason stands on a line above. */
  saidAbove: boolean;
  /** It is about somebody else than is shown. */
  forOther: boolean;
}

/** All outcomes there are to tell, newest first; five tags that wait for one thing are one explanation. */
export function outcomesNow(state: PopupState): Outcome[] {
  const jobs = jobsFor(shownCandidate(state), state.jobs);
  const own = lines(jobs, state.ownJobIds, Date.now()).map((job) => ({ job, forOther: false }));
  const others = outcomesForOthers(state.jobs, jobs, state).map((job) => ({ job, forOther: true }));
  const told: Outcome[] = [];
  for (const { job, forOther } of [...own, ...others]) {
    const reason = reasonOf(job, state.holds, forOther ? state.jobs : jobs);
    const saidAbove = reason !== null && told.some((one) => one.reason !== null && sameReason(one.reason, reason));
    told.push({ job, reason, saidAbove, forOther });
  }
  return told;
}

/** The two that stand in view: the newest failure, which waits for a decision, and the newest of the others. */
export function outcomesInView(outcomes: readonly Outcome[]): Outcome[] {
  const isFailure = ({ job }: Outcome) => job.state === "failed";
  const [failure, newest] = [outcomes.find(isFailure), outcomes.find((one) => !isFailure(one))];
  return [newest, failure].filter((one) => one !== undefined);
}

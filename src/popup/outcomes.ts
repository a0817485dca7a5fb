import type { Job } from "../domain/job";
import { reasonOf, sameReason, type WaitReason } from "../domain/outbox/reason";
import { lineKind } from "./model/line";
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
  /** All jobs of a set that came to the same; the first is `job`. */
  set?: readonly Job[];
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
    const alike = job.set === undefined ? undefined : told.find((one) => isOneSet(one, job, reason));
    if (alike) alike.set = [job, ...(alike.set ?? [])];
    else told.push({ job, reason, saidAbove, forOther, ...(job.set !== undefined && { set: [job] }) });
  }
  return told;
}

/** Of one set, added in one gesture, and with the same outcome: one line and one way back. */
const isOneSet = ({ job, reason, set }: Outcome, other: Job, why: WaitReason | null): boolean =>
  set !== undefined &&
  job.set === other.set &&
  (job.batch === other.batch || (job.undoes !== null && other.undoes !== null)) &&
  lineKind(job, reason !== null) === lineKind(other, why !== null);

/** The two that stand in view: the newest failure, which waits for a decision, and the newest of the others. */
export function outcomesInView(outcomes: readonly Outcome[]): Outcome[] {
  const isFailure = ({ job }: Outcome) => job.state === "failed";
  const [failure, newest] = [outcomes.find(isFailure), outcomes.find((one) => !isFailure(one))];
  return [newest, failure].filter((one) => one !== undefined);
}

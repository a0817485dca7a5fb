import { FAILURE_POLICY, type Failure } from "../failure";
import { isUnreadable, type Job, type JobState, type NewJob } from "../job";

/** What can happen to a job. `answered: false`: the request may have reached the ATS although we saw no answer. */
export type JobEvent =
  | { kind: "claim" }
  | { kind: "succeed"; warnings: readonly string[]; unreadable: boolean }
  | { kind: "retryLater"; failure: Failure; answered: boolean; nextTryAt: number }
  | { kind: "fail"; failure: Failure; answered: boolean }
  | { kind: "release" } // claimed, and not sent after all
  | { kind: "interrupt" } // the worker died while the answer was pending
  | { kind: "expire"; failure: Failure }
  | { kind: "cancel" }
  | { kind: "retry"; seq: number };

/** From which state each event may come, and where it leads. */
export const TRANSITIONS: Record<JobEvent["kind"], { from: readonly JobState[]; to: JobState }> = {
  claim: { from: ["queued"], to: "sending" },
  succeed: { from: ["sending"], to: "done" },
  retryLater: { from: ["sending"], to: "queued" },
  fail: { from: ["sending"], to: "failed" },
  release: { from: ["sending"], to: "queued" },
  interrupt: { from: ["sending"], to: "queued" },
  expire: { from: ["queued"], to: "failed" },
  cancel: { from: ["queued", "failed"], to: "cancelled" },
  retry: { from: ["failed"], to: "queued" },
};

export class IllegalTransition extends Error {
  constructor(job: Job, event: JobEvent) {
    super(`A job that is ${job.state} cannot ${event.kind}`);
    this.name = "IllegalMove";
  }
}

/** Whether the event may happen to the job now. */
export function mayTransition(job: Job, type: JobEvent["kind"]): boolean {
  if (type === "retry" && isUnreadable(job)) return false;
  return TRANSITIONS[type].from.includes(job.state);
}

/** The job after the event. Pure; throws `IllegalMove` for a pair that is not in the table. */
export function transition(job: Job, event: JobEvent, now: number): Job {
  if (!mayTransition(job, event.kind)) throw new IllegalTransition(job, event);
  return { ...touch(job, now), state: TRANSITIONS[event.kind].to, ...changes(job, event, now) };
}

function changes(job: Job, event: JobEvent, now: number): Partial<Job> {
  switch (event.kind) {
    case "claim":
      return { attempts: job.attempts + 1 };
    case "succeed":
      return { failure: null, warnings: event.warnings, unreadable: event.unreadable };
    case "retryLater":
      return {
        failure: event.failure,
        nextTryAt: event.nextTryAt,
        unanswered: job.unanswered || !event.answered,
        ...(FAILURE_POLICY[event.failure.kind].retry === "few" && { limitedAttempts: (job.limitedAttempts ?? 0) + 1 }),
      };
    case "fail":
      return { failure: event.failure, unanswered: job.unanswered || !event.answered };
    case "release":
      return { attempts: job.attempts - 1 };
    case "interrupt":
      return { unanswered: true, nextTryAt: now };
    case "expire":
      return { failure: event.failure };
    case "cancel":
      return {};
    // A retry is a new asking: it goes behind what was asked for since, so that the order of writes stays the order of asking.
    case "retry":
      return {
        seq: event.seq,
        attempts: 0,
        limitedAttempts: 0,
        nextTryAt: now,
        failure: null,
        requestedAt: now,
        seenAt: undefined,
      };
  }
}

/** Notes the time of a change. A clock that was ahead and came back must not keep a job young, or waiting, for ever. */
function touch(job: Job, now: number): Job {
  const touched = { ...job, updatedAt: now, createdAt: Math.min(job.createdAt, now) };
  if (job.requestedAt !== undefined) touched.requestedAt = Math.min(job.requestedAt, now);
  return touched;
}

/** The same waiting job, due at once. */
export function makeDue(job: Job, now: number): Job {
  return { ...touch(job, now), nextTryAt: now };
}

/**
 * The same waiting job, after a person mended what held it: counted as asked for now and due at once, but for a removal
 * that waits for an add in doubt.
 */
export function resume(job: Job, now: number): Job {
  return { ...(isSettling(job) ? touch(job, now) : makeDue(job, now)), requestedAt: now };
}

/** An undo of an add of which nobody knows whether it arrived, before its first try: it waits on purpose. */
export function isSettling(job: Job): boolean {
  return job.operation === "remove" && job.unanswered && job.attempts === 0 && job.nextTryAt > job.createdAt;
}

/** A new job from its draft. */
export function createJob(draft: NewJob, id: string, seq: number, now: number): Job {
  return {
    ...draft,
    id,
    seq,
    state: "queued",
    createdAt: now,
    updatedAt: now,
    attempts: 0,
    nextTryAt: now,
    failure: null,
    unanswered: false,
    warnings: [],
    unreadable: false,
  };
}

import { FAILURE_POLICY, type Failure } from "../failure";
import { type Job, type JobDraft, type JobState, MOVES } from "../job";

/** What can happen to a job. `answered: false`: the request may have reached the ATS although we saw no answer. */
export type JobEvent =
  | { type: "claim" }
  | { type: "succeed"; warnings: readonly string[]; unreadable: boolean }
  | { type: "wait"; failure: Failure; answered: boolean; nextTryAt: number }
  | { type: "fail"; failure: Failure; answered: boolean }
  | { type: "lose" } // the worker died while the answer was pending
  | { type: "expire"; failure: Failure }
  | { type: "withdraw" }
  | { type: "retry"; seq: number };

/** From which state each event may come, and where it leads. */
export const EVENT_MOVES: Record<JobEvent["type"], { from: readonly JobState[]; to: JobState }> = {
  claim: { from: ["queued"], to: "sending" },
  succeed: { from: ["sending"], to: "done" },
  wait: { from: ["sending"], to: "queued" },
  fail: { from: ["sending"], to: "failed" },
  lose: { from: ["sending"], to: "queued" },
  expire: { from: ["queued"], to: "failed" },
  withdraw: { from: ["queued", "failed"], to: "withdrawn" },
  retry: { from: ["failed"], to: "queued" },
};

export class IllegalMove extends Error {
  constructor(job: Job, event: JobEvent) {
    super(`A job that is ${job.state} cannot ${event.type}`);
    this.name = "IllegalMove";
  }
}

/** Whether the event may happen to the job now. */
export function mayMove(job: Job, type: JobEvent["type"]): boolean {
  const move = EVENT_MOVES[type];
  return move.from.includes(job.state) && MOVES[job.state].includes(move.to);
}

/** The job after the event. Pure; throws `IllegalMove` for a pair that is not in the table. */
export function transition(job: Job, event: JobEvent, now: number): Job {
  if (!mayMove(job, event.type)) throw new IllegalMove(job, event);
  return { ...touch(job, now), state: EVENT_MOVES[event.type].to, ...changes(job, event, now) };
}

function changes(job: Job, event: JobEvent, now: number): Partial<Job> {
  switch (event.type) {
    case "claim":
      return { attempts: job.attempts + 1 };
    case "succeed":
      return { failure: null, warnings: event.warnings, unreadable: event.unreadable };
    case "wait":
      return {
        failure: event.failure,
        nextTryAt: event.nextTryAt,
        uncertain: job.uncertain || !event.answered,
        ...(FAILURE_POLICY[event.failure.kind].retry === "few" && { fewTries: (job.fewTries ?? 0) + 1 }),
      };
    case "fail":
      return { failure: event.failure, uncertain: job.uncertain || !event.answered };
    case "lose":
      return { uncertain: true, nextTryAt: now };
    case "expire":
      return { failure: event.failure };
    case "withdraw":
      return {};
    // A retry is a new asking: it goes behind what was asked for since, so that the order of writes stays the order of asking.
    case "retry":
      return { seq: event.seq, attempts: 0, fewTries: 0, nextTryAt: now, failure: null, askedAt: now };
  }
}

/** Notes the time of a change. A clock that was ahead and came back must not keep a job young, or waiting, for ever. */
function touch(job: Job, now: number): Job {
  const touched = { ...job, updatedAt: now, createdAt: Math.min(job.createdAt, now) };
  if (job.askedAt !== undefined) touched.askedAt = Math.min(job.askedAt, now);
  return touched;
}

/** The same waiting job, due at once. */
export function hurry(job: Job, now: number): Job {
  return { ...touch(job, now), nextTryAt: now };
}

/**
 * The same waiting job, after a person mended what held it: counted as asked for now and due at once, but for a removal
 * that waits for an add in doubt.
 */
export function release(job: Job, now: number): Job {
  return { ...(isSettling(job) ? touch(job, now) : hurry(job, now)), askedAt: now };
}

/** An undo of an add of which nobody knows whether it arrived, before its first try: it waits on purpose. */
export function isSettling(job: Job): boolean {
  return job.operation === "remove" && job.uncertain && job.attempts === 0 && job.nextTryAt > job.createdAt;
}

/** A new job from its draft. */
export function newJob(draft: JobDraft, id: string, seq: number, now: number): Job {
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
    uncertain: false,
    warnings: [],
    unreadable: false,
  };
}

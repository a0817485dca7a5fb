import { isBatchJob } from "../../domain/batch/batch";
import { failure } from "../../domain/failure";
import type { Hold, Job } from "../../domain/job";
import { nextJobs, type Plan } from "../../domain/outbox/plan";
import { InFlight } from "./in-flight";
import { type Alarms, createScheduler } from "./scheduler";
import { type SendParts, STORAGE_PAUSE_MS, sendJob } from "./send-job";

export interface DispatcherParts extends SendParts {
  alarms: Alarms;
  /** Jobs of this batch waited for too long: it asks once for all of them. */
  onBatchTooOld?: (batch: string) => Promise<void>;
  /** Puts into the outbox what batches may send next, as far as these live jobs leave room; gives batches that stand still. */
  feed?: (
    live: readonly Job[],
    holds: readonly Hold[],
    concurrencyOf: (integrationId: string) => number,
  ) => Promise<ReadonlySet<string>>;
}

export interface Dispatcher {
  /** Sets the alarm before a job is written, should the worker die in between. `run` must follow. */
  prepare(): void;
  /** Sends what may be sent; resolves when nothing is in flight any more. May be called at any time, also while it runs. */
  run(): Promise<void>;
}

/** Works the outbox off: starts what the plan allows, and plans again after each answer. */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { outbox, clock } = parts;
  const inFlight = new InFlight();
  const scheduler = createScheduler(parts.alarms, parts.after, clock, () => void run());
  let recovered = false;
  let planning: Promise<void> | null = null;
  let planAgain = false;

  async function run(): Promise<void> {
    await plan();
    await inFlight.whenEmpty();
  }

  /** One planning at a time; a call during one makes it look once more. */
  function plan(): Promise<void> {
    planAgain = true;
    planning ??= planUntilSettled();
    return planning;
  }

  async function planUntilSettled(): Promise<void> {
    while (planAgain) {
      planAgain = false;
      try {
        await planOnce();
      } catch (error) {
        console.error("Quicktag: the outbox could not be read or written", error);
        scheduler.set(true, clock() + STORAGE_PAUSE_MS);
      }
    }
    // In the same turn as the last look at `planAgain`, or a call in between would go unheard.
    planning = null;
  }

  async function planOnce(): Promise<void> {
    if (!recovered) await recover();
    const holds = await outbox.holds();
    const { concurrencyOf } = inFlight;
    const halted = await parts.feed?.(await outbox.liveJobs(), holds, concurrencyOf);
    // Queued while the feed was at work: it takes them back in the next look.
    const isStray = (job: Job) => job.state === "queued" && isBatchJob(job) && halted?.has(job.batch) === true;
    const live = await outbox.liveJobs();
    const jobs = live.filter((job) => !isStray(job));
    if (jobs.length < live.length) planAgain = true;
    const now = clock();
    const next = nextJobs({ jobs, holds, inFlight: inFlight.ids(), concurrencyOf, now });
    scheduler.set(inFlight.size + next.start.length + next.expired.length > 0, next.wakeAt);
    await begin(next);
  }

  async function recover(): Promise<void> {
    // Set before the work: if this very worker dies now, the alarm brings the next one.
    scheduler.set(true, null);
    // Before the wait: a job that fails meanwhile asks for another recovery, which this one must not count as done.
    recovered = true;
    await outbox.recover(inFlight).catch((error) => {
      recovered = false;
      throw error;
    });
  }

  async function begin({ expired, start }: Plan): Promise<void> {
    for (const job of start) void send(job);
    for (const batch of new Set(expired.filter(isBatchJob).map((job) => job.batch))) await parts.onBatchTooOld?.(batch);
    for (const { id } of expired.filter((job) => !isBatchJob(job))) {
      const job = await outbox.expire(id, failure("too-old"));
      if (job) parts.onOutcome(job);
    }
    if (expired.length > 0) planAgain = true;
  }

  async function send(job: Job): Promise<void> {
    inFlight.add(job);
    const recorded = await sendJob(parts, inFlight, job);
    if (!recorded) recovered = false;
    inFlight.remove(job.id);
    await plan();
    inFlight.settle();
  }

  return { prepare: () => scheduler.set(true, null), run };
}

import { isBatchJob } from "../../domain/batch/batch";
import { failure } from "../../domain/failure";
import type { Hold, Job } from "../../domain/job";
import { holdOf, isTooOld, nextJobs, type Plan } from "../../domain/outbox/plan";
import { Ahead } from "./ahead";
import { InFlight } from "./in-flight";
import { type Alarms, createScheduler } from "./scheduler";
import { type SendParts, STORAGE_PAUSE_MS, sendJob } from "./send-job";

export interface DispatcherParts extends SendParts {
  alarms: Alarms;
  /** Jobs of this batch waited for too long: it asks once for all of them. */
  onBatchTooOld?: (batch: string) => Promise<void>;
  feed?: BatchFeed;
}

/** What batches give to the outbox, and take back. */
export interface BatchFeed {
  /** The batches nothing may be sent of now. */
  halted(): Promise<ReadonlySet<string>>;
  takeBack(jobs: readonly Job[]): Promise<void>;
  /** Puts into the outbox what may be sent next, as far as these live jobs leave room; gives whether that was anything. */
  refill(
    live: readonly Job[],
    holds: readonly Hold[],
    concurrencyOf: (integrationId: string) => number,
  ): Promise<boolean>;
}

export interface Dispatcher {
  /** Sets the alarm before a job is written, should the worker die in between. `run` must follow. */
  prepare(): void;
  /** Sends what may be sent; resolves when nothing is in flight any more. May be called at any time, also while it runs. */
  run(): Promise<void>;
}

/** Jobs that are claimed ahead at once: as many as a worker that dies makes doubtful besides those on their way. */
const MOST_AHEAD = 16;

/** Works the outbox off: starts what the plan allows, and plans again after each answer. */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { outbox, clock } = parts;
  const inFlight = new InFlight();
  const ahead = new Ahead(outbox, () => void plan());
  let refilling: Promise<boolean> | null = null;
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
    await takeBackHalted(holds);
    const { concurrencyOf } = inFlight;
    const live = await outbox.liveJobs();
    const halted = await parts.feed?.halted();
    // Queued since the look above: the next one takes them back.
    const isStray = (job: Job) => job.state === "queued" && isBatchJob(job) && halted?.has(job.batch) === true;
    const jobs = live.filter((job) => !isStray(job));
    if (live.some((job) => isStray(job) && !inFlight.has(job.id) && !ahead.has(job.id))) planAgain = true;
    const refilled = refill(jobs, holds);
    const next = nextJobs({
      jobs,
      holds,
      inFlight: inFlight.ids(),
      answered: inFlight.answered(),
      claimed: ahead.ids(),
      concurrencyOf,
      now: clock(),
    });
    scheduler.set(inFlight.size + next.start.length + next.expired.length > 0, next.wakeAt);
    await begin(next);
    ahead.claim(next.ahead.slice(0, MOST_AHEAD));
    // Whoever waits for nothing to be in flight must not miss what comes in now; else no place waits for the disk.
    if (inFlight.size > 0) refilled.then((isMore) => (isMore ? plan() : undefined), console.error);
    else if (await refilled) planAgain = true;
  }

  /**
   * What is claimed or handed over of a batch that stands still, or of a queue that is held, waits again as before. So does
   * what grew too old since it was claimed, as when the computer slept: it is asked about like all that waits.
   */
  async function takeBackHalted(holds: readonly Hold[]): Promise<void> {
    const halted = await parts.feed?.halted();
    const now = clock();
    await ahead.release(
      (job) => halted?.has(job.batch) === true || holdOf(job, holds) !== undefined || isTooOld(job, now),
    );
    if (!halted?.size) return;
    const live = await outbox.liveJobs();
    const strays = live.filter((job) => job.state === "queued" && isBatchJob(job) && halted.has(job.batch));
    const free = strays.filter(({ id }) => !inFlight.has(id) && !ahead.has(id));
    if (free.length > 0) await parts.feed?.takeBack(free);
  }

  /** One at a time; rejects as little as a refused disk lets it: the next planning tries again. */
  function refill(live: readonly Job[], holds: readonly Hold[]): Promise<boolean> {
    if (!parts.feed) return Promise.resolve(false);
    refilling ??= parts.feed.refill(live, holds, inFlight.concurrencyOf).finally(() => {
      refilling = null;
    });
    return refilling;
  }

  async function recover(): Promise<void> {
    // Set before the work: if this very worker dies now, the alarm brings the next one.
    scheduler.set(true, null);
    // Before the wait: a job that fails meanwhile asks for another recovery, which this one must not count as done.
    recovered = true;
    const isOurs = { has: (id: string) => inFlight.has(id) || ahead.has(id) };
    await outbox.recover(isOurs).catch((error) => {
      recovered = false;
      throw error;
    });
  }

  async function begin({ expired, start }: Plan): Promise<void> {
    // One that is just being claimed is planned again when it is.
    for (const job of start) if (!ahead.isClaiming(job.id)) void send(job);
    for (const batch of new Set(expired.filter(isBatchJob).map((job) => job.batch))) await parts.onBatchTooOld?.(batch);
    for (const { id } of expired.filter((job) => !isBatchJob(job))) {
      const job = await outbox.expire(id, failure("too-old"));
      if (job) parts.onOutcome(job);
    }
    if (expired.length > 0) planAgain = true;
  }

  async function send(job: Job): Promise<void> {
    inFlight.add(job);
    const recorded = await sendJob(parts, job, { inFlight, ahead: ahead.take(job.id), onFree: () => void plan() });
    if (!recorded) recovered = false;
    inFlight.remove(job.id);
    await plan();
    inFlight.settle();
  }

  return { prepare: () => scheduler.set(true, null), run };
}

import type { Failure } from "../../domain/failure";
import type { Hold, Job } from "../../domain/job";
import { type Concurrency, INITIAL_CONCURRENCY, nextConcurrency } from "../../domain/outbox/concurrency";
import { nextJobs, type Plan } from "../../domain/outbox/plan";
import type { KeepAlive } from "./keep-alive";
import type { Outbox } from "./outbox";
import { failureOf, recordAnswer } from "./record-answer";
import { type After, type Alarms, createScheduler } from "./scheduler";
import type { ResolveAgain, SendAnswer, Sender } from "./sender";

export interface DispatcherParts {
  outbox: Outbox;
  sender: Sender;
  resolveAgain: ResolveAgain;
  clock: () => number;
  random: () => number;
  after: After;
  alarms: Alarms;
  keepAlive: KeepAlive;
  /** A job came to an end: done, failed or cancelled. */
  onOutcome: (job: Job) => void;
  /** A queue stands still from now on; told once, with the job that met the cause. */
  onHold: (hold: Hold, job: Job | null) => void;
}

export interface Dispatcher {
  /** Something is about to be asked for: sets the alarm, should the worker die before it is on disk. `run` must follow. */
  prepare(): void;
  /** Sends what may be sent; resolves when nothing is open any more. May be called at any time, also while it runs. */
  run(): Promise<void>;
}

/** How long to wait when the outbox itself could not be read or written. */
const STORAGE_PAUSE_MS = 5000;

const TOO_OLD: Failure = { kind: "too-old", code: null, message: null, logUrl: null, retryAfterMs: null };

/** Works the outbox off: starts what the plan allows, records each answer and starts what that makes possible. */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { outbox, clock } = parts;
  /** Jobs this dispatcher has in hand, with their integrations, from before the claim until the answer is recorded. */
  const inFlight = new Map<string, string>();
  const concurrencies = new Map<string, Concurrency>();
  const scheduler = createScheduler(parts.alarms, parts.after, clock, () => void run());
  let recovered = false;
  let planning: Promise<void> | null = null;
  let planAgain = false;
  let idle: (() => void)[] = [];

  async function run(): Promise<void> {
    await plan();
    if (inFlight.size > 0) await new Promise<void>((resolve) => idle.push(resolve));
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
    if (!recovered) {
      // Set before the work: if this very worker dies now, the alarm brings the next one.
      scheduler.set(true, null);
      // Before the wait: who fails meanwhile asks for another recovery, which this one must not count as done.
      recovered = true;
      await outbox.recover(inFlight).catch((error) => {
        recovered = false;
        throw error;
      });
    }
    const jobs = await outbox.liveJobs();
    const now = clock();
    const next = nextJobs({
      jobs,
      holds: await outbox.holds(),
      inFlight: new Set(inFlight.keys()),
      concurrencyOf,
      now,
    });
    scheduler.set(inFlight.size + next.start.length + next.expired.length > 0, next.wakeAt);
    await begin(next);
  }

  async function begin({ expired, start }: Plan): Promise<void> {
    for (const job of start) void handle(job);
    for (const { id } of expired) tell(await outbox.expire(id, TOO_OLD));
    if (expired.length > 0) planAgain = true;
  }

  async function handle({ id, target }: Job): Promise<void> {
    inFlight.set(id, target.integrationId);
    parts.keepAlive.acquire();
    try {
      const claimed = await outbox.claim(id);
      if (claimed) await sendAndRecord(claimed);
      else outbox.invalidate();
    } catch (error) {
      console.error("Quicktag: the outbox could not be written", error);
      await pause();
      // It may stand as "sending" although nobody sends it any more.
      recovered = false;
      outbox.invalidate();
    } finally {
      parts.keepAlive.release();
      inFlight.delete(id);
      await plan();
      if (inFlight.size === 0) rest();
    }
  }

  async function sendAndRecord(claimed: Job): Promise<void> {
    const answer = await trySend(parts.sender, claimed);
    learn(claimed, answer);
    const { job, hold } = await persist(() => recordAnswer(parts, claimed, answer));
    tell(job);
    if (hold) parts.onHold(hold, job);
  }

  /** An answer that cannot be written down yet is kept in memory: forgetting it would mean sending again. */
  async function persist<T>(write: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await write();
      } catch (error) {
        if (attempt >= 3) throw error;
        await pause();
      }
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => parts.after(STORAGE_PAUSE_MS, resolve));
  }

  function learn({ id, target }: Job, answer: SendAnswer): void {
    const busy = !answer.ok && answer.failure.kind === "busy";
    const { integrationId } = target;
    const othersOpen = [...inFlight].filter(([other, where]) => other !== id && where === integrationId).length;
    const signal = { busy, limit: answer.limit, remaining: answer.remaining, othersOpen };
    concurrencies.set(
      integrationId,
      nextConcurrency(concurrencies.get(integrationId) ?? INITIAL_CONCURRENCY, signal, clock()),
    );
  }

  function concurrencyOf(integrationId: string): number {
    return (concurrencies.get(integrationId) ?? INITIAL_CONCURRENCY).current;
  }

  function rest(): void {
    const waiting = idle;
    idle = [];
    for (const resolve of waiting) resolve();
  }

  function tell(job: Job | null): void {
    if (job && job.state !== "queued") parts.onOutcome(job);
  }

  return { prepare: () => scheduler.set(true, null), run };
}

/** The sender is to answer, not to throw; should it throw all the same, nobody knows what arrived. */
async function trySend(sender: Sender, job: Job): Promise<SendAnswer> {
  try {
    return await sender.send(job);
  } catch (error) {
    return { ok: false, failure: failureOf(error), answered: false, limit: null, remaining: null };
  }
}

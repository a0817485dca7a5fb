import type { Failure } from "../../domain/failure";
import type { Hold, Job } from "../../domain/job";
import { nextJobs, type Plan } from "../../domain/queue/plan";
import { FIRST_WIDTH, learnWidth, type Width } from "../../domain/queue/width";
import type { Journal } from "./journal";
import type { KeepAlive } from "./keep-alive";
import { failureOf, recordAnswer } from "./outcome";
import type { ResolveAgain, SendAnswer, Sender } from "./sender";
import { type After, type Alarms, createWaking } from "./waking";

export interface DrainParts {
  journal: Journal;
  sender: Sender;
  resolveAgain: ResolveAgain;
  clock: () => number;
  random: () => number;
  after: After;
  alarms: Alarms;
  keepAlive: KeepAlive;
  /** A job came to an end: done, failed or withdrawn. */
  onOutcome: (job: Job) => void;
  /** A queue stands still from now on; told once, with the job that met the cause. */
  onHold: (hold: Hold, job: Job | null) => void;
}

export interface Drain {
  /** Something is about to be asked for: sets the alarm, should the worker die before it is on disk. `run` must follow. */
  expect(): void;
  /** Sends what may be sent; resolves when nothing is open any more. May be called at any time, also while it runs. */
  run(): Promise<void>;
}

/** How long to wait when the journal itself could not be read or written. */
const STORAGE_PAUSE_MS = 5000;

const TOO_OLD: Failure = { kind: "too-old", code: null, message: null, logUrl: null, retryAfterMs: null };

/** Works the journal off: starts what the plan allows, records each answer and starts what that makes possible. */
export function createDrain(parts: DrainParts): Drain {
  const { journal, clock } = parts;
  /** Jobs this drain has in hand, with their integrations, from before the claim until the answer is recorded. */
  const inHand = new Map<string, string>();
  const widths = new Map<string, Width>();
  const waking = createWaking(parts.alarms, parts.after, clock, () => void run());
  let recovered = false;
  let planning: Promise<void> | null = null;
  let planAgain = false;
  let idle: (() => void)[] = [];

  async function run(): Promise<void> {
    await plan();
    if (inHand.size > 0) await new Promise<void>((resolve) => idle.push(resolve));
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
        console.error("Quicktag: the journal could not be read or written", error);
        waking.set(true, clock() + STORAGE_PAUSE_MS);
      }
    }
    // In the same turn as the last look at `planAgain`, or a call in between would go unheard.
    planning = null;
  }

  async function planOnce(): Promise<void> {
    if (!recovered) {
      // Set before the work: if this very worker dies now, the alarm brings the next one.
      waking.set(true, null);
      // Before the wait: who fails meanwhile asks for another recovery, which this one must not count as done.
      recovered = true;
      await journal.recover(inHand).catch((error) => {
        recovered = false;
        throw error;
      });
    }
    const jobs = await journal.liveJobs();
    const now = clock();
    const next = nextJobs({ jobs, holds: await journal.holds(), inFlight: new Set(inHand.keys()), widthOf, now });
    waking.set(inHand.size + next.start.length + next.expired.length > 0, next.wakeAt);
    await begin(next);
  }

  async function begin({ expired, start }: Plan): Promise<void> {
    for (const job of start) void handle(job);
    for (const { id } of expired) tell(await journal.expire(id, TOO_OLD));
    if (expired.length > 0) planAgain = true;
  }

  async function handle({ id, target }: Job): Promise<void> {
    inHand.set(id, target.integrationId);
    parts.keepAlive.hold();
    try {
      const claimed = await journal.claim(id);
      if (claimed) await sendAndRecord(claimed);
      else journal.forget();
    } catch (error) {
      console.error("Quicktag: the journal could not be written", error);
      await pause();
      // It may stand as "sending" although nobody sends it any more.
      recovered = false;
      journal.forget();
    } finally {
      parts.keepAlive.release();
      inHand.delete(id);
      await plan();
      if (inHand.size === 0) rest();
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
    const othersOpen = [...inHand].filter(([other, where]) => other !== id && where === integrationId).length;
    const signal = { busy, limit: answer.limit, remaining: answer.remaining, othersOpen };
    widths.set(integrationId, learnWidth(widths.get(integrationId) ?? FIRST_WIDTH, signal, clock()));
  }

  function widthOf(integrationId: string): number {
    return (widths.get(integrationId) ?? FIRST_WIDTH).width;
  }

  function rest(): void {
    const waiting = idle;
    idle = [];
    for (const resolve of waiting) resolve();
  }

  function tell(job: Job | null): void {
    if (job && job.state !== "queued") parts.onOutcome(job);
  }

  return { expect: () => waking.set(true, null), run };
}

/** The sender is to answer, not to throw; should it throw all the same, nobody knows what arrived. */
async function trySend(sender: Sender, job: Job): Promise<SendAnswer> {
  try {
    return await sender.send(job);
  } catch (error) {
    return { ok: false, failure: failureOf(error), answered: false, limit: null, remaining: null };
  }
}

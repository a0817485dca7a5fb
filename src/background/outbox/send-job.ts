import { isBatchJob } from "../../domain/batch/batch";
import type { Hold, Job } from "../../domain/job";
import type { InFlight } from "./in-flight";
import type { KeepAlive } from "./keep-alive";
import type { Outbox } from "./outbox";
import { failureOf, type Recording, recordAnswer } from "./record-answer";
import type { After } from "./scheduler";
import type { ResolveAgain, SendAnswer, Sender } from "./sender";

export interface SendParts {
  outbox: Outbox;
  sender: Sender;
  resolveAgain: ResolveAgain;
  clock: () => number;
  random: () => number;
  after: After;
  keepAlive: KeepAlive;
  /** A job came to an end: done, failed or cancelled. */
  onOutcome: (job: Job) => void;
  stopBatch?: Recording["stopBatch"];
  /** A queue is paused from now on; called once, with the job that met the cause. */
  onHold: (hold: Hold, job: Job | null) => void;
}

/** How long to wait when the outbox itself could not be read or written. */
export const STORAGE_PAUSE_MS = 5000;

const WRITE_ATTEMPTS = 3;

/** What sending one job needs besides. */
export interface Sending {
  inFlight: InFlight;
  /** The job as it was claimed ahead; null: it is claimed now. */
  ahead: Job | null;
  /** Its place is free for another job, before the answer is on disk. */
  onFree: () => void;
}

/**
 * Claims a job, sends it once and records the answer. Gives false when the answer could not be recorded: the job may
 * stand as "sending" although nobody sends it any more.
 */
export async function sendJob(parts: SendParts, job: Job, sending: Sending): Promise<boolean> {
  parts.keepAlive.acquire();
  try {
    if (sending.ahead) parts.outbox.noteSend(sending.ahead);
    const claimed = sending.ahead ?? (await parts.outbox.claim(job.id, isBatchJob(job) ? "relaxed" : "strict"));
    if (claimed) await sendAndRecord(parts, claimed, sending);
    else parts.outbox.invalidate();
    return true;
  } catch (error) {
    console.error("Quicktag: the outbox could not be written", error);
    await storagePause(parts);
    parts.outbox.invalidate();
    return false;
  } finally {
    parts.keepAlive.release();
  }
}

async function sendAndRecord(parts: SendParts, claimed: Job, { inFlight, onFree }: Sending): Promise<void> {
  const answer = await trySend(parts.sender, claimed);
  inFlight.learn(claimed, answer, parts.clock());
  // Any other answer may be a reason to send nothing more: it is written down first.
  if (answer.ok && isBatchJob(claimed) && inFlight.free(claimed)) onFree();
  const { job, hold } = await persist(parts, () => recordAnswer(parts, claimed, answer));
  if (job && job.state !== "queued") parts.onOutcome(job);
  if (hold) parts.onHold(hold, job);
}

/** An answer that cannot be written down yet is kept in memory: forgetting it would mean sending again. */
async function persist<T>(parts: SendParts, write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (attempt >= WRITE_ATTEMPTS) throw error;
      await storagePause(parts);
    }
  }
}

const storagePause = ({ after }: SendParts): Promise<void> =>
  new Promise((resolve) => void after(STORAGE_PAUSE_MS, resolve));

/** A sender answers and does not throw; should it throw all the same, nobody knows whether the write arrived. */
async function trySend(sender: Sender, job: Job): Promise<SendAnswer> {
  try {
    return await sender.send(job);
  } catch (error) {
    return { ok: false, failure: failureOf(error), answered: false, limit: null, remaining: null };
  }
}

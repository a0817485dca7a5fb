import { concernsWholeBatch, concernsWholeTag, isBatchJob } from "../../domain/batch/batch";
import { FAILURE_POLICY, type Failure, failure } from "../../domain/failure";
import type { Hold, Job } from "../../domain/job";
import { retryDelay } from "../../domain/outbox/backoff";
import { isStorageError } from "../../platform/storage-error";
import type { Outbox } from "./outbox";
import type { ResolveAgain, SendAnswer } from "./sender";

export interface Recording {
  outbox: Outbox;
  clock: () => number;
  random: () => number;
  resolveAgain: ResolveAgain;
  /** A job of a batch met what others of it would meet, all or those with the same tag: they are spared it. */
  stopBatch?: (claimed: Job, failure: Failure, answered: boolean) => Promise<Job | null>;
}

/** What became of a job; `hold` when its queue stands still from now on. */
export interface Outcome {
  job: Job | null;
  hold: Hold | null;
}

/** Writes the answer into the outbox: done, again later, held or failed. */
export async function recordAnswer(parts: Recording, claimed: Job, answer: SendAnswer): Promise<Outcome> {
  if (answer.ok) return only(await parts.outbox.finish(claimed, answer));
  if (answer.failure.kind === "candidate-gone" && !claimed.retargeted) return resolve(parts, claimed, answer.failure);
  return recordFailure(parts, claimed, answer.failure, answer.answered);
}

async function resolve(parts: Recording, claimed: Job, refused: Failure): Promise<Outcome> {
  const found = await parts.resolveAgain(claimed.target).catch((error) => ({ failure: failureOf(error) }));
  if ("failure" in found) return recordFailure(parts, claimed, found.failure, true);
  // The same id again is no news: sending to it once more would only be refused again.
  if (found.candidateId === claimed.target.candidateId) return recordFailure(parts, claimed, refused, true);
  return only(await parts.outbox.retarget(claimed, found.candidateId, refused));
}

async function recordFailure(parts: Recording, claimed: Job, failure: Failure, answered: boolean): Promise<Outcome> {
  const { outbox, clock, random } = parts;
  const { holds } = FAILURE_POLICY[failure.kind];
  if (holds !== "nothing") {
    const scope = holds === "key" ? "key" : claimed.target.integrationId;
    return outbox.pause(claimed, scope, failure, answered);
  }
  const isShared = concernsWholeBatch(failure.kind) || concernsWholeTag(failure.kind);
  if (parts.stopBatch && isBatchJob(claimed) && isShared) {
    return only(await parts.stopBatch(claimed, failure, answered));
  }
  const wait = retryDelay(failure, claimed, random);
  if (wait === null) return only(await outbox.fail(claimed, failure, answered));
  return only(await outbox.retryLater(claimed, failure, answered, clock() + wait));
}

function only(job: Job | null): Outcome {
  return { job, hold: null };
}

/** Something of ours threw: a failure like any other, so that the job ends visibly. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return failure(isStorageError(error) ? "storage-unavailable" : "internal", { message });
}

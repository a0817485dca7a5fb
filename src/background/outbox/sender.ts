import type { Failure } from "../../domain/failure";
import type { Job, JobTarget } from "../../domain/job";

/** What the answer's headers said about the integration's limit; null where there was no header. */
export interface LimitSeen {
  limit: number | null;
  remaining: number | null;
}

export type SendAnswer = LimitSeen &
  (
    | { ok: true; warnings: readonly string[]; unreadable: boolean }
    /** `answered: false`: no answer came, so the write may have happened all the same. */
    | { ok: false; failure: Failure; answered: boolean }
  );

/** Writes one job to the ATS, once. Must not retry by itself and must give up after a set time. */
export interface Sender {
  send(job: Job): Promise<SendAnswer>;
}

/** Looks a refused candidate up once more; gives an id only if the answer is the same person. */
export type ResolveAgain = (target: JobTarget) => Promise<{ candidateId: string } | { failure: Failure }>;

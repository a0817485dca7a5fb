import { FAILURE_POLICY, type Failure, type FailureKind } from "../failure";
import type { Job } from "../job";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

export const MAX_LIMITED_ATTEMPTS = 5;
export const SLOW_RETRY_MS = 15 * MINUTE;
export const MAX_BACKOFF_MS = 10 * MINUTE;
/** No wait is longer, whatever `Retry-After` says: a wrong header must not strand a job. */
export const MAX_WAIT_MS = 60 * MINUTE;
/** A job older than this is not sent without asking. */
export const TOO_OLD_MS = 24 * 60 * MINUTE;

/** First wait by kind: being over a limit passes quickly, an ATS that is down does not. */
function firstWait(kind: FailureKind): number {
  return kind === "busy" ? SECOND : 2 * SECOND;
}

/**
 * How long to wait before the next try; null when only a person may try again. The job is as it was sent, so its
 * `attempts` count the try that just failed; `random` gives a number in [0, 1).
 */
export function retryDelay(
  failure: Failure,
  { attempts, limitedAttempts = 0 }: Pick<Job, "attempts" | "limitedAttempts">,
  random: () => number,
): number | null {
  const policy = FAILURE_POLICY[failure.kind];
  if (policy.retry === "no") return null;
  if (policy.retry === "few" && limitedAttempts + 1 >= MAX_LIMITED_ATTEMPTS) return null;
  const planned = policy.retry === "slowly" ? SLOW_RETRY_MS : exponential(failure.kind, attempts, random);
  const asked = failure.retryAfterMs ?? 0;
  // Spread what the server asked for as well, or all waiting jobs come back in the same second.
  const polite = asked > 0 ? asked * (1 + random() / 10) : 0;
  return Math.round(Math.min(MAX_WAIT_MS, Math.max(planned, polite)));
}

function exponential(kind: FailureKind, attempts: number, random: () => number): number {
  const full = Math.min(MAX_BACKOFF_MS, firstWait(kind) * 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return full / 2 + (random() * full) / 2;
}

import type { Failure } from "../domain/failure";

/** What the integration's limit on writes is, as its answers' headers say; null where they do not. */
export interface Concurrency {
  limit: number | null;
  remaining: number | null;
}

/** Every call's outcome; never thrown. */
export type Answer<T> =
  | ({ ok: true; value: T } & Concurrency)
  /** `mayHaveHappened`: a write may have been applied although we have no good answer. */
  | ({ ok: false; failure: Failure; mayHaveHappened: boolean } & Concurrency);

const count = (value: string | null): number | null => (value !== null && /^\d+$/.test(value) ? Number(value) : null);

/** `Concurrency-Limit` and `Concurrency-Remaining` of an answer. */
export function concurrencyOf(headers: Headers | undefined): Concurrency {
  return {
    limit: count(headers?.get("Concurrency-Limit") ?? null),
    remaining: count(headers?.get("Concurrency-Remaining") ?? null),
  };
}

/** `Retry-After` in milliseconds from now; null when absent or senseless. It is either seconds or a date. */
export function retryAfterOf(headers: Headers | undefined, now: number): number | null {
  const value = headers?.get("Retry-After")?.trim();
  if (!value) return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

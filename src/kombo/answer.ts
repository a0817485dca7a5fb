import type { Failure } from "../domain/failure";

/** The integration's limit on writes, as the headers of its answers give it; null where they do not. */
export interface Concurrency {
  limit: number | null;
  remaining: number | null;
}

/** Every call's outcome; never thrown. */
export type Answer<T> =
  | ({ ok: true; value: T } & Concurrency)
  /** `answered: false`: a write may have been applied, because nobody said that it was not. */
  | ({ ok: false; failure: Failure; answered: boolean } & Concurrency);

/** Longer waits than a day are a broken header; the outbox has a shorter limit of its own. */
const LONGEST_MS = 24 * 60 * 60_000;

const count = (value: string | null): number | null =>
  value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;

/** `Concurrency-Limit` and `Concurrency-Remaining` of an answer. */
export function concurrencyOf(headers: Headers): Concurrency {
  return {
    limit: count(headers.get("Concurrency-Limit")),
    remaining: count(headers.get("Concurrency-Remaining")),
  };
}

/**
 * How long the answer asks us to wait, in milliseconds from `now`; null when it does not say. `retry-after-ms` is the more
 * exact of the two headers and wins; `Retry-After` holds seconds or a date.
 */
export function retryAfterOf(headers: Headers, now: number): number | null {
  const value = headers.get("Retry-After") ?? "";
  const ms = amount(headers.get("retry-after-ms")) ?? amount(value, 1000) ?? dateOf(value) - now;
  return Number.isNaN(ms) ? null : Math.round(Math.min(LONGEST_MS, Math.max(0, ms)));
}

/** A number without a sign, in milliseconds. */
function amount(value: string | null, unitMs = 1): number | null {
  const text = value?.trim() ?? "";
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) * unitMs : null;
}

/** Browsers take much for a date, "-5" too; one of HTTP has a time of day. */
const dateOf = (value: string): number => (value.includes(":") ? Date.parse(value) : Number.NaN);

import type { FailureKind } from "../failure";
import { tagKey } from "../text/fold";
import type { Entry } from "./entry";
import type { Outcome } from "./outcome";

/** A day of the calendar here, and what was asked for on it. */
export interface DayCount {
  /** Midnight at its beginning (epoch ms). */
  day: number;
  confirmed: number;
  failed: number;
}

export interface Ranked<T = string> {
  name: T;
  count: number;
}

/** How long confirmations took, in ms; null without any. */
export interface Durations {
  count: number;
  median: number;
  p95: number;
}

const CONFIRMED: ReadonlySet<Outcome> = new Set(["added", "present", "removed", "undone"]);

/** Midnight here at the beginning of the day of this time. */
export function startOfDay(time: number, daysBack = 0): number {
  const date = new Date(time);
  date.setHours(0, 0, 0, 0);
  date.setDate(date.getDate() - daysBack);
  return date.getTime();
}

const personKey = ({ job: { target } }: Entry): string => `${target.integrationId}\n${target.candidateId}`;

/** How many people got a tag since this time; a person with three tags counts once. */
export function peopleTagged(entries: readonly Entry[], since: number): number {
  const tagged = entries.filter(
    ({ at, outcome, job }) => at >= since && job.operation === "add" && (outcome === "added" || outcome === "present"),
  );
  return new Set(tagged.map(personKey)).size;
}

/** Each of the last days, today included, the earliest first. A day may have 23 or 25 hours. */
export function perDay(entries: readonly Entry[], now: number, days: number): DayCount[] {
  const counts = Array.from({ length: days }, (_, back) => {
    const day = startOfDay(now, days - 1 - back);
    return { day, confirmed: 0, failed: 0 };
  });
  for (const { at, outcome } of entries) {
    const found = counts.findLast(({ day }) => day <= at);
    if (!found) continue;
    if (CONFIRMED.has(outcome)) found.confirmed += 1;
    else if (outcome === "failed" || outcome === "unknown") found.failed += 1;
  }
  return counts;
}

/** The tags given most often; spellings of one tag count as one, by the name used last. */
export function topTags(entries: readonly Entry[], most: number): Ranked[] {
  const counts = new Map<string, Ranked>();
  for (const { job, outcome } of entries) {
    if (job.operation !== "add" || !CONFIRMED.has(outcome)) continue;
    const key = tagKey(job.tag);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { name: job.tag, count: 1 });
  }
  return ranked(counts.values()).slice(0, most);
}

/** How many ended how; those that did not happen are left out. */
export function byOutcome(entries: readonly Entry[]): Ranked<Outcome>[] {
  return ranked(tally(entries.map(({ outcome }) => outcome)));
}

/** How many failed why. */
export function byCause(entries: readonly Entry[]): Ranked<FailureKind>[] {
  const failed = entries.filter(({ outcome }) => outcome === "failed" || outcome === "unknown");
  return ranked(tally(failed.map(({ job }) => job.failure?.kind ?? "unknown")));
}

/** The time from key to confirmation. */
export function durations(entries: readonly Entry[]): Durations | null {
  const sorted = entries.flatMap(({ confirmedIn }) => confirmedIn ?? []).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
  const [median, p95] = [at(0.5), at(0.95)];
  return median === undefined || p95 === undefined ? null : { count: sorted.length, median, p95 };
}

function tally<T>(all: readonly T[]): Ranked<T>[] {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

/** The most first; what is equal in the order it came. */
const ranked = <T>(all: Iterable<Ranked<T>>): Ranked<T>[] => [...all].sort((a, b) => b.count - a.count);

/** How many of a batch had come to their end, and when. */
export interface PacePoint {
  at: number;
  ended: number;
}

/** The pace is measured over this long: longer, and it would not notice a slower ATS; shorter, and it would jump. */
const WINDOW_MS = 60_000;
/** Before this it would be a guess. */
const LEAST_MS = 5000;

/** The points of the last minute, with this one. A count that went back (retry) begins anew. */
export function withPoint(points: readonly PacePoint[], point: PacePoint): PacePoint[] {
  const last = points.at(-1);
  if (last && (point.ended < last.ended || point.at < last.at)) return [point];
  return [...points.filter(({ at }) => point.at - at <= WINDOW_MS), point];
}

/** People a minute and the time left, as measured; null while too little is known, or nothing moves. */
export function paceOf(points: readonly PacePoint[], left: number): { perMinute: number; leftMs: number } | null {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || last.at - first.at < LEAST_MS || last.ended <= first.ended) return null;
  const perMs = (last.ended - first.ended) / (last.at - first.at);
  return { perMinute: perMs * 60_000, leftMs: left / perMs };
}

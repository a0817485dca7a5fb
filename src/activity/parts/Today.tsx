import { useMemo } from "react";
import type { Entry } from "../../domain/activity/entry";
import { peopleTagged, startOfDay } from "../../domain/activity/statistics";
import { plural } from "../../ui/text";

/** The day so far, in words. */
export function Today({ entries }: { entries: readonly Entry[] }) {
  const people = useMemo(() => peopleTagged(entries, startOfDay(Date.now())), [entries]);
  return <p className="today">{plural("activity_today", people)}</p>;
}

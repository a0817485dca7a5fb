import { useDeferredValue, useMemo } from "react";
import { type Entry, filterEntries } from "../domain/activity/entry";
import { startOfDay } from "../domain/activity/statistics";
import { type Period, useActivity } from "./state";

const DAYS_BACK: Record<Exclude<Period, null>, number> = { today: 0, week: 6, month: 29 };

/** Since when a period counts, by the calendar here; null: everything. */
export const sinceOf = (period: Period, now = Date.now()): number | null =>
  period === null ? null : startOfDay(now, DAYS_BACK[period]);

/** The entries the filters leave. What is typed appears at once; the list follows when there is time. */
export function useShownEntries(): readonly Entry[] {
  const entries = useActivity((state) => state.entries);
  const filter = useDeferredValue(useActivity((state) => state.filter));
  const period = useActivity((state) => state.period);
  return useMemo(
    () => (entries === null ? [] : filterEntries(entries, { ...filter, since: sinceOf(period) })),
    [entries, filter, period],
  );
}

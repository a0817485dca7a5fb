import type { Entry } from "../domain/activity/entry";
import type { Outcome } from "../domain/activity/outcome";
import { atsNameOf } from "../domain/connector";
import type { Settings } from "../domain/settings";
import { language, type TextKey } from "../ui/text";

export const OUTCOME_TEXT: Record<Outcome, TextKey> = {
  added: "activity_added",
  present: "activity_present",
  removed: "activity_removed",
  undone: "activity_undone",
  waiting: "activity_waiting",
  failed: "activity_failed",
  unknown: "activity_unknown",
  cancelled: "activity_cancelled",
};

/** Tells an outcome without its colour. */
export const OUTCOME_SIGN: Record<Outcome, string> = {
  added: "✓",
  present: "✓",
  removed: "−",
  undone: "↩",
  waiting: "…",
  failed: "!",
  unknown: "?",
  cancelled: "×",
};

/** An integration as people call it: its ATS, and its own name where it has one. */
export function integrationText(id: string, { integrations }: Settings): string {
  const label = integrations.find((one) => one.id === id)?.label;
  return [atsNameOf(id) ?? id, label].filter(Boolean).join(" · ");
}

/** How long something took: "340 ms", "1.2 s", "5 min". */
export function duration(ms: number): string {
  const [value, unit] =
    ms < 1000
      ? [Math.round(ms), "millisecond"]
      : ms < 60_000
        ? [ms / 1000, "second"]
        : ms < 3_600_000
          ? [ms / 60_000, "minute"]
          : [ms / 3_600_000, "hour"];
  const digits = (value as number) < 10 ? 1 : 0;
  return once(`${unit} ${digits}`, () => {
    const how = { style: "unit", unit: unit as string, unitDisplay: "short", maximumFractionDigits: digits } as const;
    return new Intl.NumberFormat(language(), how);
  }).format(value as number);
}

/** Making a formatter takes longer than formatting a screen of rows. */
const formatters = new Map<string, { format(value: number): string }>();

function once(name: string, make: () => { format(value: number): string }): { format(value: number): string } {
  const key = `${language()} ${name}`;
  const formatter = formatters.get(key) ?? make();
  formatters.set(key, formatter);
  return formatter;
}

/** "+" and "−" instead of words where a line is short. */
export const operationSign = ({ job }: Entry): string => (job.operation === "add" ? "+" : "−");

/** Day and time of day without the year, for a line of a list. */
export function shortMoment(at: number): string {
  const how = { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" } as const;
  return once("moment", () => new Intl.DateTimeFormat(language(), how)).format(at);
}

import { language } from "../platform/text";

export { failureText } from "../platform/failure-text";
export { language, type PluralKey, plural, type TextKey, text } from "../platform/text";
export { undoText, undoVerb } from "../platform/undo-text";

/** Tells assistive technology and the hyphenation which language the page is in. Call once at start. */
export function setPageLanguage(): void {
  document.documentElement.lang = language();
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
];

/** "5 minutes ago", "in 20 seconds": the largest unit that fits. */
export function age(at: number, now: number = Date.now()): string {
  const difference = at - now;
  const [unit, size] = STEPS.find(([, step]) => Math.abs(difference) >= step) ?? (["second", 1000] as const);
  return new Intl.RelativeTimeFormat(language(), { numeric: "auto" }).format(Math.trunc(difference / size), unit);
}

/** Date and time of day, short. */
export function moment(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** "A, B and C" in the person's language. */
export function listed(items: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(items);
}

/** A number as people write it: "10,000" or "10.000". */
export const number = (value: number): string => new Intl.NumberFormat(language()).format(value);

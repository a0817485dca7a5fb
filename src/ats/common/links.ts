/** Match patterns for addresses with a record's number at this place; patterns know no digits, so each first one is named. */
export function numberAfter(...starts: readonly string[]): string[] {
  return starts.flatMap((start) => [..."123456789"].map((digit) => `${start}${digit}*`));
}

/** The same for a hexadecimal id; a word that begins with one of these letters is met as well. */
export function hexAfter(...starts: readonly string[]): string[] {
  return starts.flatMap((start) => [..."123456789abcdef"].map((digit) => `${start}${digit}*`));
}

/** What a UUID looks like to a match pattern. */
export const SOME_UUID = "*-*-*-*-*";

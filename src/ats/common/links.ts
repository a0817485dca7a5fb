/** Match patterns for addresses with a record's number at this place; patterns know no digits, so each first one is named. */
export function numberAfter(...starts: readonly string[]): string[] {
  return starts.flatMap((start) => [..."123456789"].map((digit) => `${start}${digit}*`));
}

/** What a UUID looks like to a match pattern. */
export const SOME_UUID = "*-*-*-*-*";

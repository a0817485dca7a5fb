import { lazyRegExp } from "./lazy-reg-exp";

/** What people put between groups of digits: comma, dot, apostrophes, the Arabic separator, blanks that do not break. */
const MARK = "[,.'’٬，．\\u00a0\\u2007\\u2009\\u202f]";

/** Groups of three behind one and the same mark, groups of two before the last three (India), or plain digits. */
const NUMBER = new RegExp(`^(?:\\d{1,3}(?:(${MARK})\\d{3}(?:\\1\\d{3})*)|\\d{1,2}(${MARK})(?:\\d{2}\\2)+\\d{3}|\\d+)`);

/** Then the number just read is only the beginning of something longer: a fraction, a date, a code, a sign nobody knows. */
const GOES_ON = lazyRegExp(
  String.raw`^(?:[,.'’٬/:_–‑-]*[\p{L}\p{M}\p{N}]|[^\s\p{L}\p{N}]{1,2}\p{N}|[\u00a0\u2007\u2009\u202f]\p{N}|_)`,
  "u",
);

/** A blank and three digits: another group or another number, nobody can tell. */
const MAYBE_A_GROUP = /^[ \t]\d{3}(?!\d)/;

const DIGITS = lazyRegExp(String.raw`\p{Nd}`, "gu");
const DIGIT = lazyRegExp(String.raw`\p{Nd}`, "u");

/** Digits of every script as ASCII ones: each script has its ten in a row. */
function withAsciiDigits(text: string): string {
  return text.replace(DIGITS(), (digit) => {
    const code = digit.codePointAt(0)!;
    let first = code;
    while (DIGIT().test(String.fromCodePoint(first - 1))) first--;
    return String((code - first) % 10);
  });
}

/** The whole number a text begins with, as plain digits (`4,711 …` is `4711`); null where it could be read otherwise. */
export function leadingNumber(text: string): string | null {
  const plain = withAsciiDigits(text);
  const found = NUMBER.exec(plain)?.[0];
  if (found === undefined) return null;
  const rest = plain.slice(found.length);
  if (GOES_ON().test(rest) || (found.length <= 3 && MAYBE_A_GROUP.test(rest))) return null;
  const number = found.replace(/\D/g, "");
  // Beyond nineteen digits no system counts; with a zero in front it is a code.
  return /^[1-9]\d{0,18}$/.test(number) ? number : null;
}

/** The whole number a text consists of, as plain digits; null for any other text. */
export function wholeNumber(text: string): string | null {
  const trimmed = withAsciiDigits(text.trim());
  return NUMBER.exec(trimmed)?.[0] === trimmed ? leadingNumber(trimmed) : null;
}

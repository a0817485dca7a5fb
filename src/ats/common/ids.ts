const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DIGITS = /^[1-9]\d{0,18}$/;

/** The UUID in lower case, or null when the text is none. */
export function uuid(text: string | null | undefined): string | null {
  return text && UUID.test(text) ? text.toLowerCase() : null;
}

/** A record number as a string (some are beyond what a JavaScript number holds), or null. */
export function digits(text: string | null | undefined): string | null {
  return text && DIGITS.test(text) ? text : null;
}

import { looksSecret } from "./secret-params";

/** Longest id any of the known systems uses is 36 characters; the rest is room for slugs. */
export const MAX_ID_LENGTH = 64;

const NUMBER = /^\d{2,25}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const SLUG = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/i;
/** `v1`, `2fa`, `wd5`: words with one digit say nothing about a person. */
const TOO_SHORT = 4;

/** Whether a piece of an address could be an id: a number, a UUID, hex, or a slug with a digit; never a likely secret. */
export function isIdLike(text: string): boolean {
  if (text.length > MAX_ID_LENGTH) return false;
  if (NUMBER.test(text) || UUID.test(text)) return true;
  return text.length >= TOO_SHORT && /\d/.test(text) && SLUG.test(text) && !looksSecret(text);
}

/** The number a slug begins or ends with (`42817-ada-example`, `ada-example-42817`): often the id proper. */
export function numberInSlug(text: string): { id: string; at: "start" | "end" } | null {
  if (text.length > MAX_ID_LENGTH || UUID.test(text)) return null;
  const start = /^(\d{2,25})-(?=.*[a-z])/i.exec(text);
  if (start?.[1]) return { id: start[1], at: "start" };
  const end = /[a-z][a-z0-9_-]*-(\d{2,25})$/i.exec(text);
  return end?.[1] ? { id: end[1], at: "end" } : null;
}

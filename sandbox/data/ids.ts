import { createHash } from "node:crypto";

/** A Kombo-shaped id: exactly 24 letters and digits, starting with something a person recognises. */
export function komboId(words: string): string {
  const clean = words.replace(/[^A-Za-z0-9]/g, "");
  if (clean.length > 24) throw new Error(`too long for a Kombo id: ${clean}`);
  return clean.padEnd(24, "0");
}

/** The same hexadecimal digits for the same words, at every start. */
export function hex(words: string, digits: number): string {
  return createHash("sha256").update(words).digest("hex").slice(0, digits);
}

/** A version-4-shaped UUID, the same for the same words. */
export function uuid(words: string): string {
  const h = hex(words, 32);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20)}`;
}

/** Eleven characters as encoded ids in addresses look; nobody can read the number from them. */
export function opaque(words: string): string {
  return createHash("sha256").update(words).digest("base64url").slice(0, 11);
}

import { percentDecoded } from "./clean";

/** Lengths of replaced runs, by the character after `**`: `A` is two characters, `B` three, and so on. */
const RUN_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function fromBase64Url(text: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Version 2: `-` stands for `%` and `_` for `/`. */
export function fromVersion2(value: string): string {
  return percentDecoded(value.replaceAll("-", "%").replaceAll("_", "/"));
}

/**
 * Version 3: the address stands between `__` and `__;`, special characters as `*` (one) or `**A` (a run); the characters
 * themselves follow as base64 up to the next `!`. Null when the two do not fit together.
 */
export function fromVersion3(link: string): string | null {
  const [, address, encoded = ""] = /\/v3\/__(.+?)__;(.*?)!/.exec(link) ?? [];
  const replaced = fromBase64Url(encoded);
  if (address === undefined || replaced === null) return null;
  // By code points, as Proofpoint counts them.
  const left = [...replaced];
  const whole = address.replace(/\*(?:\*(.))?/g, (_, run?: string) => {
    return left.splice(0, run === undefined ? 1 : RUN_LENGTHS.indexOf(run) + 2).join("");
  });
  // Some mail programs make one slash of two.
  return whole.replace(/^([a-z]+:)\/(?!\/)/i, "$1//");
}

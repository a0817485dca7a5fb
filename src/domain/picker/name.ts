import { CONNECTORS, type Connector } from "../connector";
import { fold } from "../text/fold";
import { lazyRegExp } from "../text/lazy-reg-exp";

export const MAX_NAME = 255;

export type BadName = "empty" | "control" | "bidi" | "too-long" | "comma";

// Line breaks, control characters and halves of surrogate pairs: none of them can be seen or typed on purpose.
const CONTROL = lazyRegExp(String.raw`[\p{Cc}\p{Cs}\u2028\u2029]`, "u");
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
const NOTHING_TO_SEE = lazyRegExp(String.raw`^[\p{Z}\p{C}\p{M}]*$`, "u");

const SPACES = lazyRegExp(String.raw`[\p{Zs}\t]+`, "gu");

// Joiners and variation selectors change what is seen and stay.
const NO_WIDTH = /\u034f|[\u00ad\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]/g;

/** The name a new tag would get: trimmed, inner spaces single, NFC, without characters of no width that came with a paste. */
export function cleanName(text: string): string {
  return text.replace(NO_WIDTH, "").replace(SPACES(), " ").trim().normalize("NFC");
}

/** Why no tag may be made with this (cleaned) name; null when nothing speaks against it. */
export function badName(name: string, connector: Connector): BadName | null {
  if (name.trim() === "") return "empty";
  if (CONTROL().test(name)) return "control";
  if (BIDI.test(name)) return "bidi";
  if (NOTHING_TO_SEE().test(name) || fold(name) === "") return "empty";
  if (name.length > MAX_NAME) return "too-long";
  // Full-width and Arabic commas are other characters to every system.
  if (CONNECTORS[connector].splitsAtComma && name.includes(",")) return "comma";
  return null;
}

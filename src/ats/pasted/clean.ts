import { lazyRegExp } from "../../domain/text/lazy-reg-exp";

const BLANKS = lazyRegExp(String.raw`[\p{Z}\p{Cc}]+`, "gu");
const UNSEEN = lazyRegExp(String.raw`[\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}]`, "gu");

/**
 * A pasted text as plain characters: full-width forms made narrow, blanks of all kinds made ordinary, and what nobody
 * sees taken out (zero-width and bidi marks, byte order marks, soft hyphens).
 */
export function cleanText(text: string): string {
  return text.normalize("NFKC").replace(BLANKS(), " ").replace(UNSEEN(), "").replace(/ {2,}/g, " ").trim();
}

/** A piece decoded; as it stands when its encoding is broken. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

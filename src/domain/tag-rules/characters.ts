import { fold } from "../text/fold";
import { lazyRegExp } from "../text/lazy-reg-exp";
import type { CharacterKind, NameFormat } from "./rules";

// Every rule looks at one character at a time. So the relay's generator can list the characters that pass, and both
// sides decide alike.

const KINDS: Record<CharacterKind, () => RegExp> = {
  letters: lazyRegExp(String.raw`^[\p{L}\p{M}]$`, "u"),
  digits: lazyRegExp(String.raw`^\p{Nd}$`, "u"),
  blank: lazyRegExp("^ $", "u"),
};

const UNWRITABLE = lazyRegExp(String.raw`[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]`, "u");
const BLANK = /^[\s\x85\u2800]$/;
const OF_WORDS = lazyRegExp(String.raw`[\p{L}\p{N}]`, "u");

/** Control characters, line breaks, halves of surrogate pairs and changes of direction stand in no tag. */
export const isWritable = (character: string): boolean => !UNWRITABLE().test(character);

/** Whether a name of this format may hold the character. */
export function fits({ letterCase, characters }: NameFormat, character: string): boolean {
  if (letterCase === "lower" && character.toLowerCase() !== character) return false;
  if (letterCase === "upper" && character.toUpperCase() !== character) return false;
  if (characters === null) return true;
  return characters.others.includes(character) || characters.kinds.some((kind) => KINDS[kind]().test(character));
}

/**
 * What a character counts as beside a forbidden word: folded, one blank for every blank, nothing where nobody sees it. One
 * that would become several counts as those only if all are letters or digits, so that no word ends inside of it.
 */
export function plain(character: string): string {
  if (BLANK.test(character)) return " ";
  const folded = fold(character);
  const parts = [...folded];
  return parts.length > 1 && parts.some(endsWord) ? character : folded;
}

/** Whether a word may begin or end beside this folded character. */
export const endsWord = (folded: string): boolean => !OF_WORDS().test(folded);

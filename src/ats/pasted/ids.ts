import { lazyRegExp } from "../../domain/text/lazy-reg-exp";
import { wholeNumber } from "../../domain/text/numbers";
import { uuid } from "../common/ids";
import { isIdLike } from "../idlike";

/** Whose number it is, and that it is one, in English and German; French and Spanish words begin like the English ones. */
const WHOSE =
  "candidat\\w*|applicant\\w*|application\\w*|person|profile|talent|kombo|ats|remote|kandidat\\w*|bewerb\\w*|personal|profil";
const NUMBERED = "ids?|no\\.?|nr\\.?|number|nummer|#|№";
const SAYS = "(?:(?:is|ist|lautet|was|war)(?![\\p{L}])[ :=]*)?";
const LABEL = `(?:(?:${WHOSE})(?:['’]s)?[ _-]*){0,3}(?:${NUMBERED})(?![\\p{L}])[ .:#=№-]*${SAYS}`;
const LABELLED_WHOLE = lazyRegExp(`^(?:${LABEL}|(?:${WHOSE})[ :=-]+${SAYS})(.+)$`, "iu");
/** Inside a sentence; the number may have a separator, the rest of an id is one word. */
const LABELLED_INSIDE = lazyRegExp(`(?<![\\p{L}\\p{N}])${LABEL}["'(]?([\\p{N}][\\p{N},.'’]*|[\\w-]*\\d[\\w-]*)`, "giu");
/** "Kandidat 4711 bitte": a count has fewer digits. */
const NAMED_INSIDE = lazyRegExp(`(?<![\\p{L}\\p{N}])(?:${WHOSE})[ :]+([\\p{N}][\\p{N},.'’]{2,})`, "giu");
/** Behind a name: "Ada Example (4242)", and not inside a telephone number. */
const IN_BRACKETS = /[([]#? ?(\d[\d,.'’]*)[)\]](?![\s/-]*\d)/g;

/** Kombo's ids: 24 letters and digits. A long word is none: it has neither a digit nor a capital inside. */
const KOMBO_ID = /^(?=.*(?:\d|[a-z][A-Z]))[0-9A-Za-z]{24}$/;
const UUID_INSIDE = /(?<![0-9a-f-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f-])/gi;

const LABEL_WORD = lazyRegExp(`^(?:${WHOSE}|${NUMBERED})$`, "iu");

/** Whether a word says whose number it is, or that it is one. */
export const isLabelWord = (word: string): boolean => LABEL_WORD().test(word);

const trimmed = (text: string) => text.replace(/^[\s"'“”‘’«»„([{<*_`]+|[\s"'“”‘’«»„)\]}>*_`.,;:!?。、]+$/gu, "");

/** What one word or number means as an id: separators dropped, UUIDs in lower case; null for ordinary words. */
function idFrom(text: string): string | null {
  const word = trimmed(text);
  const grouped = /^\d{1,3}(?: \d{3})+$/.test(word) ? word.replaceAll(" ", "") : word;
  return wholeNumber(grouped) ?? uuid(word) ?? (KOMBO_ID.test(word) || isIdLike(word) ? word : null);
}

/** The id a text consists of or names ("Candidate ID: 4,711"); null when it names none, or several. */
export function idIn(text: string): string | null {
  const whole = trimmed(text);
  const labelled = LABELLED_WHOLE().exec(whole)?.[1] ?? "";
  // "ID-4242" is a number with its label before it is a word with digits.
  const alone = wholeNumber(trimmed(labelled)) ?? idFrom(whole) ?? idFrom(labelled);
  if (alone !== null) return alone;
  const inside = [LABELLED_INSIDE(), NAMED_INSIDE(), IN_BRACKETS].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, id]) => id!),
  );
  inside.push(...(whole.match(UUID_INSIDE) ?? []));
  const found = new Set(inside.map(idFrom).filter((id) => id !== null));
  return found.size === 1 ? [...found][0]! : null;
}

/** Whether an id has the form of Kombo's own; an ATS's id can look like one. */
export const isKomboId = (id: string): boolean => KOMBO_ID.test(id);

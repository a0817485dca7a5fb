import { dropUnseen, fold } from "../text/fold";
import { lazyRegExp } from "../text/lazy-reg-exp";

/** One word of a name, in the forms it is compared in. */
export interface Word {
  /** As it stands on the page. */
  raw: string;
  /** Folded: no case, no accents that leave the same letter. */
  plain: string;
  /** Folded with ä, ö, ü, ø and å written out (ae, oe, ue, oe, aa); equal to `plain` without them. */
  spelt: string;
  /** One letter of a script with capitals. */
  isInitial: boolean;
  /** Null in scripts without capitals. */
  isCapital: boolean | null;
  /** Written with dots ("B.Sc.", "Dr."). */
  dotted: boolean;
}

const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };
/** Letters that are one to every reader, whatever keyboard they came from: Persian kaf and yeh, alef with hamza. */
const SAME_LETTER: Readonly<Record<string, string>> = { ک: "ك", ی: "ي", أ: "ا", إ: "ا", ٱ: "ا" };
/** Thai courtesy words are written onto the name that follows. */
const THAI_COURTESY = /^(?:นางสาว|นาง|นาย|คุณ|ดร)(?=[ก-ฮเ-ไ].)/;
/** Marks of an abbreviation of two words or more, or one word with the dot behind it. */
const TOKEN = lazyRegExp(String.raw`\p{L}[\p{L}\p{M}]{0,3}\.(?:\p{L}[\p{L}\p{M}]*\.?)+|[\p{L}\p{M}\p{N}]+\.?`, "gu");
/** "عبد الله" and "عبدالله" are one name. */
const SERVANT = lazyRegExp(String.raw`(?<=^|\s)(عبد|أبو|ابو)\s+(?=\p{L})`, "gu");
const APOSTROPHES = lazyRegExp(String.raw`(?<=[\p{L}\p{M}])['’‘\x60´ʼʻ′＇ʹ׳](?=\p{L})`, "gu");
/** "Ada Example’s profile": the name ends there. */
const POSSESSIVE = lazyRegExp(String.raw`(?<=[\p{L}\p{M}])['’]s(?=\s|$)`, "gu");
const GERSHAYIM = /(?<=[\u05d0-\u05ea])["״”](?=[\u05d0-\u05ea])/g;
/** Variation selectors choose a drawing of one and the same letter; the tatweel stretches one. */
const DRAWING = /[\ufe00-\ufe0f\u0640]|\udb40[\udd00-\uddef]/g;

/** One form for width, blanks, apostrophes inside words and what nobody sees; case and accents stay. */
export function tidy(text: string): string {
  return dropUnseen(text)
    .replace(DRAWING, "")
    .replace(POSSESSIVE(), ";")
    .replace(APOSTROPHES(), "")
    .replace(GERSHAYIM, "")
    .normalize("NFKC")
    .replace(APOSTROPHES(), "");
}

const CYRILLIC = lazyRegExp(String.raw`\p{sc=Cyrl}`, "u");
/** Cyrillic letters of their own, which only Unicode takes for others with a mark: Майя is not Маия. Ё is an е to readers. */
const WHOLE_LETTERS = /[йїўѓќ]/;

/** The folded form of one word. Composed again, so that a syllable or a voiced kana is one character. */
export const foldWord = (word: string): string =>
  (CYRILLIC().test(word) ? foldCyrillic(word) : fold(word))
    .normalize("NFC")
    .replace(/[کیأإٱ]/g, (letter) => SAME_LETTER[letter] ?? letter);

const foldCyrillic = (word: string): string =>
  Array.from(dropUnseen(word).normalize("NFC").toLowerCase(), (letter) =>
    WHOLE_LETTERS.test(letter) ? letter : fold(letter),
  ).join("");

function wordOf(token: string): Word {
  const raw = token.replaceAll(".", "");
  const composed = raw.normalize("NFC").replace(THAI_COURTESY, "");
  const lower = composed.toLowerCase();
  const plain = foldWord(composed);
  const spelt = /[äöüøå]/.test(lower)
    ? foldWord(lower.replace(/[äöüøå]/g, (letter) => WRITTEN_OUT[letter] ?? letter))
    : plain;
  const [first = ""] = composed;
  const isCased = first.toLowerCase() !== first.toUpperCase();
  return {
    raw,
    plain,
    spelt,
    isInitial: isCased && [...plain].length === 1,
    isCapital: isCased ? first !== first.toLowerCase() : null,
    dotted: token.includes("."),
  };
}

/** "J.R.", "Dr.Ada": each piece is a word; a degree ("B.Sc.") stays one, for the pieces mean nothing alone. */
function pieces(token: string, isAbbreviation: (folded: string) => boolean): string[] {
  const inner = token.slice(0, -1).includes(".");
  if (!inner || isAbbreviation(foldWord(token.replaceAll(".", "")))) return [token];
  return token.match(/[^.]+\.?/g) ?? [];
}

/** The words of a tidied run of text. `isAbbreviation` knows the dotted words that belong together. */
export function toWords(run: string, isAbbreviation: (folded: string) => boolean): Word[] {
  return (run.replace(SERVANT(), "$1").match(TOKEN()) ?? [])
    .flatMap((token) => pieces(token, isAbbreviation))
    .map(wordOf)
    .filter((word) => word.plain !== "");
}

/**
 * Whether two words are one and the same: folded alike, or an umlaut on one side is written out on the other. Not
 * transitive on purpose: Müller is Mueller and is Muller, Mueller is not Muller.
 */
export function sameWord(one: Word, other: Word): boolean {
  return (
    one.plain === other.plain || one.spelt === other.plain || one.plain === other.spelt || one.spelt === other.spelt
  );
}

const UNSPACED = lazyRegExp(String.raw`^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Hang}]+$`, "u");

/** Whether a word is of a script that joins the parts of a name (Han, Kana, Hangul). */
export const isUnspaced = (word: Word): boolean => UNSPACED().test(word.plain);

import { lazyRegExp } from "../text/lazy-reg-exp";
import { isAbbreviation, isOnlyTitles, withoutTitles } from "./titles";
import { foldWord, tidy, toWords, type Word } from "./words";

/** A piece of a block between separators that no name goes across. */
export interface Segment {
  /** The segment's comma-separated runs, courtesy words and degrees off, empty ones left out. */
  runs: readonly (readonly Word[])[];
  /** The first of its block, and what follows is a remark in brackets or behind a dash, not the rest of a list. */
  isMain: boolean;
}

/** A nickname in brackets or quotes between the words of a name. */
const NICKNAME = lazyRegExp(
  String.raw`(?<=[\p{L}\p{M}.])\s*["“”„«»‘‚‹›'([{「『]\s*[\p{L}\p{M}.' -]{1,24}["“”»«‘’‚›‹')\]}」』]\s+(?=[\p{L}])`,
  "gu",
);
/**
 * Names go across letters, digits, blanks, hyphens, apostrophes, the dots of syllables and abbreviations, and the
 * comma of "Example, Ada". Everything else parts them, known or not: bullets, arrows, emoji, currency. So does a line break of any kind, any mark
 * between blanks, a dash longer than a hyphen, and the full stop of a sentence.
 */
const SEPARATOR = lazyRegExp(
  String.raw`[\n\r\t\v\f\x85\u2028\u2029\u2014\u2015]|[^\p{L}\p{M}\p{N}\s.,،'’‘\x60´ʼʻ′＇ʹ׳՚་༌־‐-―−-]|\.{2,}|(?<=\s)[-‐-―−.'’‘\x60´ʼʻ′＇ʹ׳՚་༌־\p{M}]+(?=\s)|(?<=[\p{L}\p{M}\p{N}]{3})\.(?=\s)`,
  "u",
);
/** What follows a name without being another one of a list. */
const REMARK = lazyRegExp(String.raw`^[\s]*[|([{«“„"【〔「·•‐-―−-]|^\P{L}*$`, "u");
/** The middle dot of Catalan and of foreign names in Chinese and katakana; between kanji it is a list's. */
const DOTS_IN_WORDS = lazyRegExp(String.raw`(?<=\p{L})·(?=\p{L})|(?<=\p{scx=Kana})・(?=\p{scx=Kana})`, "gu");
const RUSSIAN_TITLES = /(?<=^|\s)(д-р|г-н|г-жа)\.?(?=\s)/giu;
const THAI_TITLES = /(?<=^|\s)น\.\s?ส\.\s*/gu;
/** "Dr. rer. nat.", "Dipl.-Kfm.": the words of a degree written out behind it; none has a capital without a hyphen before. */
const DEGREE = lazyRegExp(String.raw`(?<=^|[\s,])(dr|prof|mag|dipl|dott)\b\.?(?:\s?(?:-\p{L}+|\p{Ll}{1,6})\.)+`, "giu");

/** The dot of an abbreviation ends no sentence. */
const ABBREVIATION = lazyRegExp(String.raw`([\p{L}\p{M}]{3,})\.(?=\s)`, "gu");

/** The words of an e-mail or web address are nobody's name. */
const ADDRESS = /\S*@\S*|\S+:\/\/\S*/gu;

const COMMA = /[,،]/u;

/** The initials of an avatar, run together with the name behind them: "AE Ada Example". */
function withoutAvatar(words: Word[]): Word[] {
  const [first, ...name] = words;
  const initials = name.map((word) => [...word.plain][0]).join("");
  return first?.isCapital && name.length > 1 && first.plain === initials ? name : words;
}

const LETTER = lazyRegExp(String.raw`\p{L}`, "u");
const hasLetter = ({ plain }: Word) => LETTER().test(plain);

function runsOf(piece: string): Word[][] {
  const runs = piece.split(COMMA).map((run) => toWords(run, isAbbreviation));
  // An age or a number beside the name is none of its words.
  const names = runs.filter((words, at) => words.some(hasLetter) && !isOnlyTitles(words, at > 0));
  return names
    .map(withoutAvatar)
    .map(withoutTitles)
    .filter((words) => words.length > 0);
}

/** The words of a text, wherever they stand, without those of addresses. */
export const wordsOf = (text: string): Word[] => toWords(tidy(text).replace(ADDRESS, " "), isAbbreviation);

/** Cuts one block (a line, a cell, an element, a title) into the pieces inside which the words of a name may stand. */
export function segmentsOf(block: string): Segment[] {
  const text = tidy(block)
    .replace(ADDRESS, "\n")
    .replace(NICKNAME(), " ")
    .replace(DOTS_IN_WORDS(), "")
    .replace(RUSSIAN_TITLES, "")
    .replace(THAI_TITLES, "")
    .replace(DEGREE(), "$1. ")
    .replace(ABBREVIATION(), (dotted, word: string) => (isAbbreviation(foldWord(word)) ? word : dotted));
  const segments: Segment[] = [];
  let rest = text;
  let isFirst = true;
  while (rest !== "") {
    const match = SEPARATOR().exec(rest);
    const piece = match ? rest.slice(0, match.index) : rest;
    const following = match ? rest.slice(match.index) : "";
    const runs = runsOf(piece);
    if (runs.length > 0) {
      segments.push({ runs, isMain: isFirst && (following.trim() === "" || REMARK().test(following)) });
      isFirst = false;
    }
    rest = match ? following.slice(match[0].length) : "";
  }
  return segments;
}

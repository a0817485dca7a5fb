import { lazyRegExp } from "../text/lazy-reg-exp";

/**
 * Words of a folded text: letters and digits with the signs that make other names of them (`C++`, `C#`, `.NET`, `R&D`). A
 * script without blanks gives a whole run.
 */
const WORD = lazyRegExp("(?:(?<![\\p{L}\\p{N}])\\.(?=\\p{L}))?[\\p{L}\\p{N}\\p{M}]+(?:&[\\p{L}\\p{N}]+)*[+#]*", "gu");

export interface Word {
  text: string;
  start: number;
  end: number;
}

const ASCII = /^[\x20-\x7e]*$/;

/** Calls back with each word of a folded text. */
export function eachWord(folded: string, onWord: (text: string, start: number) => void): void {
  if (ASCII.test(folded)) {
    eachAsciiWord(folded, onWord);
    return;
  }
  const pattern = WORD();
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(folded); hit; hit = pattern.exec(folded)) onWord(hit[0], hit.index);
}

const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const inWord = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return isLetter(code) || isDigit(code);
};
const [AMPERSAND, PLUS, HASH, DOT] = [38, 43, 35, 46];

/** The same for plain text, character by character: most text is plain, and the expression takes five times as long. */
function eachAsciiWord(folded: string, onWord: (text: string, start: number) => void): void {
  for (let at = 0; at < folded.length; at++) {
    if (!inWord(folded, at)) continue;
    const dotted =
      at > 0 && folded.charCodeAt(at - 1) === DOT && isLetter(folded.charCodeAt(at)) && !inWord(folded, at - 2);
    const start = dotted ? at - 1 : at;
    while (inWord(folded, at) || (folded.charCodeAt(at) === AMPERSAND && inWord(folded, at + 1))) at++;
    while (folded.charCodeAt(at) === PLUS || folded.charCodeAt(at) === HASH) at++;
    onWord(folded.slice(start, at), start);
    at--;
  }
}

export function wordsOf(folded: string): Word[] {
  const words: Word[] = [];
  eachWord(folded, (text, start) => words.push({ text, start, end: start + text.length }));
  return words;
}

/** Scripts written without blanks between words: Thai, Lao, Burmese, Khmer, Kana, Han. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

export const isUnspaced = (text: string): boolean => UNSPACED.test(text);

const CYRILLIC_ENDING = /(?:ами|ями|ах|ях|ов|ев|ам|ям|ом|ем|[аеиоуыэюяь])$/;
/** Korean writes its particles against the word; the longest first. */
const PARTICLE = /(?:입니다|에서는|에서|으로|에게|까지|부터|하고|이나|은|는|이|가|을|를|와|과|의|에|로|도|만)$/;

/**
 * The form in which words are compared: plural endings off, in the page and in the tags alike. Where languages disagree the
 * form is no word, which does not matter: it is only held against others.
 */
export function stem(word: string): string {
  const { length } = word;
  if (length < 3) return word;
  const code = word.charCodeAt(length - 1);
  if (code < 128) return length < 4 || !(code >= 97 && code <= 122) ? word : latinStem(word);
  if (code >= 0x430 && code <= 0x44f) return length < 6 ? word : word.replace(CYRILLIC_ENDING, "");
  return word;
}

function latinStem(word: string): string {
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (word.endsWith("aux") && word.length > 5) return `${word.slice(0, -3)}al`;
  const single = word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
  if (single.length >= 6 && single.endsWith("innen")) return single.slice(0, -5);
  if (single.length >= 7 && single.endsWith("in") && single.at(-3) === "r") return single.slice(0, -2);
  if (single.length >= 6 && single.endsWith("en")) return single.slice(0, -2);
  return single.length >= 5 && single.endsWith("e") ? single.slice(0, -1) : single;
}

/** A Korean word without its particle, decomposed as folding leaves it; null where there is none. */
export function withoutParticle(word: string): string | null {
  const code = word.charCodeAt(0);
  if (code < 0x1100 || code > 0x11ff) return null;
  const composed = word.normalize("NFC");
  const bare = composed.replace(PARTICLE, "");
  return bare === composed || bare.length < 2 ? null : bare.normalize("NFKD");
}

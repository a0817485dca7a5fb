import { lazyRegExp } from "../text/lazy-reg-exp";
import { isGeneric, isGenericRun } from "./generic";
import { isOtherScript } from "./likeness";
import { type Segment, segmentsOf } from "./segments";
import { joinedForms } from "./titles";
import { isUnspaced, type Word } from "./words";

/** A name in the order given name, family name, as Kombo keeps it. */
export interface Name {
  words: readonly Word[];
  /** All words are of a script that writes names without a blank. */
  isUnspaced: boolean;
  /** Put together from both sides of a comma: a name only as a whole, for it may as well be a list of two people. */
  isCommaPair: boolean;
}

const nameOf = (words: readonly Word[], isCommaPair = false): Name => ({
  words,
  isUnspaced: words.length > 0 && words.every(isUnspaced),
  isCommaPair,
});

/** The names a segment may stand for: "Example, Ada" is family name first, everything else is read as it stands. */
export function namesIn({ runs }: Segment): Name[] {
  const [family, given] = runs;
  if (runs.length === 2 && family && given) return [nameOf([...given, ...family], true)];
  return runs.map((words) => nameOf(words));
}

const LETTER = lazyRegExp(String.raw`\p{L}`, "u");
const DIGIT = lazyRegExp(String.raw`\p{N}`, "u");
const KANA = lazyRegExp(String.raw`[\p{sc=Hira}\p{sc=Kana}]`, "u");

/** A name from a field that holds nothing else. Null where it holds none ("—", "Loading…"). */
export function parseName(text: string): Name | null {
  const [first] = segmentsOf(text);
  const [name] = first ? namesIn(first) : [];
  return name && !name.words.every(isGeneric) && name.words.some((word) => LETTER().test(word.plain)) ? name : null;
}

/** Whoever a field names that should name one person: "Ana Garcia & Luis Lopez" are two. A reading of the name is none. */
export function namesInField(text: string): Name[] {
  const first = parseName(text);
  if (!first) return [];
  const others = text.split(/[&+;/]/).slice(1);
  return [
    first,
    ...others.flatMap((other) => {
      const name = parseName(other);
      return name && looksLikeName(name) && !isOtherScript(first.words, name.words) ? name : [];
    }),
  ];
}

/** At least two words that are more than initials; for scripts without blanks at least two characters. */
export function isFullName({ words, isUnspaced: joined }: Name): boolean {
  if (joined) return [...words.map((word) => word.plain).join("")].length > 1;
  return words.filter((word) => !word.isInitial).length > 1;
}

const PARTICLES = new Set(
  "de da do dos das del della di du la le van von der den ter zu al el bin ibn bint ben abu y e".split(" "),
);

/** Small words that go on with a name: "Ana Garcia de Lopez". */
export const isParticle = (word: Word): boolean => PARTICLES.has(word.plain);

/**
 * Whether a run looks like somebody's name: two to five words, with capitals where the script has them, and no word of
 * a button or menu. Job titles and companies look so too: it is a doubt, never a proof.
 */
export function looksLikeName({ words, isUnspaced: joined }: Name): boolean {
  if (words.some(isGeneric) || words.some((word) => DIGIT().test(word.plain))) return false;
  const length = [...words.map((word) => word.plain).join("")].length;
  // A name in kana is written out by sound and longer.
  if (joined && isGenericRun(words.map((word) => word.plain).join(""))) return false;
  if (joined) return length > 1 && length < (KANA().test(words[0]?.plain ?? "") ? 13 : 7);
  const capitals = words.every((word) => word.isCapital !== false || PARTICLES.has(word.plain));
  return words.length > 1 && words.length < 6 && capitals && words.filter((word) => !word.isInitial).length > 1;
}

/**
 * One form for the spellings of one name: what a confirmation remembers. The order stays, for "Thomas Martin" and
 * "Martin Thomas" are two people.
 */
export function nameKey(text: string): string {
  const name = parseName(text);
  if (!name) return "";
  return name.isUnspaced ? (joinedForms(name.words).at(-1) ?? "") : name.words.map((word) => word.plain).join(" ");
}

/** The same form for Kombo's record, which has the family name last: as a page of its script usually writes it. */
export function recordKey(text: string): string {
  const name = parseName(text);
  if (!name?.isUnspaced) return nameKey(text);
  const words = name.words.map((word) => word.plain);
  return [...words.slice(-1), ...words.slice(0, -1)].join("");
}

import { isGeneric, isGenericRun } from "./generic";
import { type Segment, segmentsOf } from "./segments";
import { joinedForms } from "./titles";
import { isUnspaced, sameWord, type Word } from "./words";

/**
 * How two names compare. `swapped`: the same words with the given name where the family name is expected. `contains`:
 * one of them is the other with more words. `partly`: something in common, or nothing that could be compared.
 */
export type Relation = "equal" | "swapped" | "contains" | "partly" | "differs";

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

/** A name from a field that holds nothing else. Null where it holds none ("—", "Loading…"). */
export function parseName(text: string): Name | null {
  const [first] = segmentsOf(text);
  const [name] = first ? namesIn(first) : [];
  return name && !name.words.every(isGeneric) && name.words.some((word) => /\p{L}/u.test(word.plain)) ? name : null;
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
  if (words.some(isGeneric) || words.some((word) => /\p{N}/u.test(word.plain))) return false;
  const length = [...words.map((word) => word.plain).join("")].length;
  // A name in kana is written out by sound and longer.
  if (joined && isGenericRun(words.map((word) => word.plain).join(""))) return false;
  if (joined) return length > 1 && length < (/[\p{sc=Hira}\p{sc=Kana}]/u.test(words[0]?.plain ?? "") ? 13 : 7);
  const capitals = words.every((word) => word.isCapital !== false || PARTICLES.has(word.plain));
  return words.length > 1 && words.length < 6 && capitals && words.filter((word) => !word.isInitial).length > 1;
}

/** Whether every word of `needles` stands in `hay`, in this order. */
export function inOrder(needles: readonly Word[], hay: readonly Word[]): boolean {
  let at = 0;
  for (const word of hay) if (at < needles.length && sameWord(needles[at] as Word, word)) at++;
  return at === needles.length;
}

const sameSequence = (one: readonly Word[], other: readonly Word[]) =>
  one.length === other.length && one.every((word, at) => sameWord(word, other[at] as Word));

/** The same words, cut once and put the other way round. */
const isRotation = (one: readonly Word[], other: readonly Word[]) =>
  one.length === other.length &&
  one.some((_, at) => at > 0 && sameSequence([...one.slice(at), ...one.slice(0, at)], other));

/** Middle initials come and go; where both sides have some, they must be the same. */
function comparable(one: readonly Word[], other: readonly Word[]): [readonly Word[], readonly Word[]] {
  const middle = (words: readonly Word[]) =>
    words.some((word, at) => word.isInitial && at > 0 && at < words.length - 1);
  if (middle(one) && middle(other)) return [one, other];
  const bare = (words: readonly Word[]) =>
    words.filter((word, at) => !word.isInitial || at === 0 || at === words.length - 1);
  return [bare(one), bare(other)];
}

/** Compares Kombo's name with a whole name on the page. Each word counts once. */
export function compareNames(ours: Name, theirs: Name): Relation {
  if (ours.isUnspaced && theirs.isUnspaced) return compareJoined(ours.words, theirs.words);
  const [one, other] = comparable(ours.words, theirs.words);
  const isSolid = (words: readonly Word[]) => words.some((word) => !word.isInitial);
  if (sameSequence(one, other)) return isSolid(one) ? "equal" : "partly";
  if (isRotation(one, other)) return "swapped";
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const full = shorter.filter((word) => !word.isInitial).length > 1;
  if (full && !theirs.isCommaPair && inOrder(shorter, longer)) return "contains";
  return one.some((word) => other.some((theirWord) => isRelated(word, theirWord))) || isOtherScript(one, other)
    ? "partly"
    : "differs";
}

/** Scripts without blanks: the joined names must be equal as a whole. Kombo's last word is the family name. */
function compareJoined(ours: readonly Word[], theirs: readonly Word[]): Relation {
  const text = ours.map((word) => word.plain);
  const family = text.at(-1) ?? "";
  const given = text.slice(0, -1).join("");
  const forms = joinedForms(theirs);
  const ownForms = ours.length === 1 ? joinedForms(ours) : [family + given];
  if (forms.some((form) => ownForms.includes(form))) return "equal";
  if (ours.length > 1 && forms.includes(given + family)) return "swapped";
  const isShared = (form: string) =>
    form.startsWith(family) || (given !== "" && (form.startsWith(given) || form.endsWith(given)));
  return forms.some(isShared) ? "partly" : "differs";
}

/** The same word, its initial, or a word one letter away: reason enough to ask instead of refusing. */
function isRelated(one: Word, other: Word): boolean {
  if (sameWord(one, other)) return true;
  if (one.isInitial || other.isInitial) return one.plain[0] === other.plain[0];
  return isNear(one.plain, other.plain) || isShortForm(one.plain, other.plain);
}

/** "Chris" and "Christa": the beginning in common, as short and other forms of a given name have it. */
function isShortForm(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return [...shorter].length > 2 && longer.startsWith(shorter);
}

/** One letter more, less or other, in words of four letters and more. */
function isNear(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  if (shorter.length < 4 || longer.length - shorter.length > 1) return false;
  let head = 0;
  while (head < shorter.length && shorter[head] === longer[head]) head++;
  let tail = 0;
  while (tail < shorter.length - head && shorter.at(-1 - tail) === longer.at(-1 - tail)) tail++;
  return head + tail >= longer.length - 1;
}

const SCRIPTS = [
  "Latin",
  "Greek",
  "Cyrillic",
  "Arabic",
  "Hebrew",
  "Devanagari",
  "Thai",
  "Han",
  "Hiragana",
  "Katakana",
  "Hangul",
];
const SCRIPT_PATTERNS = SCRIPTS.map((script) => new RegExp(`\\p{sc=${script}}`, "u"));

/** Names in two scripts cannot be compared: "Taro Yamada" may well be 山田太郎. */
function isOtherScript(one: readonly Word[], other: readonly Word[]): boolean {
  const scripts = (words: readonly Word[]) => {
    const text = words.map((word) => word.plain).join("");
    return SCRIPT_PATTERNS.filter((pattern) => pattern.test(text));
  };
  const theirs = scripts(other);
  return !scripts(one).some((script) => theirs.includes(script));
}

/** One form for all spellings of one name: what a confirmation remembers. Words sorted, so that order does not matter. */
export function nameKey(text: string): string {
  const words = parseName(text)?.words ?? [];
  const joined = nameOf(words);
  if (joined.isUnspaced) return joinedForms(words).at(-1) ?? "";
  return words
    .map((word) => word.plain)
    .sort()
    .join(" ");
}

/** Whether two records, both written given name first, give one name. For two answers of Kombo about one candidate. */
export function sameRecordName(one: string, other: string): boolean {
  const [left, right] = [parseName(one), parseName(other)];
  if (!left || !right) return one === other;
  return sameSequence(left.words, right.words);
}

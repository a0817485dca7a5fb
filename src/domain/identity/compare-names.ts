import { isGeneric } from "./generic";
import { isOtherScript, isRelated } from "./likeness";
import { isFullName, type Name, parseName } from "./names";
import { joinedForms } from "./titles";
import { isUnspaced, sameWord, type Word } from "./words";

/**
 * How two names compare. `swapped`: the same words with the given name where the family name is expected. `contains`:
 * one of them is the other with more words. `partly`: something in common, or nothing that could be compared.
 */
export type Relation = "equal" | "swapped" | "contains" | "partly" | "differs";

/** Whether every word of `needles` stands in `hay`, in this order. */
function inOrder(needles: readonly Word[], hay: readonly Word[]): boolean {
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
  const beside = besideAnotherScript(ours, theirs);
  if (beside) return beside;
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

/**
 * One side in two scripts ("Zhang Sanfeng 张三丰"), most likely the name written twice: compared is the part in the other
 * side's script. Equal, it is still a name inside a longer one. Null where both sides mix scripts, or none does.
 */
function besideAnotherScript(ours: Name, theirs: Name): Relation | null {
  const isMixed = ({ words, isUnspaced: joined }: Name) => !joined && words.some(isUnspaced);
  if (isMixed(ours) === isMixed(theirs)) return null;
  const [mixed, plain] = isMixed(ours) ? [ours, theirs] : [theirs, ours];
  const part = { ...mixed, words: mixed.words.filter((word) => isUnspaced(word) === plain.isUnspaced) };
  const relation = compareNames(plain, { ...part, isUnspaced: plain.isUnspaced });
  if (relation !== "equal" && relation !== "swapped") return relation;
  return isFullName(plain) ? "contains" : "partly";
}

/** Scripts without blanks: the joined names must be equal as a whole. Kombo's last word is the family name. */
function compareJoined(ours: readonly Word[], theirs: readonly Word[]): Relation {
  const text = ours.map((word) => word.plain);
  const family = text.at(-1) ?? "";
  const given = text.slice(0, -1).join("");
  const forms = joinedForms(withoutLabels(theirs));
  const ownForms = ours.length === 1 ? joinedForms(ours) : [family + given];
  if (forms.some((form) => ownForms.includes(form))) return "equal";
  if (ours.length > 1 && forms.includes(given + family)) return "swapped";
  const isShared = (form: string) =>
    form.startsWith(family) || (given !== "" && (form.startsWith(given) || form.endsWith(given)));
  return forms.some(isShared) ? "partly" : "differs";
}

/** "候補者 山田太郎": a blank parts the label from the name. Labels alone stay, for they may be a name after all. */
function withoutLabels(words: readonly Word[]): readonly Word[] {
  const names = words.filter((word) => !isGeneric(word));
  return names.length > 0 ? names : words;
}

/** Whether two records, both written given name first, give one name. For two answers of Kombo about one candidate. */
export function sameRecordName(one: string, other: string): boolean {
  const [left, right] = [parseName(one), parseName(other)];
  if (!left || !right) return one === other;
  return sameSequence(left.words, right.words);
}

import { endsWord, fits, isWritable, plain } from "./characters";
import { LONGEST_NAME, type NameFormat, type TagRuleProblem, type TagRules } from "./rules";

/** Who adds a tag. */
export interface Adder {
  /** Whether this person may create tags. */
  mayCreate: boolean;
  /** Whether the tag is known to exist. */
  exists: boolean;
}

/** What speaks against adding a tag of this name; null when nothing does. Taking a tag away breaks no rule. */
export function tagRuleProblem(rules: TagRules, name: string, { mayCreate, exists }: Adder): TagRuleProblem | null {
  const characters = [...name];
  if (characters.length === 0 || characters.length > LONGEST_NAME) return "unwritable";
  if (!characters.every(isWritable)) return "unwritable";
  const listed = rules.allowed?.names.includes(name) === true;
  if (!listed) {
    if (rules.allowed !== null && !beginsWith(name, rules.allowed.prefixes)) return "not-allowed";
    if (!isFormatted(rules.format, name, characters)) return "format";
  }
  if (isForbidden(rules, characters)) return "forbidden";
  return mayCreate || exists || listed ? null : "not-yours";
}

/** Those of existing names that may be added. */
export function allowedNames(rules: TagRules | null, names: readonly string[]): readonly string[] {
  const anybody = { mayCreate: true, exists: true };
  return rules === null ? names : names.filter((name) => tagRuleProblem(rules, name, anybody) === null);
}

const beginsWith = (name: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => name.startsWith(prefix));

function isFormatted(format: NameFormat, name: string, characters: readonly string[]): boolean {
  if (characters.length < format.minLength || characters.length > format.maxLength) return false;
  if (format.prefixes.length > 0 && !beginsWith(name, format.prefixes)) return false;
  return characters.every((character) => fits(format, character));
}

function isForbidden({ forbiddenWords, forbiddenParts }: TagRules, characters: readonly string[]): boolean {
  if (forbiddenWords.length + forbiddenParts.length === 0) return false;
  const text = readAs(characters);
  return (
    said(forbiddenParts).some((part) => text.includes(part)) || said(forbiddenWords).some((word) => hasWord(text, word))
  );
}

/** Words as they are compared. One of nothing but unseen characters says nothing. */
const said = (words: readonly string[]): string[] =>
  words.map((word) => readAs([...word])).filter((word) => word.trim() !== "");

/** A text as it is compared with forbidden words: blanks in a row count as one. */
export const readAs = (characters: readonly string[]): string => characters.map(plain).join("").replace(/ +/g, " ");

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = [...text.slice(0, at)].at(-1) ?? " ";
    const after = [...text.slice(at + word.length)][0] ?? " ";
    if (endsWord(before) && endsWord(after)) return true;
  }
  return false;
}

import * as fc from "fast-check";
import { type CharacterKind, LONGEST_NAME, type TagRules } from "../../src/domain/tag-rules/rules";

/** Letters of several scripts, pairs that fold to one another, and characters nobody sees. */
const LETTERS = [..."aAeEsSßẞæÆœﬁﬀ㎏ǆıİσςΣéÉöÖñäクﾃ日निाعشД１1½①⁵ﷺ"];
const BETWEEN = [..." \u00a0\u2003-_/.,+#'\"\\", "\u200b", "\u00ad", "\u0301", "\u0308", "\ufe0f", "😀", "👩\u200d💻"];

const letter = fc.constantFrom(...LETTERS);
const between = fc.constantFrom(...BETWEEN);
const word = fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join(""));
const beginning = fc.oneof(word, fc.constantFrom("qt-", "Q:", "日本/"));
/** What refuses most names must be rare, or no name gets as far as the rules after it. */
const mostlyNull = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one });

const listed = fc.array(word, { maxLength: 3 });

const format = fc.record({
  minLength: fc.integer({ min: 1, max: 4 }),
  maxLength: fc.constantFrom(5, 12, LONGEST_NAME),
  letterCase: fc.constantFrom("any", "any", "lower", "upper"),
  characters: mostlyNull(
    fc.record({
      kinds: fc.subarray<CharacterKind>(["letters", "digits", "blank"], { minLength: 1 }),
      others: fc.constantFrom("", "-", "-+#/._'\"\\", "😀é"),
    }),
  ),
  prefixes: mostlyNull(fc.array(beginning, { maxLength: 2 })).map((prefixes) => prefixes ?? []),
}) satisfies fc.Arbitrary<TagRules["format"]>;

/** Rules of a company that means something or other by them. */
export const tagRules: fc.Arbitrary<TagRules> = fc.record({
  allowed: mostlyNull(fc.record({ names: listed, prefixes: fc.array(beginning, { maxLength: 2 }) })),
  forbiddenWords: listed,
  forbiddenParts: listed,
  format,
});

/** What people, and people who want round a rule, do to a word. */
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize("NFD"),
  (text) => text.normalize("NFKC"),
  (text) => [...text].join("\u200b"),
  (text) => `${text}s`,
  (text) => `-${text}-`,
  (text) => text.replaceAll("ss", "ß").replaceAll("fi", "ﬁ").replaceAll("ae", "æ"),
  (text) => text.replaceAll(" ", "\u00a0 "),
];

/** Names near what the rules speak of, and names that are not. */
export function namesFor(rules: TagRules): fc.Arbitrary<string> {
  const own = [
    ...rules.forbiddenWords,
    ...rules.forbiddenParts,
    ...rules.format.prefixes,
    ...(rules.allowed?.names ?? []),
    ...(rules.allowed?.prefixes ?? []),
  ];
  const said = own.length === 0 ? word : fc.constantFrom(...own);
  const disguised = fc.tuple(said, fc.constantFrom(...DISGUISES)).map(([text, disguise]) => disguise(text));
  const piece = fc.oneof(disguised, disguised, word, letter, between);
  return fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));
}

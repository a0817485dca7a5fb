/** What a company lets its recruiters add. One table, read by the browser and compiled for the relay. Lists may be empty. */
export interface TagRules {
  /** Names that may be added, letter by letter, and beginnings of such names; null = any name. */
  allowed: { names: readonly string[]; prefixes: readonly string[] } | null;
  /** Refused where they stand as words of their own, without regard to case, accents and characters nobody sees. */
  forbiddenWords: readonly string[];
  /** Refused anywhere in a name, inside other words too; compared in the same way. */
  forbiddenParts: readonly string[];
  /** How a name is written. A name that `allowed` lists in full may be written otherwise. */
  format: NameFormat;
}

export interface NameFormat {
  /** Counted in characters as Unicode counts them: an emoji of three parts is three. */
  minLength: number;
  maxLength: number;
  letterCase: "any" | "lower" | "upper";
  /** The characters a name is made of; null = any. */
  characters: { kinds: readonly CharacterKind[]; others: string } | null;
  /** Beginnings of which a name must have one; empty = any. */
  prefixes: readonly string[];
}

export type CharacterKind = "letters" | "digits" | "blank";

/** No system takes a longer name from us, whatever a company permits; counted as the format's lengths. */
export const LONGEST_NAME = 255;

/** What applies where a company has said nothing: every name. */
export const NO_TAG_RULES: TagRules = {
  allowed: null,
  forbiddenWords: [],
  forbiddenParts: [],
  format: { minLength: 1, maxLength: LONGEST_NAME, letterCase: "any", characters: null, prefixes: [] },
};

/** What a name breaks. `not-yours`: it would have to be created, and this person may not create tags. */
export type TagRuleProblem = "unwritable" | "not-allowed" | "format" | "forbidden" | "not-yours";

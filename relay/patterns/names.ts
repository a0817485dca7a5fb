import { fits, isWritable } from "../../src/domain/tag-rules/characters";
import { LONGEST_NAME, type NameFormat } from "../../src/domain/tag-rules/rules";
import { classOf, literal, rangesOf } from "./code-points";

/** A PCRE pattern of the names that can be written at all. */
export function writablePattern(): string {
  writable ??= classOf(rangesOf(isWritable));
  return `(*UTF)\\A${writable}{1,${LONGEST_NAME}}\\z`;
}

let writable: string | undefined;

/** A PCRE pattern of the names that are written as the format wants. */
export function formatPattern(format: NameFormat): string {
  const { minLength, maxLength, prefixes } = format;
  const begin = prefixes.length === 0 ? "" : `(?=${beginnings(prefixes)})`;
  const character = classOf(rangesOf((one) => fits(format, one)));
  return `(*UTF)\\A${begin}${character}{${minLength},${maxLength}}\\z`;
}

/** A PCRE pattern of the names with one of these beginnings. */
export const prefixPattern = (prefixes: readonly string[]): string => `(*UTF)\\A${beginnings(prefixes)}`;

const beginnings = (prefixes: readonly string[]): string => `(?:${prefixes.map(literal).join("|")})`;

import { bodyOf } from "./dom";
import { thisPlace } from "./place";
import { visibleText } from "./walk";

/** Signs with a meaning in a pattern. */
const SIGNS = /[\\^$.*+?()[\]{}|/-]/g;

/**
 * A name as this page writes it where a person can read it: its words in order, or turned around. Null when it stands
 * nowhere: then the page must not learn it.
 */
export function writtenName(name: string): string | null {
  const body = bodyOf(document);
  const words = name.normalize("NFC").split(/\s+/).filter(Boolean);
  if (!body || words.length === 0) return null;
  const text = visibleText(body, thisPlace()).normalize("NFC");
  const turned = [...words.slice(-1), ...words.slice(0, -1)];
  return find(words, text) ?? (words.length > 1 ? find(turned, text) : null);
}

function find(words: readonly string[], text: string): string | null {
  const pattern = words.map((word) => word.replace(SIGNS, "\\$&")).join("[\\s,]+");
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "iu").exec(text);
  return found ? found[0].replace(/\s+/g, " ") : null;
}

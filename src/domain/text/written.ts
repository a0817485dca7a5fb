/** Signs with a meaning in a pattern. */
const SIGNS = /[\\^$.*+?()[\]{}|]/g;

/** A name as a text writes it: its words in order, or with the last one first. Null where it stands nowhere. */
export function writtenIn(text: string, name: string): string | null {
  const words = name.normalize("NFC").split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const given = text.normalize("NFC");
  const turned = [...words.slice(-1), ...words.slice(0, -1)];
  return find(words, given) ?? (words.length > 1 ? find(turned, given) : null);
}

function find(words: readonly string[], text: string): string | null {
  const pattern = words.map((word) => word.replace(SIGNS, "\\$&")).join("[\\s,]+");
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "iu").exec(text);
  return found ? found[0].replace(/\s+/g, " ") : null;
}

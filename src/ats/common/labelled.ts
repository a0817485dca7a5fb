import { leadingNumber } from "../../domain/text/numbers";

/** What may stand between a label and its number. Line breaks too: the value is often in a cell of its own. */
const BETWEEN = /^[\s\u200b\u200e\u200f\u2066-\u2069\ufeff:：=(№#.|–-]{0,12}/;

/** The label as people may have written it: any letter case, any blank between its words. */
function pattern(label: string): RegExp {
  const words = label.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("\\s{1,3}")}`, "giu");
}

/**
 * The number that stands after one of these labels in a page's text, separators dropped. Pages repeat a label, so all
 * places are looked at; null when they give several different numbers.
 */
export function labelledNumber(text: string, labels: readonly string[]): string | null {
  const found = new Set<string>();
  for (const label of labels) {
    for (const { 0: match, index } of text.matchAll(pattern(label))) {
      const after = text.slice(index + match.length, index + match.length + 60).replace(BETWEEN, "");
      const number = leadingNumber(after);
      if (number) found.add(number);
    }
  }
  return found.size === 1 ? [...found][0]! : null;
}

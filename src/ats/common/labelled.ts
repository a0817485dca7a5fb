/** Where a label may stand in the visible text; pages repeat it, so all places are looked at. */
const NUMBER_AFTER = /^[\s:#.|–-]{0,8}([1-9]\d{0,18})(?!\w)/;

/** The number that stands after one of these labels in a page's text; null when there are several different ones. */
export function labelledNumber(text: string, labels: readonly string[]): string | null {
  const found = new Set<string>();
  for (const label of labels) {
    for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + label.length)) {
      const number = NUMBER_AFTER.exec(text.slice(at + label.length, at + label.length + 40))?.[1];
      if (number) found.add(number);
    }
  }
  return found.size === 1 ? [...found][0]! : null;
}

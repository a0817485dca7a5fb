/** Insertions, deletions, substitutions and swaps of neighbours that turn one text into another. */

// Kept between calls: one keystroke may compare thousands of names.
let row: number[] = [];
let before: number[] = [];
let beforeThat: number[] = [];

/** Fills the table row by row until its last row is in `row`; false once every way costs more than `max`. */
function fill(a: string, b: string, from: number, width: number, max: number): boolean {
  for (let j = 0; j <= Math.min(width, max + 1); j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const free = beforeThat;
    beforeThat = before;
    before = row;
    row = free;
    // Further from the diagonal than `max` nothing is cheap enough; the cells at the rim count as too dear.
    const first = Math.max(1, i - max);
    const last = Math.min(width, i + max);
    let least = first === 1 ? i : max + 1;
    row[first - 1] = least;
    const code = a.charCodeAt(i - 1);
    for (let j = first; j <= last; j++) {
      const other = b.charCodeAt(from + j - 1);
      let cost = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (code === other ? 0 : 1));
      const swapped = i > 1 && j > 1 && code === b.charCodeAt(from + j - 2) && a.charCodeAt(i - 2) === other;
      if (swapped) cost = Math.min(cost, beforeThat[j - 2]! + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (last < width) row[last + 1] = max + 1;
    if (least > max) return false;
  }
  return true;
}

/** Edits between two texts; anything above `max` comes back as `max + 1`. */
export function edits(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  if (a === b) return 0;
  return fill(a, b, 0, b.length, max) ? Math.min(row[b.length]!, max + 1) : max + 1;
}

/** How cheaply `typed` becomes some beginning of `text.slice(from)`, and where that ends; null above `max`. */
export function prefixEdits(
  typed: string,
  text: string,
  from: number,
  max: number,
): { cost: number; end: number } | null {
  const width = Math.min(text.length - from, typed.length + max);
  if (width < typed.length - max || !fill(typed, text, from, width, max)) return null;
  let best = width;
  for (let j = width - 1; j >= Math.max(1, typed.length - max); j--) if (row[j]! < row[best]!) best = j;
  const cost = row[best]!;
  return cost <= max ? { cost, end: from + best } : null;
}

/** Bits set in a 32-bit number. */
export function bits(number: number): number {
  let n = number - ((number >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

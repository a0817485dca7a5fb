/** Narrower than the blanks of a text, wider than the padding of a highlighted word. */
const BLANK_EM = 0.24;
/** As wide as only columns stand apart. */
const COLUMN_EM = 3;
/** So much text at either side is measured: a word or two. */
const NEAR = 40;
/** Pages where more texts than this touch are no longer measured. */
const MAX_MEASURED = 3000;
/** Scripts that run from right to left: where runs of them lie says nothing about what follows what. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * What a person sees between two texts that follow each other without a blank in the page's source: nothing (a name cut
 * by `<b>`), a gap that a margin makes (a badge behind a name), or the next column.
 */
export class Gaps {
  readonly #range = new Range();
  #measured = 0;

  between(before: Text, after: Text): "" | " " | "\n" {
    if (RIGHT_TO_LEFT.test(before.data.slice(-NEAR) + after.data.slice(0, NEAR))) return "";
    if (++this.#measured > MAX_MEASURED) return "";
    const ends = this.#rects(before, before.length - NEAR, before.length);
    const starts = this.#rects(after, 0, NEAR);
    const gap = Math.min(...ends.flatMap((end) => starts.map((start) => distance(end, start))));
    // One pixel is rounding; on different lines a word is only broken.
    if (gap <= 1 || gap === Number.POSITIVE_INFINITY) return "";
    const em = Number.parseFloat(getComputedStyle(after.parentElement as Element).fontSize);
    if (gap < BLANK_EM * em) return "";
    return gap < COLUMN_EM * em ? " " : "\n";
  }

  #rects(text: Text, start: number, end: number): DOMRect[] {
    this.#range.setStart(text, Math.max(0, start));
    this.#range.setEnd(text, Math.min(text.length, end));
    return [...this.#range.getClientRects()];
  }
}

/** How far two rectangles of one line are apart. */
function distance(one: DOMRect, other: DOMRect): number {
  if (one.bottom <= other.top || other.bottom <= one.top) return Number.POSITIVE_INFINITY;
  return Math.max(other.left - one.right, one.left - other.right, 0);
}

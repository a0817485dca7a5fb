/** "1–25 of 412", "1 bis 25 von 412", "1 à 25 sur 412": the words lists use for what they show. */
const SHOWN =
  /(?:^|\s)(\d[\d.,\xa0\u202f]{0,8})\s?(?:[-–—]|to|bis|à|al?|tot)\s?(\d[\d.,\xa0\u202f]{0,8}) (?:of|von|sur|de|di|su|van) (\d[\d.,\xa0\u202f]{0,10})(?=\s|$)/gi;

/** Thousands are parted by a point, a comma, or a blank that does not break. */
const numberOf = (text: string | undefined) => Number(text?.replace(/\D/g, ""));

/**
 * How many rows a page's text says its list has, and how many of them it shows; null when it shows all or says nothing.
 * Pages of a list are of one size, but for the last: so dates ("3 a 5 de 2026") are none.
 */
export function shownOf(text: string): { told: number; loaded: number } | null {
  for (const [, first, last, all] of text.matchAll(SHOWN)) {
    const [from, to, told] = [numberOf(first), numberOf(last), numberOf(all)];
    const loaded = to - from + 1;
    const isPage = loaded > 0 && to <= told && (to === told || (from - 1) % loaded === 0);
    if (isPage && loaded < told) return { told, loaded };
  }
  return null;
}

import type { PageFacts, PageText } from "../../domain/facts";

/** The text of pages as they were read for open popups. In memory only, and forgotten with the last popup. */
const texts = new Map<number, PageText & { url: string }>();

/** Keeps the text a popup may ask for. */
export function keepPageText(tabId: number, { urlAfter, text, places }: PageFacts): void {
  texts.set(tabId, { url: urlAfter, text, ...(places !== undefined && { places }) });
}

/** The text of the page in a tab as it was read at this address; null when it was not, or the tab moved on since. */
export function pageText(tabId: number, pageUrl: string): PageText | null {
  const kept = texts.get(tabId);
  if (kept?.url !== pageUrl) return null;
  const { url: _, ...text } = kept;
  return text;
}

export function forgetPageTexts(): void {
  texts.clear();
}

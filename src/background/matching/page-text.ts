import type { PageFacts, PageText } from "../../domain/facts";

/** The text of pages as they were read for open popups and panels. In memory only, until it is asked for or the last is closed. */
const texts = new Map<number, PageText & { url: string }>();

/** Keeps the text that a popup or panel may ask for. */
export function keepPageText(tabId: number, { urlAfter, text, places }: PageFacts): void {
  texts.set(tabId, { url: urlAfter, text, ...(places !== undefined && { places }) });
}

/** Hands over the text of a tab's page, once; null when it was not read at this address. */
export function pageText(tabId: number, pageUrl: string): PageText | null {
  const kept = texts.get(tabId);
  texts.delete(tabId);
  if (kept?.url !== pageUrl) return null;
  const { url: _, ...text } = kept;
  return text;
}

export function forgetPageTexts(): void {
  texts.clear();
}

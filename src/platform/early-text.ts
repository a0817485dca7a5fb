import type { Language } from "../domain/language";
import { browser } from "./browser";
import type { Catalogue } from "./text";

/**
 * The few texts a page shows before its catalogue is there. In the browser's language they are in `_locales`
 * (scripts/texts.mjs leaves them there); in another that was chosen, they are kept here.
 */
export const EARLY_KEYS = ["tag_label", "tag_placeholder"] as const;

const ITEM = "early-texts";

type EarlyTexts = Partial<Record<(typeof EARLY_KEYS)[number], string>>;

export function earlyText(key: (typeof EARLY_KEYS)[number]): string {
  return keptTexts()[key] || browser.i18n.getMessage(key);
}

/** Keeps the early texts of a chosen language for the next opening; forgets them for the browser's own (null). */
export function keepEarlyTexts(chosen: Language | null, { get }: Catalogue): void {
  // The worker has no such storage and shows no page.
  if (typeof localStorage === "undefined") return;
  try {
    if (chosen === null) localStorage.removeItem(ITEM);
    else localStorage.setItem(ITEM, JSON.stringify(Object.fromEntries(EARLY_KEYS.map((key) => [key, get(key)]))));
  } catch {
    // Without it the label is in the browser's language for a moment.
  }
}

function keptTexts(): EarlyTexts {
  try {
    return (JSON.parse(localStorage.getItem(ITEM) ?? "{}") as EarlyTexts | null) ?? {};
  } catch {
    return {};
  }
}

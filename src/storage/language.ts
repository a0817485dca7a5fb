import { isLanguage, type Language } from "../domain/language";
import { browser } from "../platform/browser";
import { browserLanguage, readCatalogue } from "../platform/catalogue";
import { keepEarlyTexts } from "../platform/early-text";
import { hasCatalogue, showCatalogue } from "../platform/text";
import { onStoreChange } from "./changes";
import { SETTINGS_ITEM } from "./items";

let loading: Promise<void> | null = null;
/** How many times texts were asked for: of two languages chosen quickly the later one counts, whichever is read first. */
let asked = 0;

/** Waits until texts can be shown, in the language that was chosen in the settings or the browser's. Read once. */
export function loadTexts(): Promise<void> {
  return loading ?? (hasCatalogue() ? Promise.resolve() : reloadTexts());
}

/** Reads the texts again, after another language was chosen. Should that fail, those shown so far stay. */
export function reloadTexts(): Promise<void> {
  const mine = load(++asked).catch((error) => {
    if (loading === mine) loading = null;
    if (!hasCatalogue()) throw error;
  });
  loading = mine;
  return mine;
}

/** Calls back when texts can be shown, and again after each choice of another language. */
export async function withTexts(show: () => void): Promise<void> {
  await loadTexts();
  show();
  onStoreChange((store) => {
    if (store === "language") void reloadTexts().then(show);
  });
}

async function load(which: number): Promise<void> {
  const chosen = await chosenLanguage();
  const catalogue = await readCatalogue(chosen ?? browserLanguage());
  // A later one is under way, and was chosen later.
  if (which !== asked && hasCatalogue()) return;
  showCatalogue(catalogue);
  keepEarlyTexts(chosen, catalogue);
}

/** Null: the browser's. What cannot be read must not cost the texts. */
async function chosenLanguage(): Promise<Language | null> {
  const stored = await browser.storage.local.get(SETTINGS_ITEM).catch(() => ({}) as Record<string, unknown>);
  const { language } = (stored[SETTINGS_ITEM] ?? {}) as { language?: unknown };
  return isLanguage(language) ? language : null;
}

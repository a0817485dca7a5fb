import { isLanguage, type Language } from "../domain/language";
import { browser } from "../platform/browser";
import { browserLanguage, readCatalogue } from "../platform/catalogue";
import { keepEarlyTexts } from "../platform/early-text";
import { hasCatalogue, showCatalogue } from "../platform/text";
import { onStoreChange } from "./changes";
import { SETTINGS_ITEM } from "./items";

let loading: Promise<void> | null = null;

/** Waits until texts can be shown, in the language that was chosen in the settings or the browser's. Read once. */
export function loadTexts(): Promise<void> {
  if (loading === null && hasCatalogue()) return Promise.resolve();
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** Reads the texts again, after another language was chosen. */
export function reloadTexts(): Promise<void> {
  loading = load();
  return loading;
}

/** Calls back when texts can be shown, and again after each choice of another language. */
export async function withTexts(show: () => void): Promise<void> {
  await loadTexts();
  show();
  onStoreChange((store) => {
    if (store === "language") void reloadTexts().then(show);
  });
}

async function load(): Promise<void> {
  const chosen = await chosenLanguage();
  const catalogue = await readCatalogue(chosen ?? browserLanguage());
  showCatalogue(catalogue);
  keepEarlyTexts(chosen, catalogue);
}

/** Null: the browser's. What cannot be read must not cost the texts. */
async function chosenLanguage(): Promise<Language | null> {
  const stored = await browser.storage.local.get(SETTINGS_ITEM).catch(() => ({}) as Record<string, unknown>);
  const { language } = (stored[SETTINGS_ITEM] ?? {}) as { language?: unknown };
  return isLanguage(language) ? language : null;
}

import { type Language, languageFor } from "../domain/language";
import { browser } from "./browser";
import type { Catalogue } from "./text";

/**
 * The texts of one language, read from the extension's own files: the texts in the order of their keys, and the keys once
 * for all languages. scripts/texts.mjs makes them from `_locales`.
 */
export async function readCatalogue(language: Language): Promise<Catalogue> {
  const [keys, texts] = await Promise.all([readList("keys"), readList(language)]);
  const places = new Map(keys.map((key, at) => [key, at]));
  return {
    language,
    get(key) {
      const place = places.get(key);
      return place === undefined ? undefined : texts[place];
    },
  };
}

async function readList(name: string): Promise<string[]> {
  const answer = await fetch(browser.runtime.getURL(`texts/${name}.json`));
  return answer.json();
}

/** The browser's language, or the one that stands in for it. */
export const browserLanguage = (): Language => languageFor(browser.i18n.getUILanguage());

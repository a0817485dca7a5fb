import { isLanguage, LANGUAGES, type Language } from "../domain/language";
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

/** The language the browser itself chose among ours, as for the extension's name and shortcuts. */
export function browserLanguage(): Language {
  const chosen = browser.i18n.getMessage("language_code");
  return isLanguage(chosen) ? chosen : LANGUAGES[0];
}

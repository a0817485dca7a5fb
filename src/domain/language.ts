/** The languages there are texts in; the first stands in for every other. */
export const LANGUAGES = ["en", "de", "es", "fr", "it", "nl"] as const;

export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => (LANGUAGES as readonly unknown[]).includes(value);

/** The language of ours for one a browser names, such as "de-AT". */
export function languageFor(tag: string): Language {
  const language = tag.toLowerCase().split(/[-_]/)[0];
  return isLanguage(language) ? language : LANGUAGES[0];
}

/** The languages there are texts in; the first stands in for every other. */
export const LANGUAGES = ["en", "de", "es", "fr", "it", "nl"] as const;

export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => (LANGUAGES as readonly unknown[]).includes(value);

import type messages from "../../public/_locales/en/messages.json";
import { browser } from "./browser";

/** Every key there is; a missing one does not compile. */
export type TextKey = keyof typeof messages;

/** A text in the person's language; substitutions fill `$1`, `$2`, … in order. */
export function text(key: TextKey, ...substitutions: readonly (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String));
}

/** The language the texts are in: the browser's, or English where there is no translation. With the browser's region, for dates. */
export function language(): string {
  const translated = text("language_code");
  const browsers = browser.i18n.getUILanguage();
  return browsers.split("-")[0] === translated ? browsers : translated;
}

/** Keys that come in one form per plural category: `x_one`, `x_other`, … */
export type PluralKey = TextKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

/** The form of a text that fits the number, which is its first substitution. */
export function plural(key: PluralKey, count: number, ...substitutions: readonly (string | number)[]): string {
  const category = new Intl.PluralRules(language()).select(count);
  const shown = new Intl.NumberFormat(language()).format(count);
  const fitting = browser.i18n.getMessage(`${key}_${category}`, [shown, ...substitutions.map(String)]);
  return fitting || text(`${key}_other` as TextKey, shown, ...substitutions);
}

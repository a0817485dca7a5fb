import type messages from "../../public/_locales/en/messages.json";
import { browser } from "./browser";

/** Every key there is; a missing one does not compile. */
export type TextKey = keyof typeof messages;

/** All texts of one language. `get` gives a text with `$1`, `$2`, … in the places of what it is filled with. */
export interface Catalogue {
  language: string;
  get(key: string): string | undefined;
}

let shown: Catalogue | null = null;

/** The catalogue that `text` reads from now on. */
export function showCatalogue(catalogue: Catalogue): void {
  shown = catalogue;
}

/** Whether `text` can be used yet. */
export const hasCatalogue = (): boolean => shown !== null;

function catalogue(): Catalogue {
  // A text before its catalogue is a mistake of ours, not something to show half of.
  if (!shown) throw new Error("no texts yet: await loadTexts() first");
  return shown;
}

/** A text in the person's language; substitutions fill `$1`, `$2`, … in order. Only after `loadTexts`. */
export function text(key: TextKey, ...substitutions: readonly (string | number)[]): string {
  return filled(catalogue().get(key) ?? "", substitutions);
}

function filled(message: string, substitutions: readonly (string | number)[]): string {
  return message.replace(/\$(\d)/g, (_, place: string) => String(substitutions[Number(place) - 1] ?? ""));
}

/** The language the texts are in, with the browser's region where it is the browser's language: for dates and numbers. */
export function language(): string {
  const browsers = browser.i18n.getUILanguage();
  return browsers.split("-")[0] === catalogue().language ? browsers : catalogue().language;
}

/** Keys that come in one form per plural category: `x_one`, `x_other`, … */
export type PluralKey = TextKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

/** The form of a text that fits the number, which is its first substitution. */
export function plural(key: PluralKey, count: number, ...substitutions: readonly (string | number)[]): string {
  const category = new Intl.PluralRules(language()).select(count);
  const all = [new Intl.NumberFormat(language()).format(count), ...substitutions];
  const message = catalogue().get(`${key}_${category}`) || catalogue().get(`${key}_other`);
  return filled(message ?? "", all);
}

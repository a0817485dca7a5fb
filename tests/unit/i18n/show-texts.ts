import { showCatalogue } from "../../../src/platform/text";
import { LANGUAGES } from "./read";

/** Shows the texts of a language, or whatever `get` gives for a key, as a page does once its catalogue is read. */
export function showTexts(language: string, get = textsOf(language)): void {
  showCatalogue({ language, get });
}

/** A language's texts as the build ships them: with `$1` where translators read a name. */
export function textsOf(language: string): (key: string) => string | undefined {
  const messages = LANGUAGES.get(language) ?? {};
  return (key) => {
    const { message, placeholders = {} } = messages[key] ?? {};
    return message?.replace(/\$(\w+)\$/g, (whole, name: string) => placeholders[name.toLowerCase()]?.content ?? whole);
  };
}

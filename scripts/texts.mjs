// From translators' files to what is shipped: browsers keep the few texts they show themselves, the others go into one
// list per language, of which Quicktag reads the one it shows.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Needed before a catalogue is read: which one, and `EARLY_KEYS` of src/platform/early-text.ts. */
export const EARLY = ["language_code", "tag_label", "tag_placeholder"];

/**
 * Splits the texts of a built extension.
 * @param {string} folder of the build, with `_locales` and `manifest.json`
 */
export function splitTexts(folder) {
  const manifest = readFileSync(`${folder}/manifest.json`, "utf8");
  const browsers = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key = ""]) => key).concat(EARLY);
  const languages = readdirSync(`${folder}/_locales`);
  const keys = Object.keys(read(folder, "en")).sort();
  mkdirSync(`${folder}/texts`, { recursive: true });
  writeFileSync(`${folder}/texts/keys.json`, JSON.stringify(keys));
  for (const language of languages) {
    const texts = read(folder, language);
    writeFileSync(`${folder}/texts/${language}.json`, JSON.stringify(keys.map((key) => texts[key] ?? "")));
    const kept = Object.fromEntries(browsers.map((key) => [key, { message: texts[key] ?? "" }]));
    writeFileSync(pathOf(folder, language), JSON.stringify(kept));
  }
}

/**
 * The texts of a language, with `$1` where translators read a name: browsers take both.
 * @param {string} folder
 * @param {string} language
 * @returns {Record<string, string>}
 */
function read(folder, language) {
  /** @type {Record<string, { message: string, placeholders?: Record<string, { content: string }> }>} */
  const texts = JSON.parse(readFileSync(pathOf(folder, language), "utf8"));
  return Object.fromEntries(
    Object.entries(texts).map(([key, { message, placeholders = {} }]) => {
      const put = (/** @type {string} */ whole, /** @type {string} */ name) =>
        placeholders[name.toLowerCase()]?.content ?? whole;
      return [key, message.replace(/\$(\w+)\$/g, put)];
    }),
  );
}

/**
 * @param {string} folder
 * @param {string} language
 */
const pathOf = (folder, language) => `${folder}/_locales/${language}/messages.json`;

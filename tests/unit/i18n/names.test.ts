import { expect, it } from "vitest";
import type { Language } from "../../../src/domain/language";
import { LANGUAGES } from "./read";

/** One name for one thing: what a text must not say, and what it says instead. */
const NOT: [Language, RegExp, string][] = [
  ["en", /[“”]/, 'straight quotes: "…"'],
  ["en", /\b(discard|withdraw|abort)/i, "Cancel"],
  ["en", /\btak(e|en) back\b/i, "Undo, but for an access that was given"],
  ["en", /\bGo on\b/, "Resume"],
  ["en", /\bmend/i, "fix"],
  ["en", /\bwhat waits\b/i, "everything waiting"],
  ["de", /"/, "German quotes: „…“"],
  ["de", /Eingabetaste|\+Eingabe/, "Enter"],
  ["de", /\bFirm(a|en)\b/, "Unternehmen"],
  ["de", /Kandidat(?!en-ID|endaten)/, "Person, or Profil for a page"],
  ["de", /[Nn]ichts wurde/, "Es wurde nichts …"],
  ["de", /Verwerfen|Zurückziehen/, "Abbrechen"],
  ["es", /"/, "quotes: “…”"],
  ["es", /\busted/i, "tú"],
  ["es", /(?<![$/])\btags?\b(?!\$)|rótulo/i, "etiqueta"],
  ["fr", /["']/, "« … » and ’"],
  ["fr", / [:;!?»]|« |\u202f/, "a no-break space at marks"],
  ["fr", /étiquette|mots?-clés?/i, "tag"],
  ["fr", /(?<!\p{L})(?:tu|ton|tes)(?!\p{L})/iu, "vous"],
  ["it", /"/, "quotes: “…”"],
  ["it", /etichett/i, "tag"],
  ["nl", /"/, "quotes: “…”"],
  ["nl", /\b(?:u|uw)\b/i, "je"],
];

it.each(NOT)("no text in %s says %s (%s)", (language, words, _instead) => {
  const texts = Object.entries(LANGUAGES.get(language) ?? {}).filter(([key]) => !key.startsWith("site_"));
  expect(texts.filter(([, { message }]) => words.test(message)).map(([key]) => key)).toEqual([]);
});

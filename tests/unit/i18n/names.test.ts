import { expect, it } from "vitest";
import de from "../../../public/_locales/de/messages.json";
import en from "../../../public/_locales/en/messages.json";

/** One name for one thing: what a text must not say, and what it says instead. */
const NOT: ["en" | "de", RegExp, string][] = [
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
];

it.each(NOT)("no text in %s says %s (%s)", (language, words, _instead) => {
  const texts = Object.entries(language === "en" ? en : de).filter(([key]) => !key.startsWith("site_"));
  expect(texts.filter(([, { message }]) => words.test(message)).map(([key]) => key)).toEqual([]);
});

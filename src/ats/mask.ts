import { lazyRegExp } from "../domain/text/lazy-reg-exp";

/** Words of routes and titles that say what kind of page it is and never who is on it. */
const PLAIN_WORDS = new Set(
  (
    "a add admin all an and api app application applications applicant applicants apply ats bewerber bewerbung bewerbungen " +
    "board by calendar candidate candidates card cards career careers company contact contacts d dashboard data de " +
    "detail details do document documents edit en entity feed file files folder form fr full history home hr id ids in index " +
    "info inbox inst interview interviews item items job jobs jobseeker kandidat kandidaten lead leads list login mail main " +
    "me message messages modal module new note notes o of offer offers open opening openings org organization overview page " +
    "pages panel people person persons pipeline pool pools position positions profile profiles project projects public " +
    "recruit recruiting recruitment report reports requisition requisitions resume resumes review search settings show sourcing " +
    "stage stages staff status step steps tab table tag tags talent talents task tasks team teams the timeline to ui user users " +
    "vacancies vacancy v view views web workflow www"
  ).split(" "),
);
const WORDS = lazyRegExp(String.raw`[\p{L}\p{N}\p{M}]+`, "gu");

function piece(text: string): string {
  if (/^\d+$/.test(text)) return `9{${text.length}}`;
  if (PLAIN_WORDS.has(text.toLowerCase())) return text;
  if (/^[0-9a-f]{8,}$/i.test(text) && /\d/.test(text)) return `<hex ${text.length}>`;
  return /\d/.test(text) ? `<mix ${text.length}>` : `x{${text.length}}`;
}

/** One word with its shape only. */
export function maskedWord(text: string): string {
  return text === "" ? "" : piece(text);
}

/** At most this much is looked at: a longer text is not a segment but data. */
const MAX_TEXT = 200;

/**
 * A text with its shape only: numbers as `9{n}`, UUIDs, e-mail addresses and hex by kind, unknown words as `x{n}`.
 * Marks between the words are kept.
 */
export function maskedText(text: string): string {
  if (text.length > MAX_TEXT) return `<long ${text.length}>`;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)) return "<uuid>";
  return text
    .split(" ")
    .map((word) => (word.includes("@") ? "<email>" : word.replace(WORDS(), maskedWord)))
    .join(" ");
}

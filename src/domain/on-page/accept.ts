import { lazyRegExp } from "../text/lazy-reg-exp";
import type { Standing } from "./lines";
import type { Demand } from "./prepare";

/** How a name stands in its line: as all of it, as a piece of a list, or among other words. */
export type Form = "whole" | "piece" | "sentence";

const PIECE_BEFORE = /(?:^|[,;|·•、，；،/(–—]|\s-)\s*(?:(?:and|or|und|oder|et|ou|y|o|e|ve|i|en|и)\s+)?$/i;
const PIECE_AFTER =
  /^\s*(?:\([^)]{0,24}\)\s*)?(?:$|[,;|·•、，；،/–—).]|-\s|(?:and|or|und|oder|et|ou|y|o|e|ve|i|en|и)\s)/i;
/** A sentence that only has a comma in it has longer pieces. */
const MAX_PIECE_WORDS = 4;

/** How the piece `[start, end)` of a line stands in it. */
export function formOf(line: string, start: number, end: number): Form {
  const before = line.slice(0, start);
  const after = line.slice(end);
  if (/^[\s•·*-]*$/.test(before) && /^[\s.]*$/.test(after)) return "whole";
  if (!PIECE_BEFORE.test(before) || !PIECE_AFTER.test(after)) return "sentence";
  const pieces = line.split(/[,;|·•、，；،]/);
  const words = line.trim().split(/\s+/).length;
  return words / pieces.length <= MAX_PIECE_WORDS ? "piece" : "sentence";
}

export interface Found {
  /** The line, or what of it is around the name. */
  text: string;
  standing: Standing;
  form: Form;
  start: number;
  end: number;
  /** The tag's name. */
  name: string;
  demand: Demand;
  /** The page's language writes every noun with a capital. */
  nounCapitals: boolean;
}

/** Whether the tag is meant here: said of the candidate, not denied, and no ordinary word. */
export function accepts(found: Found): boolean {
  const { standing, form, demand } = found;
  if (demand.exact && !isExact(found)) return false;
  if (demand.ordinary && !isDeclared(found)) return false;
  return form !== "sentence" || standing === "declared" || !isDenied(found);
}

function isDeclared({ text, standing, form, start, end, nounCapitals }: Found): boolean {
  if (standing === "note") return false;
  if (form === "sentence") {
    return !nounCapitals && standing !== "heading" && hasOwnCapital(text, start, end) && !isInTitle(text, start, end);
  }
  return standing !== "content" || form === "piece";
}

/** Joined to another word, a short one is part of that: `Objective-C`, `R. Sample`, `go-to-market`. */
const JOINED = /[-.&'’_@]/;

function isExact({ text, standing, form, start, end, name }: Found): boolean {
  const written = text.slice(start, end);
  if (name.length <= 2 && (JOINED.test(text[start - 1] ?? "") || /[-&'’_@]/.test(text[end] ?? ""))) return false;
  if (name.length === 1 && /^\.\s*\S/.test(text.slice(end))) return false;
  if (form !== "sentence") return standing !== "note" || written === name;
  if (written !== name) return false;
  // Abbreviations are seen by their capitals, but not in a line that has no other letters.
  if (name.length <= 3 && name === name.toUpperCase() && name.length > 1) return text !== text.toUpperCase();
  return name.length > 2 || hasOwnCapital(text, start, end);
}

const CAPITAL = lazyRegExp("^\\p{Lu}", "u");

/** A capital that is the word's own: not at the beginning of the line or of a sentence, and not in a line of capitals. */
function hasOwnCapital(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start).trimEnd();
  if (!CAPITAL().test(text.slice(start, end)) || before === "" || /[.!?:•…]["”»)]?$/.test(before)) return false;
  return text !== text.toUpperCase();
}

const CAPITAL_BEFORE = lazyRegExp("\\p{Lu}[\\p{L}\\p{M}]*\\s$", "u");
const CAPITAL_AFTER = lazyRegExp("^\\s\\p{Lu}", "u");

/** Among other words with capitals a word belongs to a name or title: `Product Manager`. */
const isInTitle = (text: string, start: number, end: number): boolean =>
  CAPITAL_BEFORE().test(text.slice(0, start)) || CAPITAL_AFTER().test(text.slice(end));

const DENIED_BEFORE =
  /(?:^|[\s,('’])(?:not|no|never|without|don't|doesn't|isn't|nobody|nicht|kein\w*|ohne|nie|pas|sans|jamais|ni|sin|nunca|senza|non|niet|geen|nie|bez|не|нет|без|לא|ללא|ليس|بدون)(?:\s+\S+){0,6}\s*\S*$/iu;
const DENIED_AFTER =
  /^[^.,;!?、。，]{0,24}(?:\s(?:nicht|not|impossible|imposible)\b|istemiyor|ない|不要|は不|不可)|^\s+(?:lieber\s)?nicht\b/iu;

/** Said of somebody it does not fit: `not a React person`, `Nachtschicht lieber nicht`. */
function isDenied({ text, start, end }: Found): boolean {
  const before = text.slice(0, start);
  const sentence = before.slice(
    Math.max(0, ...[". ", "; ", "! ", "? ", "。"].map((stop) => before.lastIndexOf(stop) + 1)),
  );
  return DENIED_BEFORE.test(sentence) || DENIED_AFTER.test(text.slice(end));
}

import { patternFor } from "./letters";
import type { Word } from "./words";

/** More places than this and the page is a list; the rest says nothing new. */
const MAX_BLOCKS = 200;
const WINDOW = 200;

export interface Block {
  start: number;
  text: string;
}

/** The blocks, or windows of long ones, in which the pattern is met. */
export function* blocksWith(text: string, pattern: RegExp, reach = WINDOW): Generator<Block> {
  let done = 0;
  for (let count = 0; count < MAX_BLOCKS; count++) {
    // Patterns are shared, so the place to go on from is kept here.
    pattern.lastIndex = done;
    const hit = pattern.exec(text);
    if (!hit) return;
    const start = Math.max(text.lastIndexOf("\n", hit.index) + 1, hit.index - reach);
    const lineEnd = text.indexOf("\n", hit.index);
    const end = lineEnd === -1 ? text.length : lineEnd;
    // Windows overlap: a name may begin in one and end behind it.
    done = Math.max(Math.min(end, hit.index + reach / 2), hit.index + 1);
    yield { start, text: text.slice(start, Math.min(end, hit.index + reach)) };
  }
}

/** Whether a word may stand in a short text; it is looked at properly later. */
export function mayHold(text: string, word: Word): boolean {
  const pattern = patternFor(word);
  pattern.lastIndex = 0;
  return word.isInitial || pattern.test(text);
}

import { shownCandidate } from "../popup/selectors";
import { get, set } from "../popup/state";

/** A key that waited longer is forgotten by whoever pressed it. */
const COUNTS_MS = 5000;

interface Deferred {
  act: () => void;
  at: number;
  tabId: number | null;
  pageUrl: string;
  /** Who was shown; null: the page's own name, while its candidate was looked up. */
  candidateId: string | null;
  /** What stood in the field: typed on, it is not what was meant. */
  text: string;
}

let deferred: Deferred[] = [];

/**
 * A page gave a sign that may mean nothing, such as the end of its loading, and a key was pressed before that is known. It
 * counts once the same page is known to be open still. False: it is left already.
 */
export function defer(act: () => void): boolean {
  const { tabId, pageUrl, text } = get();
  if (pageUrl === null) return false;
  deferred.push({
    act,
    at: Date.now(),
    tabId,
    pageUrl,
    candidateId: shownCandidate(get())?.candidate.id ?? null,
    text,
  });
  return true;
}

/** The page is read anew: only a key for a person who was shown can still be told from one for somebody else there. */
export function dropUnsure(): void {
  const sure = deferred.filter(({ candidateId }) => candidateId !== null);
  const isDropped = sure.length < deferred.length;
  deferred = sure;
  if (isDropped) set({ notice: { kind: "moving" } });
}

/** Nothing moves any more: keys that waited for this count, or it is said that they do not. */
export function runDeferred(): void {
  const waiting = deferred;
  deferred = [];
  const still = waiting.filter(isStill);
  for (const { act } of still) act();
  if (still.length < waiting.length) set({ notice: { kind: "moving" } });
}

function isStill({ at, tabId, pageUrl, candidateId, text }: Deferred): boolean {
  const now = get();
  const shown = shownCandidate(now);
  const isSamePage = now.tabId === tabId && now.pageUrl === pageUrl && now.text === text && !now.moving;
  // An answer may have been read from the next page already, of which the browser has not told yet.
  const isOfPage = shown === null || shown.pageUrl === pageUrl;
  const isSamePerson = candidateId === null || candidateId === shown?.candidate.id;
  return isSamePage && isOfPage && isSamePerson && Date.now() - at < COUNTS_MS;
}

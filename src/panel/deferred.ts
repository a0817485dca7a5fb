import { shownCandidate } from "../popup/selectors";
import { get, set } from "../popup/state";

interface Deferred {
  act: () => void;
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
  deferred.push({ act, tabId, pageUrl, candidateId: shownCandidate(get())?.candidate.id ?? null, text });
  return true;
}

/** Nothing moves any more: keys that waited for this count, or it is said that they do not. */
export function runDeferred(): void {
  const waiting = deferred;
  deferred = [];
  for (const one of waiting) {
    if (isStill(one)) one.act();
    else set({ notice: { kind: "moving" } });
  }
}

function isStill({ tabId, pageUrl, candidateId, text }: Deferred): boolean {
  const now = get();
  const shown = shownCandidate(now);
  const isSamePage = now.tabId === tabId && now.pageUrl === pageUrl && now.text === text && !now.moving;
  // An answer may have been read from the next page already, of which the browser has not told yet.
  const isOfPage = shown === null || shown.pageUrl === pageUrl;
  return isSamePage && isOfPage && (candidateId === null || candidateId === shown?.candidate.id);
}

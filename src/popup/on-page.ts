import { call } from "../messaging/call";
import type { OnPageRequest } from "./on-page-worker";
import worker from "./on-page-worker?script&iife";
import { isSettled, shownCandidate, tagsOn } from "./selectors";
import { get, type PopupState, set } from "./state";

/** At the latest so long (ms) after candidate and list are there, if the browser is never idle. */
const LATEST_MS = 1500;

let asked = "";

/**
 * Looks for tags in the page's text once candidate and list are there: when the browser is idle, and in a thread of its
 * own, so that no key waits for it. Call on every change.
 */
export function lookAtPage(state: PopupState): void {
  if (!isSettled(state) || state.moving || state.index.names.length === 0) return;
  const shown = shownCandidate(state);
  // A link leads elsewhere, and who was named by hand need not be on this page.
  if (!shown || shown.fromLink || shown.matchedBy === "hand" || shown.pageUrl === null || shown.tabId === null) return;
  const key = `${shown.candidate.id} ${shown.pageUrl}`;
  if (key === asked) return;
  asked = key;
  const request = { tabId: shown.tabId, pageUrl: shown.pageUrl };
  const look = async () => {
    const page = await call("page.text", request).catch(() => null);
    const now = get();
    if (!page || key !== asked || shownCandidate(now)?.candidate.id !== shown.candidate.id) return;
    const { name, id } = shown.candidate;
    const carried = tagsOn(now).map((tag) => tag.name);
    const names = await find({ page, tags: now.index.names, options: { name, uses: now.uses, carried } });
    if (key === asked) set({ onPage: { candidateId: id, names } });
  };
  requestIdleCallback(() => void look(), { timeout: LATEST_MS });
}

/** Gives the names found; none when the thread fails. */
function find(request: OnPageRequest): Promise<readonly string[]> {
  const thread = new Worker(`/${worker}`);
  return new Promise<readonly string[]>((resolve) => {
    thread.onmessage = ({ data }: MessageEvent<readonly string[]>) => resolve(data);
    thread.onerror = () => resolve([]);
    thread.postMessage(request);
  }).finally(() => thread.terminate());
}

import { type Failure, failure } from "../domain/failure";
import type { FindResult, ShownCandidate } from "../domain/find";
import { call } from "../messaging/call";
import { isStorageError } from "../platform/storage-error";
import { stayConnected } from "./connection";
import { restoreInputDraft } from "./input-draft";
import { loadTags } from "./load";
import { get, set } from "./state";
import { asChips } from "./submit";
import { surface } from "./surface";

/** Counts the searches, so that a slow answer never takes the place of a newer one. */
let turn = 0;
/** The search under way or the last one, also when its answer will not be shown any more. */
let asked: Promise<FindResult> | null = null;

/** Whoever was looked for is not shown any more; gives the answer, which may still be on its way. */
export function dropSearch(): Promise<FindResult> | null {
  turn += 1;
  const answer = asked;
  asked = null;
  return answer;
}

/** Shows an answer, whichever screen it is, and loads what belongs to its candidate. */
function show(result: FindResult): void {
  const { awaitingConfirmation, candidateChanged, chips } = get();
  // Held back for the person before: nothing typed is lost, and nothing of it is sent without another Enter.
  const held = asChips([...(awaitingConfirmation ?? []), ...(candidateChanged?.tags ?? [])]);
  // The list first: what was entered early must not be looked up in another integration's.
  if (result.kind === "found") void loadTags(result.shown.integrationId);
  if (surface.stays && result.kind === "found") holdForOtherPage(result.shown);
  set({ result, awaitingConfirmation: null, candidateChanged: null, refusal: null, chips: [...chips, ...held] });
  void restoreInputDraft();
}

/** The tab went on before its page was read: what was entered on the page before waits for a person. */
function holdForOtherPage({ pageUrl }: ShownCandidate): void {
  const { pageUrl: before, pendingEntries } = get();
  if (pageUrl === null || before === null || pageUrl === before) return;
  set({
    pendingEntries: pendingEntries.map((one) => (one.candidateId === null ? { ...one, isHeld: true as const } : one)),
  });
}

/** The answer, unless a newer search was begun meanwhile. */
async function current(answer: Promise<FindResult>): Promise<FindResult | null> {
  const mine = ++turn;
  asked = answer.catch(noAnswer);
  const result = await asked;
  return mine === turn ? result : null;
}

async function showWhenThere(answer: Promise<FindResult>): Promise<void> {
  const result = await current(answer);
  if (result) show(result);
}

export interface Pick {
  /** An integration the recruiter chose. */
  integrationId?: string;
  /** The wish to search Kombo for the page. */
  search?: true;
  /** Nobody pressed a key for this page. */
  following?: true;
}

let last = (integrationId?: string): Promise<void> => find({ integrationId });

/** Asks what was asked last once more, in the integration the recruiter picked. */
export const findIn = (integrationId: string): Promise<void> => last(integrationId);

/** Asks what was asked last once more: the page, or what was pasted by hand. */
export const findAgain = (): Promise<void> => last();

/** Asks who is open in the tab, or whom the link leads to that the menu was opened on. */
export async function find(pick: Pick = {}): Promise<void> {
  const { tabId } = get();
  // Whoever asks again has pressed a key.
  const { following, ...picked } = pick;
  last = (integrationId) => find({ ...picked, integrationId });
  if (tabId === null) return show({ kind: "unreadable-page" });
  const { result } = get();
  // Whoever was shown stays so while it is checked again: what is entered now is meant for them.
  const shown = result?.kind === "found" ? { cachedMatch: result.shown } : {};
  // The by-hand form may be opened while this runs; the answer leaves it open.
  set({ result: null, ...(!following && { byHand: false }), ...shown });
  await showWhenThere(ask(tabId, pick));
  readAgainLater(pick);
}

/** How often and how soon (ms) a page that did not answer is read again, while its candidate is on screen. */
const REREADS = 3;
const REREAD_MS = 3000;
let rereads = 0;

/** The page did not answer in time: it may by now. What is typed meanwhile stays where it is. */
function readAgainLater(pick: Pick): void {
  const mine = turn;
  const isUnread = () => {
    const { result } = get();
    return result?.kind === "found" && result.shown.pageUnread === true;
  };
  if (!isUnread() || rereads >= REREADS) return;
  setTimeout(() => {
    const { tabId, awaitingConfirmation, candidateChanged } = get();
    if (mine !== turn || !isUnread() || tabId === null || awaitingConfirmation || candidateChanged) return;
    rereads += 1;
    void showWhenThere(ask(tabId, pick)).then(() => readAgainLater(pick));
  }, REREAD_MS);
}

function ask(tabId: number, { integrationId, search, following }: Pick): Promise<FindResult> {
  stayConnected();
  const { link } = get();
  const chosen = integrationId ? { integrationId } : {};
  if (link) return call("candidate.ofLink", { tabId, link, ...chosen });
  return call("candidate.find", { tabId, ...chosen, ...(search && { search }), ...(following && { following }) });
}

/** Takes a link, an e-mail or an id for the person who is meant. What names nobody stays in the form, to be mended. */
export async function findByHand(text: string, integrationId?: string): Promise<void> {
  const { tabId } = get();
  set({ handText: text, notUnderstood: null });
  const result = await current(call("candidate.byHand", { text, tabId, ...(integrationId && { integrationId }) }));
  if (result?.kind === "not-understood") return set({ byHand: "asked", notUnderstood: result });
  if (!result) return;
  last = (picked = integrationId) => findByHand(text, picked);
  show(result);
  set({ byHand: false, ...(result.kind === "found" && { handText: "" }) });
}

/** One of several people, chosen by the recruiter. */
export const choose = (shown: ShownCandidate): void => show({ kind: "found", shown });

/** The tab shows somebody else: follow it, with the tags still to be sent by an Enter. */
export function followTab(): void {
  const { candidateChanged } = get();
  if (!candidateChanged) return;
  set({ cachedMatch: null });
  show(candidateChanged.now);
}

/** The background could not answer at all: storage failed, an update in between, or a fault of ours. */
export const noFailure = (error: unknown): { failure: Failure } => ({
  failure: failure(isStorageError(error) ? "storage-unavailable" : "internal"),
});

const noAnswer = (error: unknown): FindResult => ({ kind: "failed", ...noFailure(error) });

/** Instead of a candidate: why nobody can be looked for. */
export const showFailure = (error: unknown): void => set({ result: noAnswer(error) });

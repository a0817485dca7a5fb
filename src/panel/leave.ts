import type { FindResult, ShownCandidate } from "../domain/find";
import { dropSearch } from "../popup/find";
import { takeInputDraftAlong } from "../popup/input-draft";
import { handedOverIds, takeBack } from "../popup/intentions";
import { get, type PendingEntry, set } from "../popup/state";
import { submit } from "../popup/submit";
import { addToInputDraft, writeInputDraft } from "../storage/input-drafts";
import { text } from "../ui/text";
import { dropUnsure } from "./deferred";
import { usePanel } from "./state";

/**
 * The tab leaves the page that is shown: from now on nobody is meant. What was entered there stays with that page: it is
 * sent once its own answer comes and is sure, or kept for its candidate, and that is said.
 */
export function leavePage(): void {
  const { pendingEntries, awaitingConfirmation, candidateChanged, result, pageUrl, pageTitle, tabId } = get();
  const answer = dropSearch();
  set({
    moving: true,
    result: null,
    cachedMatch: null,
    pageUrl: null,
    pageTitle: "",
    pendingEntries: [],
    awaitingConfirmation: null,
    candidateChanged: null,
    refusal: null,
    notice: null,
  });
  dropUnsure();
  void takeInputDraftAlong().then(() => {
    if (pendingEntries.length > 0) void settleLeft(pendingEntries, { answer, pageUrl, pageTitle, tabId });
    if (awaitingConfirmation && result?.kind === "found") void keep(result.shown, awaitingConfirmation);
    if (candidateChanged) void keep(candidateChanged.shown, candidateChanged.tags);
  });
}

/** The browser tells of a new address a moment after the page has it. */
const SIGN_MS = 300;
const LOOK_MS = 20;

/**
 * Whether the tab went on from the page this person was shown on. A tag is taken only while nothing moves, so it was
 * entered before, for whoever was shown then.
 */
export async function hasLeft({ pageUrl }: ShownCandidate): Promise<boolean> {
  for (let waited = 0; waited < SIGN_MS; waited += LOOK_MS) {
    if (get().pageUrl !== pageUrl) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return false;
}

interface LeftPage {
  answer: Promise<FindResult> | null;
  pageUrl: string | null;
  pageTitle: string;
  tabId: number | null;
}

/** What was entered before the page's candidate was known. The answer counts only if it was read from that very page. */
async function settleLeft(entries: readonly PendingEntry[], { answer, pageUrl, pageTitle, tabId }: LeftPage) {
  const draft = `tab:${tabId}:${pageUrl ?? ""}`;
  const names = entries.map(nameOf).filter(Boolean);
  const said = entries.map(labelOf).filter(Boolean);
  // Should the panel be closed before the answer: what the background was given, it carries out by itself.
  const given = handedOverIds(entries.map(({ id }) => id));
  const own = entries
    .filter(({ id }) => !given.includes(id))
    .map(nameOf)
    .filter(Boolean);
  await writeNames(draft, own);
  const result = await answer;
  const isOfPage =
    result?.kind === "found" && pageUrl !== null && result.shown.pageUrl === pageUrl && result.shown.tabId === tabId;
  if (!isOfPage) {
    await writeNames(draft, names);
    takeBack(entries);
    if (said.length > 0) tellKept(pageTitle, said);
    return;
  }
  if (own.length > 0) await writeInputDraft(draft, "");
  const { shown } = result;
  const isSure = shown.certainty.level === "sure";
  const goes = (entry: PendingEntry) =>
    isSure && entry.choice?.create === false && isFor(entry, shown) && get().index.names.includes(entry.choice.name);
  const gone = entries.filter(goes);
  const tags = gone.flatMap(({ choice }) => (choice ? [choice] : []));
  const ids = gone.map(({ id }) => id);
  // The person decided on the page as it was; that the tab goes on is what they wanted.
  if (tags.length > 0) void submit(shown, tags, true, ids);
  takeBack(entries.filter((entry) => !goes(entry)));
  const unnamed = entries.filter((entry) => !goes(entry) && nameOf(entry) === "" && labelOf(entry) !== "");
  if (unnamed.length > 0) tellKept(shown.candidate.name, unnamed.map(labelOf));
  const kept = entries.filter((entry) => !goes(entry) && nameOf(entry) !== "");
  if (kept.length > 0)
    await keep(
      shown,
      kept.map((entry) => ({ name: nameOf(entry) })),
    );
}

/** As what is put aside on a page; nothing for no names. */
async function writeNames(draft: string, names: readonly string[]): Promise<void> {
  if (names.length > 0) await writeInputDraft(draft, [...names, ""].join("\n"));
}

const isFor = ({ candidateId }: PendingEntry, { candidate }: ShownCandidate): boolean =>
  candidateId === null || candidateId === candidate.id;

/** What is said of it: a key whose tag is not known yet by its own name. */
const labelOf = (entry: PendingEntry): string =>
  nameOf(entry) || (entry.digit === undefined ? "" : text("alt_digit", entry.digit));

const nameOf = ({ choice, typed }: PendingEntry): string => choice?.name ?? typed.trim();

/** For this candidate, put aside for when they are open again. */
async function keep(shown: ShownCandidate, tags: readonly { name: string }[]): Promise<void> {
  if (tags.length === 0) return;
  await addToInputDraft(shown, tags);
  tellKept(
    shown.candidate.name,
    tags.map(({ name }) => name),
  );
}

/** Says that tags were not sent, and for whom they wait. */
export function tellKept(name: string, tags: readonly string[]): void {
  const { left } = usePanel.getState();
  usePanel.setState({ left: [...left.slice(-2), { id: crypto.randomUUID(), name, tags }] });
}

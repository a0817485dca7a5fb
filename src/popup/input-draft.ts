import { inputDraftKey, readInputDraft, writeInputDraft } from "../storage/input-drafts";
import { field } from "./field";
import { handedOverIds } from "./intentions";
import { parseInputDraft, serializeInput } from "./model/input-draft";
import { shownCandidate } from "./selectors";
import { get, type PopupState, set, usePopup } from "./state";

/** What was typed on a page before anybody was shown there. */
const pageKey = ({ tabId, pageUrl }: PopupState): string => `tab:${tabId}:${pageUrl ?? ""}`;

/** A draft belongs to the candidate; as long as nobody is shown, to the page in its tab. */
const keyNow = (): string => {
  const state = get();
  const shown = shownCandidate(state);
  return shown ? inputDraftKey(shown) : pageKey(state);
};

/** What is unsent and nobody else has: what the background was given, it carries out or brings back itself. */
function unsentOf(state: PopupState): string {
  const handedOver = new Set(handedOverIds(state.pendingEntries.map(({ id }) => id)));
  return serializeInput({ ...state, pendingEntries: state.pendingEntries.filter(({ id }) => !handedOver.has(id)) });
}

let key: string | null = null;
let written = "";
/** A draft brought back and not touched since: it stays with its candidate. */
let untouched: string | null = null;

/** Puts a text into field and state. */
export function setText(text: string): void {
  if (field.value !== text) field.value = text;
  set({ text, revision: get().revision + 1, active: null, earlyMoves: [], notice: null });
}

/** Keeps everything unsent on every change, should the popup close now. */
export function persistInputDraft(): () => void {
  return usePopup.subscribe((state) => {
    const draft = unsentOf(state);
    if (!key || draft === written) return;
    written = draft;
    untouched = null;
    void writeInputDraft(key, draft);
  });
}

/**
 * What is typed goes with the field to another page: it is not kept for the person it stood beside, too. What is added to
 * that person's draft comes after this.
 */
export async function takeInputDraftAlong(): Promise<void> {
  const last = key;
  const draft = written;
  await restoreInputDraft();
  if (last !== null && last !== key && !untouched) await removeInputDraft(last, draft);
}

/** Removes a draft that went along with the field, but nothing that was added to it meanwhile. */
async function removeInputDraft(from: string, draft: string): Promise<void> {
  if (draft && (await readInputDraft(from)) === draft) await writeInputDraft(from, "");
}

/** Brings back what was typed before, unless something is being typed already. Call whenever the candidate changed. */
export async function restoreInputDraft(): Promise<void> {
  const next = keyNow();
  if (next === key) return;
  const last = key;
  key = next;
  if (untouched) putIn("");
  untouched = null;
  written = unsentOf(get());
  if (written) return carryOver(last, next);
  const draft = (await readInputDraft(next)) || (await draftOfPage(next));
  if (!draft || key !== next || unsentOf(get())) return;
  putIn(draft);
  untouched = draft;
}

/** Typed in an earlier popup over this page, which was closed before the candidate was known: theirs from now on. */
async function draftOfPage(next: string): Promise<string> {
  const last = pageKey(get());
  const draft = next === last ? "" : await readInputDraft(last);
  if (draft) await carryOver(last, next, draft);
  return draft;
}

function putIn(draft: string): void {
  const { chips, text } = parseInputDraft(draft);
  written = draft;
  field.value = text;
  set({ chips, text, active: null });
}

/** Typed before it was known for whom: from now on it is this candidate's draft, no longer the tab's. */
async function carryOver(last: string | null, next: string, draft = written): Promise<void> {
  void writeInputDraft(next, draft);
  if (last?.startsWith("tab:")) return removeInputDraft(last, draft);
}

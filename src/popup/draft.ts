import { draftKey, readDraft, writeDraft } from "../storage/drafts";
import { field } from "./field";
import { draftOf, fromDraft } from "./model/draft";
import { get, set, usePopup } from "./state";
import { shownOf } from "./views";

/** A draft belongs to the candidate; as long as nobody is shown, to the tab. */
const keyNow = (): string => {
  const state = get();
  const shown = shownOf(state);
  return shown ? draftKey(shown) : `tab:${state.tabId}`;
};

let key: string | null = null;
let written = "";
/** A draft brought back and not touched since: it stays with its candidate. */
let untouched: string | null = null;

/** Puts a text into field and state. */
export function setText(text: string): void {
  if (field.value !== text) field.value = text;
  set({ text, active: null });
}

/** Keeps everything unsent on every change, should the popup close now. */
export function keepDraft(): () => void {
  return usePopup.subscribe((state) => {
    const draft = draftOf(state);
    if (!key || draft === written) return;
    written = draft;
    untouched = null;
    void writeDraft(key, draft);
  });
}

/** Brings back what was typed before, unless something is being typed already. Call whenever the candidate changed. */
export async function restoreDraft(): Promise<void> {
  const next = keyNow();
  if (next === key) return;
  const last = key;
  key = next;
  if (untouched) putIn("");
  untouched = null;
  written = draftOf(get());
  if (written) return carryOver(last, next);
  const draft = await readDraft(next);
  if (!draft || key !== next || draftOf(get())) return;
  putIn(draft);
  untouched = draft;
}

function putIn(draft: string): void {
  const { chips, text } = fromDraft(draft);
  written = draft;
  field.value = text;
  set({ chips, text, active: null });
}

/** Typed before it was known for whom: from now on it is this candidate's draft, no longer the tab's. */
function carryOver(last: string | null, next: string): void {
  if (last?.startsWith("tab:")) void writeDraft(last, "");
  void writeDraft(next, written);
}

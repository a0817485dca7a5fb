import { readDraft, writeDraft } from "../storage/drafts";
import { field } from "./field";
import { get, set } from "./state";
import { shownOf } from "./views";

/** A draft belongs to the candidate; as long as nobody is shown, to the tab. */
const draftKey = (): string => {
  const { tabId, ...state } = get();
  const shown = shownOf(state);
  return shown ? `${shown.integrationId}:${shown.candidate.id}` : `tab:${tabId}`;
};

let key: string | null = null;

/** Puts a text into field and state. */
export function setText(text: string): void {
  if (field.value !== text) field.value = text;
  set({ text, active: null });
  saveDraft();
}

/** Keeps what stands in the field, should the popup close now. */
export function saveDraft(): void {
  if (key) void writeDraft(key, get().text);
}

/** Brings back what was typed before, unless something is being typed already. Call whenever the candidate changed. */
export async function restoreDraft(): Promise<void> {
  const next = draftKey();
  if (next === key) return;
  const last = key;
  key = next;
  if (get().text) {
    if (last?.startsWith("tab:")) void writeDraft(last, "");
    return saveDraft();
  }
  const draft = await readDraft(next);
  if (draft && key === next && !field.value) setText(draft);
}

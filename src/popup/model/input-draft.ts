import type { PopupState } from "../state";
import type { Chip } from "./chips";

type Unsent = Pick<PopupState, "pendingEntries" | "chips" | "awaitingConfirmation" | "candidateChanged" | "text">;

/** Everything typed and not given to the background, one a line; the last line is what stands in the field. */
export function serializeInput({
  pendingEntries,
  chips,
  awaitingConfirmation,
  candidateChanged,
  text,
}: Unsent): string {
  const aside = [...pendingEntries, ...chips].map((chip) => chip.choice?.name ?? chip.typed);
  const held = [...(awaitingConfirmation ?? []), ...(candidateChanged?.tags ?? [])].map((tag) => tag.name);
  return [...new Set([...aside, ...held]), text].join("\n");
}

/** The way back: nothing of a draft is sent without an Enter, so held tags come back as put aside. */
export function parseInputDraft(draft: string): { chips: readonly Chip[]; text: string } {
  const lines = draft.split("\n");
  const text = lines.pop() ?? "";
  return { chips: lines.filter(Boolean).map((typed) => ({ typed, choice: null })), text };
}

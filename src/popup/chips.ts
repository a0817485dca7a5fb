import { splitTyped } from "../domain/picker";
import type { TagChoice } from "../messaging/protocol";
import { field } from "./field";
import { setText } from "./input-draft";
import { type Chip, chipChoice, chipChoices, type ReadChip } from "./model/chips";
import { chipsNow } from "./selectors";
import { get, set } from "./state";
import { submit } from "./submit";

/** Puts aside what was typed and closed by a comma or semicolon; the field keeps the rest. */
export function closeTyped(): void {
  const { text, index, listSettled, chips } = get();
  // Without the list nobody knows whether the comma belongs to a tag.
  if (!listSettled) return;
  const { closed, rest } = splitTyped(text, index);
  if (rest === text) return;
  field.value = rest;
  // In one step: what waits is settled as soon as anything changes. Arrow keys were pressed on the rest.
  const aside = closed.map((typed) => ({ typed, choice: null, from: "typing" as const }));
  set({ chips: [...chips, ...aside], text: rest, active: null, notice: null });
}

/** Takes out what was typed before, closed by a comma, and is decided: it goes with the next Enter. */
export function takeClosed(): TagChoice[] {
  return takeOut((chip) => chip.from === "typing");
}

/** Enter with nothing typed sends all that was put aside; what cannot be sent stays. */
export function sendChips(): void {
  commit(takeOut(() => true));
  reopenUndecided();
}

/** The next one to decide on comes into the empty field, where its rows say what it may be. */
export function reopenUndecided(): void {
  if (get().text.trim()) return;
  const next = chipsNow(get()).findIndex((chip) => chip.tag.kind === "open");
  if (next >= 0) reopenChip(next);
}

/** Brings a tag that was put aside back into the field. */
export function reopenChip(at: number): void {
  const { chips } = get();
  const chip = chips[at];
  if (!chip) return;
  set({ chips: chips.filter((_, other) => other !== at) });
  setText(chip.choice?.name ?? chip.typed);
}

/** The same before it is settled for whom: takes out all that may be sent once it is, as it was seen. */
export function takeChips(): Chip[] {
  const { listSettled } = get();
  if (listSettled) return takeOut(() => true).map((choice) => ({ typed: choice.name, choice }));
  const { chips } = get();
  set({ chips: [] });
  return [...chips];
}

function takeOut(which: (chip: ReadChip) => boolean): TagChoice[] {
  const chips = chipsNow(get());
  const goes = (chip: ReadChip | undefined) => chip !== undefined && which(chip) && chipChoice(chip) !== null;
  set({ chips: get().chips.filter((_, at) => !goes(chips[at])) });
  return chipChoices(chips.filter(goes));
}

/** Sends these tags, each once, to the candidate shown, or holds them until it is confirmed who that is. */
export function commit(tags: readonly TagChoice[], intentionIds: readonly string[] = []): void {
  const { result } = get();
  if (result?.kind !== "found" || tags.length === 0) return;
  const distinct = [...new Map(tags.map((tag) => [tag.name, tag])).values()];
  if (result.shown.certainty.level === "sure") void submit(result.shown, distinct, false, intentionIds);
  else set({ awaitingConfirmation: [...(get().awaitingConfirmation ?? []), ...distinct] });
}

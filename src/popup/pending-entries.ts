import { splitTyped } from "../domain/picker";
import type { TagChoice } from "../messaging/protocol";
import { commit } from "./chips";
import { moveAll } from "./highlight";
import { setText } from "./input-draft";
import { takeBack } from "./intentions";
import { type Chip, chipChoice, readChip } from "./model/chips";
import { stateOf } from "./model/known";
import { choiceOf, type Given, type Row } from "./model/row";
import { numberedRow, resolveTyped } from "./model/rows";
import { canType, givenNow, isSettled, shownCandidate } from "./selectors";
import { get, type PendingEntry, type PopupState, set } from "./state";

/** What became of texts and rows entered early: sent, put aside, or back into the field. */
interface Settled {
  choices: TagChoice[];
  /** The entries all of whose tags are among the choices. */
  sent: PendingEntry[];
  chips: Chip[];
  back: Pick<PendingEntry, "typed" | "moves">[];
  /** A tag the candidate carries already. */
  carried: string | null;
}

/**
 * Once it is certain who is meant and which tags exist, does what the same keys would do now. What cannot be resolved goes
 * back into the field; nothing entered early becomes a new tag.
 */
export function resolvePendingEntries(): void {
  const state = get();
  // While the recruiter names somebody else, or looks at who the tab shows now, nobody is meant yet.
  if (state.pendingEntries.length === 0 || !isSettled(state) || !shownCandidate(state) || !canType(state)) return;
  const settled = settleAll(state);
  const sure = state.result?.kind === "found" && state.result.shown.certainty.level === "sure";
  const kept = sure ? settled.sent : [];
  takeBack(state.pendingEntries.filter((entry) => !kept.includes(entry)));
  set({ pendingEntries: [], chips: [...state.chips, ...settled.chips] });
  bringBack(settled.back);
  commit(
    settled.choices,
    kept.map(({ id }) => id),
  );
  if (settled.carried !== null) set({ notice: { kind: "already-there", name: settled.carried } });
}

function settleAll(state: PopupState): Settled {
  const settled: Settled = { choices: [], sent: [], chips: [], back: [], carried: null };
  const given = givenNow(state);
  const candidateId = shownCandidate(state)?.candidate.id;
  for (const entered of state.pendingEntries) {
    const { typed, choice, digit, moves } = entered;
    const before = { chips: settled.chips.length, back: settled.back.length, choices: settled.choices.length };
    if (entered.candidateId !== null && entered.candidateId !== candidateId) settled.chips.push({ typed, choice });
    else if (digit) settleFound(numberedRow(given, digit), settled);
    else if (moves) settled.back.push({ typed, moves });
    else if (choice) settleRow(entered, given, settled);
    else settleText(typed, given, settled);
    const isWhole = settled.chips.length === before.chips && settled.back.length === before.back;
    if (isWhole && settled.choices.length > before.choices) settled.sent.push(entered);
  }
  return settled;
}

/** A row that was on screen goes as it was taken, if the list still has it. */
function settleRow(entered: PendingEntry, given: Given, settled: Settled): void {
  const choice = chipChoice(readChip(entered, given));
  if (!choice) settled.back.push({ typed: entered.typed });
  else if (stateOf(given.known, choice.name) === "carried") settled.carried = choice.name;
  else settled.choices.push(choice);
}

function settleText(typed: string, given: Given, settled: Settled): void {
  const { closed, rest } = splitTyped(typed, given.index);
  for (const one of closed) {
    const chip: Chip = { typed: one, choice: null, from: "typing" };
    const choice = chipChoice(readChip(chip, given));
    if (choice) settled.choices.push(choice);
    else settled.chips.push(chip);
  }
  if (!rest.trim()) return;
  const row = resolveTyped({ ...given, text: rest });
  if (row) settleFound(row, settled);
  else settled.back.push({ typed: rest });
}

function settleFound(row: Row | null, settled: Settled): void {
  if (row?.kind === "carried") settled.carried = row.name;
  else if (row && row.kind !== "aside") settled.choices.push(choiceOf(row));
}

/** Into the field, where it would stand; what finds no room there waits beside it for a decision. */
function bringBack(entries: Settled["back"]): void {
  const [first, ...others] = get().text.trim() ? [undefined, ...entries] : entries;
  const aside = others.flatMap((entry) => (entry?.typed ? [{ typed: entry.typed, choice: null }] : []));
  if (aside.length > 0) set({ chips: [...get().chips, ...aside] });
  if (!first) return;
  setText(first.typed);
  if (first.moves) moveAll(first.moves);
}

import { closeTyped } from "./chips";
import { highlightAt, stepTo } from "./model/highlight";
import { type Row, rowKey } from "./model/row";
import { areRowsFinal, canType, rowsNow } from "./selectors";
import { get, type Move, type PopupState, set, usePopup } from "./state";

/**
 * Moves the highlight, or remembers to once the rows are those that the key means. False where there is no row to go to.
 */
export function moveHighlight(move: Move): boolean {
  const state = get();
  if (!areRowsFinal(state)) {
    set({ earlyMoves: [...state.earlyMoves, move] });
    return true;
  }
  const row = stepTo(rowsNow(state), state.active, move, state.text);
  if (row) set({ active: rowKey(row), notice: null });
  return row !== null;
}

/** The row that is highlighted now, by an arrow key or because the typed text stands in it. */
export function highlightedRow(state: PopupState): Row | undefined {
  const { rows, first } = rowsNow(state);
  return rows[highlightAt(rows, first, state.active)];
}

/**
 * Keeps the highlight on its tag when the list changes under the hand (refreshed, another order, another candidate): what
 * Enter takes is what stood highlighted, not what moved into its place.
 */
export function keepHighlight(): () => void {
  return usePopup.subscribe((state, before) => {
    if (state !== get()) return;
    if (state.listSettled && !before.listSettled) return catchUp(state);
    if (!mayMove(state, before)) return;
    const row = highlightedRow(before);
    const now = highlightedRow(state);
    if (row && (!now || rowKey(now) !== rowKey(row))) set({ active: rowKey(row) });
  });
}

/** The list is there: what was typed and pressed before means what it would mean now. */
function catchUp({ composing }: PopupState): void {
  if (!composing) closeTyped();
  // Pressed on the field as it stands, but after what is still undecided.
  if (areRowsFinal(get())) moveAll(get().earlyMoves);
}

/** What was pressed before the rows were there leads where it would lead now. */
export function moveAll(moves: readonly Move[]): void {
  if (moves.length === 0) return;
  set({ earlyMoves: [] });
  for (const move of moves) moveHighlight(move);
}

/** Whether the rows may differ although nobody typed or moved the highlight. */
function mayMove(state: PopupState, before: PopupState): boolean {
  const same = state.text === before.text && state.active === null && before.active === null;
  if (!same || !state.text.trim() || !areRowsFinal(state) || !areRowsFinal(before) || !canType(before)) return false;
  const parts = ["index", "uses", "jobs", "result", "cachedMatch", "settings", "pendingEntries", "submitting"] as const;
  return parts.some((part) => state[part] !== before[part]);
}

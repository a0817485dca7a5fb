import { closeTyped } from "./chips";
import { isKnown, type Row, rowKey } from "./model/row";
import { canType, rowsNow } from "./selectors";
import { get, type Move, type PopupState, set, usePopup } from "./state";

/** Where the highlight is among these rows: on the row that holds it, else on the suggested one; -1 for nowhere. */
export function highlightAt(rows: readonly Row[], first: number, active: string | null): number {
  return active === null ? first : rows.findIndex((row) => rowKey(row) === active);
}

/** Moves the highlight, or remembers to once the list is there. False where there is no row to go to. */
export function moveHighlight(move: Move): boolean {
  const state = get();
  const { rows, first } = rowsNow(state);
  // With nothing typed, tags the candidate has already stand there for their numbers only.
  const reachable = state.text.trim() ? rows : rows.filter((row) => !isKnown(row));
  if (reachable.length === 0) {
    if (!state.listSettled) set({ earlyMoves: [...state.earlyMoves, move] });
    return !state.listSettled;
  }
  const from = rows[highlightAt(rows, first, state.active)];
  set({ active: rowKey(rowAfter(from, move, rows, reachable)), notice: null });
  return true;
}

/** The reachable row that a move leads to; from a row that is unreachable now, as if it lay between its neighbours. */
function rowAfter(from: Row | undefined, { by, around }: Move, rows: readonly Row[], reachable: readonly Row[]): Row {
  const last = reachable.length - 1;
  if (!from) return reachable[by > 0 ? 0 : last] as Row;
  const before = rows.slice(0, rows.indexOf(from)).filter((row) => reachable.includes(row)).length;
  const to = before + by - (by > 0 && !reachable.includes(from) ? 1 : 0);
  return reachable[around ? (to + reachable.length) % reachable.length : Math.max(0, Math.min(last, to))] as Row;
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
function catchUp({ earlyMoves, composing }: PopupState): void {
  if (!composing) closeTyped();
  if (earlyMoves.length > 0) moveAll(earlyMoves);
}

/** What was pressed before the rows were there leads where it would lead now. */
export function moveAll(moves: readonly Move[]): void {
  set({ earlyMoves: [] });
  for (const move of moves) moveHighlight(move);
}

/** Whether the rows may differ although nobody typed or moved the highlight. */
function mayMove(state: PopupState, before: PopupState): boolean {
  const same = state.text === before.text && state.active === null && before.active === null;
  if (!same || !state.text.trim() || !state.listSettled || !before.listSettled || !canType(before)) return false;
  const parts = ["index", "uses", "jobs", "result", "cachedMatch", "settings"] as const;
  return parts.some((part) => state[part] !== before[part]);
}

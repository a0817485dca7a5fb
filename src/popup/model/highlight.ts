import type { Move } from "../state";
import { type Given, isKnown, type Row, rowKey } from "./row";
import { type Rows, rowsFor } from "./rows";

/** Where the highlight is among these rows: on the row that holds it, else on the suggested one; -1 for nowhere. */
export function highlightAt(rows: readonly Row[], first: number, active: string | null): number {
  return active === null ? first : rows.findIndex((row) => rowKey(row) === active);
}

/** The row that one step leads to from the highlight; null where there is no row to go to. */
export function stepTo({ rows, first }: Rows, active: string | null, move: Move, text: string): Row | null {
  // With nothing typed, tags the candidate has already stand there for their numbers only.
  const reachable = text.trim() ? rows : rows.filter((row) => !isKnown(row));
  if (reachable.length === 0) return null;
  return rowAfter(rows[highlightAt(rows, first, active)], move, rows, reachable);
}

/** The key of the row that these steps lead to; without a step, of the suggested one. Null where there is none. */
export function highlightAfter(given: Given, from: string | null, moves: readonly Move[]): string | null {
  const found = rowsFor(given);
  let active = from;
  for (const move of moves) {
    const row = stepTo(found, active, move, given.text);
    if (row) active = rowKey(row);
  }
  const suggested = found.rows[found.first];
  return active ?? (suggested ? rowKey(suggested) : null);
}

/** The row with this key; null when there is none (any more). */
export const rowOf = (given: Given, key: string | null): Row | null =>
  rowsFor(given).rows.find((row) => rowKey(row) === key) ?? null;

/** The reachable row that a move leads to; from a row that is unreachable now, as if it lay between its neighbours. */
function rowAfter(from: Row | undefined, { by, around }: Move, rows: readonly Row[], reachable: readonly Row[]): Row {
  const last = reachable.length - 1;
  if (!from) return reachable[by > 0 ? 0 : last] as Row;
  const before = rows.slice(0, rows.indexOf(from)).filter((row) => reachable.includes(row)).length;
  const to = before + by - (by > 0 && !reachable.includes(from) ? 1 : 0);
  return reachable[around ? (to + reachable.length) % reachable.length : Math.max(0, Math.min(last, to))] as Row;
}

import { closeTyped, commit, reopenUndecided, sendChips, takeChips, takeClosed } from "./chips";
import { setText } from "./input-draft";
import { choiceOf, choicesOf, type Row, rowKey } from "./model/row";
import { numberedRow, type Rows } from "./model/rows";
import { whyNotSet } from "./model/set-row";
import { areRowsFinal, canType, givenNow, isSettled, rowsNow, shownCandidate, typedNow } from "./selectors";
import { get, type PendingEntry, type PopupState, set } from "./state";
import { surface } from "./surface";

/** Enter in the field: takes the highlighted row, or what was put aside when nothing is typed. */
export function enter(): void {
  // Which row it would take is not certain before: the text stays for the next Enter.
  if (isMoving()) return;
  // A highlight is on a row for the text as it stands.
  if (get().active === null) closeTyped();
  const state = get();
  if (!canType(state)) return;
  const found = rowsNow(state);
  const row = found.rows[found.first];
  if (state.earlyMoves.length > 0) putAside({ typed: typedNow(state), choice: null, moves: state.earlyMoves });
  else if (state.active !== null) takeHighlighted(found.rows, state.active);
  else if (!state.text.trim()) takeAllChips(state);
  else if (!areRowsFinal(state)) putAside({ typed: typedNow(state), choice: null });
  else if (row) takeRow(row);
  else offerChoice(found);
}

function takeAllChips(state: PopupState): void {
  if (isSettled(state)) sendChips();
  else for (const chip of takeChips()) addPending({ ...chip, ...(chip.choice === null && { wasChip: true as const }) });
}

/** What stood under the highlight is taken or nothing is: another row in its place was not chosen. */
function takeHighlighted(rows: readonly Row[], active: string): void {
  const row = rows.find((one) => rowKey(one) === active);
  if (row) takeRow(row);
  else set({ active: null, notice: { kind: "row-gone" } });
}

/** Nothing fits by itself. Beside a similar tag the recruiter chooses; else the next Enter creates, and its row says so. */
function offerChoice({ rows, mayBeSlip }: Rows): void {
  const creation = rows.find((row) => row.kind === "create");
  if (mayBeSlip) set({ notice: { kind: "choose" } });
  else if (creation) set({ active: rowKey(creation) });
}

/** A row was taken, and with it what was typed before and closed by a comma. */
export function takeRow(row: Row): void {
  if (isMoving(() => takeRow(row))) return;
  if (row.kind === "carried") set({ notice: { kind: "already-there", name: row.name } });
  else if (row.kind === "aside") setText("");
  else if (!isSettled(get())) {
    putAside(enteredOf(row));
    reopenUndecided();
  } else if (mayTake(row)) {
    setText("");
    commit([...takeClosed(), ...choicesOf(row)]);
    reopenUndecided();
  }
}

/** A set is added as a whole or not at all: false, and said, where a tag of it is missing or nothing is left to add. */
function mayTake({ name, set: of }: Row): boolean {
  const notice = of && whyNotSet(name, of, get());
  if (notice) set({ notice });
  return !notice;
}

/** Before it is settled for whom: a row as it was seen, a set by its id. */
const enteredOf = (row: Row): Entered =>
  row.set ? { typed: row.name, choice: null, setId: row.set.id } : { typed: row.name, choice: choiceOf(row) };

/** Alt and a digit: the tag with this number, or the one that has it once the numbers are known. What is typed stays. */
export function takeNumbered(digit: number): void {
  const row = numberedRow(givenNow(get()), digit);
  if (isMoving(row ? () => takeNumberedRow(row, digit) : undefined)) return;
  takeNumberedRow(row, digit);
}

function takeNumberedRow(row: Row | null, digit: number): void {
  const state = get();
  const moved = state.earlyMoves.length;
  if (row?.kind === "carried") set({ notice: { kind: "already-there", name: row.name } });
  else if (row?.kind === "aside") return;
  else if (row && !isSettled(state)) addPending({ ...enteredOf(row), moved });
  else if (row) {
    // What was said of another tag is over.
    set({ notice: null });
    if (mayTake(row)) commit(choicesOf(row));
  } else if (!state.listSettled) addPending({ typed: "", choice: null, digit, moved });
}

/** While the page changes nobody is meant: what is typed stays, and it is said that nothing was sent. */
function isMoving(again?: () => void): boolean {
  const { moving } = get();
  if (moving && !(again && surface.defer(again))) set({ notice: { kind: "moving" } });
  return moving;
}

type Entered = Omit<PendingEntry, "candidateId" | "id" | "revision">;

function putAside(chip: Entered): void {
  for (const choice of takeClosed()) addPending({ typed: choice.name, choice });
  addPending(chip);
  setText("");
}

function addPending(chip: Entered): void {
  const { pendingEntries, revision } = get();
  const candidateId = shownCandidate(get())?.candidate.id ?? null;
  set({ pendingEntries: [...pendingEntries, { ...chip, id: crypto.randomUUID(), revision, candidateId }] });
}

import { commit, reopenUndecided } from "./chips";
import { moveAll } from "./highlight";
import { setText } from "./input-draft";
import { takeBack } from "./intentions";
import { rowKey } from "./model/row";
import { type Aim, aimAt, type Settled, settleEntries } from "./model/settle";
import { canType, givenNow, isSettled, rowsNow, shownCandidate } from "./selectors";
import { get, type Move, type PopupState, set } from "./state";

/**
 * Once it is certain who is meant and which tags exist, does what the same keys would do now. What cannot be resolved goes
 * back into the field; nothing entered early becomes a new tag.
 */
export function resolvePendingEntries(): void {
  const state = get();
  const { pendingEntries, revision } = state;
  const shown = shownCandidate(state);
  // While the recruiter names somebody else, or looks at who the tab shows now, nobody is meant yet.
  if (pendingEntries.length === 0 || !isSettled(state) || !shown || !canType(state)) return;
  const sure = shown.certainty.level === "sure";
  const settled = settleEntries({
    entries: pendingEntries,
    field: { revision, typed: state.text, moves: state.earlyMoves },
    given: givenNow({ ...state, pendingEntries: [] }),
    candidateId: shown.candidate.id,
    sure,
    listFailed: state.listFailed,
  });
  const kept = sure ? settled.sent : [];
  takeBack(pendingEntries.filter((entry) => !kept.includes(entry)));
  leavePending(state, settled, sure);
  commit(
    settled.choices,
    kept.map(({ id }) => id),
  );
  bringBack(settled, aimAt(settled.aim, revision), state.earlyMoves);
  if (settled.notice && get().active === null) set({ notice: settled.notice });
}

/** At once, so that in no moment a tag is neither entered nor on its way. */
function leavePending({ chips, submitting }: PopupState, settled: Settled, sure: boolean): void {
  const names = sure ? settled.choices.map(({ name }) => name) : [];
  set({ pendingEntries: [], chips: [...chips, ...settled.chips], submitting: [...submitting, ...names] });
}

/**
 * Into the field, where it would stand; what finds no room there waits beside it for a decision. `later`: arrow keys
 * pressed on what stood in the field last.
 */
function bringBack({ back, chips }: Settled, { active, moved }: Aim, later: readonly Move[]): void {
  const first = get().text.trim() === "" ? back[0] : undefined;
  const aside = (first ? back.slice(1) : back).map(({ typed }) => ({ typed, choice: null }));
  if (aside.length > 0) set({ chips: [...get().chips, ...aside] });
  if (first) {
    setText(first.typed);
    set({ active: first.active });
    moveFromEnter([...first.moves, ...(back.length === 1 ? later : [])]);
  } else if (get().text.trim() === "" && chips.some(({ from }) => from === "typing")) {
    reopenUndecided();
    moveFromEnter(later);
  } else {
    set({ active: active ?? get().active, earlyMoves: [] });
    moveAll(later.slice(moved));
  }
}

/** Arrow keys after an Enter that took nothing: it led to creation, where nothing similar stands before it. */
function moveFromEnter(moves: readonly Move[]): void {
  if (moves.length === 0) return;
  const { rows, first, mayBeSlip } = rowsNow(get());
  const creation = rows.find(({ kind }) => kind === "create");
  if (creation && get().active === null && first < 0 && !mayBeSlip) set({ active: rowKey(creation) });
  moveAll(moves);
}

import type { TagChoice } from "../messaging/protocol";
import { setText } from "./input-draft";
import { chipChoice, chipChoices, judged } from "./model/chips";
import { choiceOf, type Row } from "./model/rows";
import { canType, chipsNow, connectorFor, isSettled, rowsNow, shownCandidate } from "./selectors";
import { get, type PendingEntry, set } from "./state";
import { submit } from "./submit";

/** Enter in the field: takes the highlighted row, or what was put aside when nothing is typed. */
export function enter(): void {
  const state = get();
  if (!canType(state)) return;
  const { rows, first } = rowsNow(state);
  const row = rows[state.active ?? first];
  if (row) takeRow(row);
  else if (!state.text.trim()) sendChips();
  else if (!state.listSettled) putAside({ typed: state.text, choice: null });
  else offerCreation(rows);
}

/** Nothing fits by itself: the next Enter creates, and the highlighted row says so first. */
function offerCreation(rows: readonly Row[]): void {
  const at = rows.findIndex((row) => row.kind === "create");
  if (at >= 0) set({ active: at });
}

/** A row was taken. While the list is unknown a "new" tag may well exist, so it is judged again later. */
export function takeRow(row: Row): void {
  const state = get();
  const unsure = row.kind === "create" && !state.listSettled;
  const entered = { typed: row.name, choice: unsure ? null : choiceOf(row) };
  if (entered.choice && isSettled(state)) {
    setText("");
    commit([entered.choice]);
  } else putAside(entered);
}

function putAside(chip: Omit<PendingEntry, "candidateId">): void {
  const candidateId = shownCandidate(get())?.candidate.id ?? null;
  set({ pendingEntries: [...get().pendingEntries, { ...chip, candidateId }] });
  setText("");
}

/** Enter with nothing typed sends all that was put aside; what cannot be sent stays. */
function sendChips(): void {
  const state = get();
  if (!isSettled(state) || state.chips.length === 0) return;
  const chips = chipsNow(state);
  set({ chips: chips.filter((chip) => !chipChoice(chip)) });
  const choices = chipChoices(chips);
  if (choices.length > 0) commit(choices);
}

function commit(tags: readonly TagChoice[]): void {
  const { result } = get();
  if (result?.kind !== "found") return;
  if (result.shown.certainty.level === "sure") void submit(result.shown, tags);
  else set({ awaitingConfirmation: [...(get().awaitingConfirmation ?? []), ...tags] });
}

/** Once it is certain who is meant and which tags exist, sends what was entered before; new tags wait for a second Enter. */
export function resolvePendingEntries(): void {
  const state = get();
  const shown = shownCandidate(state);
  // While the recruiter names somebody else, or looks at who the tab shows now, nobody is meant yet.
  if (state.pendingEntries.length === 0 || !isSettled(state) || !shown || !canType(state)) return;
  const rules = { index: state.index, connector: connectorFor(shown), mayCreate: state.settings.mayCreateTags };
  const ready: TagChoice[] = [];
  const aside: PendingEntry[] = [];
  for (const entered of state.pendingEntries) {
    const { judgement } = judged(entered, rules);
    const same = entered.candidateId === null || entered.candidateId === shown.candidate.id;
    if (same && entered.choice) ready.push(entered.choice);
    else if (same && judgement.kind === "existing") ready.push({ name: judgement.name, create: false });
    else aside.push(entered);
  }
  set({ pendingEntries: [], chips: [...state.chips, ...aside.map(({ typed, choice }) => ({ typed, choice }))] });
  if (ready.length > 0) commit(ready);
}

import { splitTyped } from "../../domain/picker";
import { tagKey } from "../../domain/text/fold";
import type { TagChoice } from "../../messaging/protocol";
import type { Move, Notice, PendingEntry, PopupState } from "../state";
import { type Chip, chipChoice, readChip } from "./chips";
import { highlightAfter, rowOf } from "./highlight";
import { type KnownTags, stateOf } from "./known";
import { choiceOf, choicesOf, type Given, type Row } from "./row";
import { numberedRow } from "./rows";
import { setRow, whyNotSet } from "./set-row";

/** What stands in the field, or stood there, with the arrow keys pressed on it. */
export interface FieldContent {
  revision: number;
  typed: string;
  moves: readonly Move[];
}

/** A highlight, by its row's key, in the field at this revision; that many arrow keys had led there. */
export interface Aim {
  revision: number;
  active: string | null;
  moved: number;
}

/** What became of texts and rows entered early: sent, put aside, or back into the field. */
export interface Settled {
  choices: TagChoice[];
  /** The entries all of whose tags are among the choices. */
  sent: PendingEntry[];
  chips: Chip[];
  /** With the row that arrow keys led to before Enter, and those pressed after it. */
  back: { typed: string; active: string | null; moves: readonly Move[] }[];
  /** A tag the candidate carries already, or why a set was not taken. */
  notice: Notice | null;
  /** Where the highlight was when the last entry beside a field's text was made. */
  aim: Aim;
  listFailed: PopupState["listFailed"];
}

interface Situation {
  entries: readonly PendingEntry[];
  field: FieldContent;
  given: Given;
  candidateId: string;
  /** What is chosen is sent at once, and changes the rows for what follows. */
  sure: boolean;
  /** The tag list could not be brought up to date. */
  listFailed: PopupState["listFailed"];
}

/** Does for each entry, in order, what its keys would have done had they been pressed now, except creating a tag. */
export function settleEntries({ entries, field, given, candidateId, sure, listFailed }: Situation): Settled {
  const settled: Settled = {
    choices: [],
    sent: [],
    chips: [],
    back: [],
    notice: null,
    listFailed,
    aim: aimAt(null, -1),
  };
  let wentBack = false;
  for (const entry of entries) {
    const before = { chips: settled.chips.length, back: settled.back.length, choices: settled.choices.length };
    const now = sure ? { ...given, known: withAdded(given.known, settled.choices) } : given;
    const last = settled.back.at(-1);
    aim(entry, [...entries.map(contentOf), field], now, settled);
    const isTheirs = entry.candidateId === null || entry.candidateId === candidateId;
    if (entry.isHeld || !isTheirs) settled.chips.push(chipOf(entry, now));
    // The Enter before took nothing: its text would still stand there, and these keys move in its rows.
    else if (last && wentBack && entry.moves && !entry.typed.trim()) last.moves = [...last.moves, ...entry.moves];
    else {
      settle(entry, now, settled);
      wentBack = settled.back.length > before.back;
    }
    const isWhole = settled.chips.length === before.chips && settled.back.length === before.back;
    if (isWhole && settled.choices.length > before.choices) settled.sent.push(entry);
  }
  return settled;
}

/** The aim that holds for the field at this revision. */
export const aimAt = (aim: Aim | null, revision: number): Aim =>
  aim?.revision === revision ? aim : { revision, active: null, moved: 0 };

/** Null for an entry that was made beside the field. */
const contentOf = ({ typed, moves = [], moved, revision }: PendingEntry): FieldContent | null =>
  moved === undefined ? { revision, typed, moves } : null;

/** The highlight stays on the row it was on when an entry beside the field was made: afterwards the rows are others. */
function aim(
  { revision, moved }: PendingEntry,
  contents: readonly (FieldContent | null)[],
  given: Given,
  settled: Settled,
): void {
  const content = moved === undefined ? null : contents.find((one) => one?.revision === revision);
  if (!content || moved === undefined) return;
  const text = splitTyped(content.typed, given.index).rest;
  const before = aimAt(settled.aim, revision);
  const moves = content.moves.slice(before.moved, moved);
  settled.aim = { revision, moved, active: highlightAfter({ ...given, text }, before.active, moves) };
}

function withAdded(known: KnownTags, choices: readonly TagChoice[]): KnownTags {
  const added = choices.filter(({ name }) => !stateOf(known, name));
  return new Map([...known, ...added.map(({ name }) => [tagKey(name), { name, state: "adding" }] as const)]);
}

function settle(entry: PendingEntry, given: Given, settled: Settled): void {
  if (entry.digit) settleFound(numberedRow(given, entry.digit), settled);
  else if (entry.setId !== undefined) settleSet(entry.setId, given, settled);
  else if (entry.choice) settleRow(entry, given, settled);
  else if (entry.wasChip) settleChip(entry, given, settled);
  else settleText(entry, given, settled);
}

/** Held, or entered for somebody else than is shown now: it waits for another Enter. */
function chipOf({ typed, choice, digit, from }: PendingEntry, given: Given): Chip {
  const row = digit ? numberedRow(given, digit) : null;
  if (row && !row.set) return { typed: row.name, choice: choiceOf(row) };
  return { typed: row?.name ?? (digit ? `Alt+${digit}` : typed), choice, ...(from && { from }) };
}

/** A row that was on screen goes as it was taken, if the list still has it. */
function settleRow(entry: PendingEntry, given: Given, settled: Settled): void {
  const choice = chipChoice(readChip(entry, given));
  if (!choice) settled.back.push({ typed: entry.typed, active: null, moves: [] });
  else if (stateOf(given.known, choice.name) === "carried")
    settled.notice = { kind: "already-there", name: choice.name };
  else settled.choices.push(choice);
}

/** Put aside before it was known which tags are new: those are shown first. */
function settleChip({ typed, from }: PendingEntry, given: Given, settled: Settled): void {
  const choice = chipChoice(readChip({ typed, choice: null }, given));
  if (choice) settled.choices.push(choice);
  else settled.chips.push({ typed, choice: null, ...(from && { from }) });
}

function settleText(entry: PendingEntry, given: Given, settled: Settled): void {
  const { closed, rest } = splitTyped(entry.typed, given.index);
  for (const typed of closed) {
    const chip: Chip = { typed, choice: null, from: "typing" };
    const choice = chipChoice(readChip(chip, given));
    if (choice) settled.choices.push(choice);
    else settled.chips.push(chip);
  }
  const moves = entry.moves ?? [];
  if (!rest.trim() && moves.length === 0) return;
  const here = { ...given, text: rest };
  const { active, moved } = aimAt(settled.aim, entry.revision);
  const to = highlightAfter(here, active, moves.slice(moved));
  const row = rowOf(here, to);
  const isTag = row !== null && row.kind !== "create";
  if (isTag) settleFound(row, settled);
  // As after any Enter that sends nothing, the text stands in the field again.
  const isSent = isTag && row.kind !== "carried";
  if (!isSent && rest.trim()) settled.back.push({ typed: rest, active: moves.length > 0 ? to : null, moves: [] });
}

function settleFound(row: Row | null, settled: Settled): void {
  const notice = row?.set && whyNotSet(row.name, row.set, settled);
  if (notice) settled.notice = notice;
  else if (row?.kind === "carried") settled.notice = { kind: "already-there", name: row.name };
  else if (row && row.kind !== "aside") settled.choices.push(...choicesOf(row));
}

/** A set that was taken by its row. Deleted since, nothing of it is meant any more. */
function settleSet(id: string, given: Given, settled: Settled): void {
  const set = given.sets.find((one) => one.id === id);
  if (set) settleFound(setRow(set, given), settled);
}

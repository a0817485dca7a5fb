import { classifyTagName, existing, holdsExactly, search, type TagName } from "../../domain/picker";
import { assignSlots } from "../../domain/picker/pins";
import { tagKey } from "../../domain/text/fold";
import { sameTag } from "../../domain/text/same-tag";
import { stateOf } from "./known";
import { LIMIT, matchesFor } from "./matches";
import { type Given, isKnown, type Row, rowKey } from "./row";
import { setRow } from "./set-row";

export type BadReason = Extract<TagName, { kind: "bad" }>["reason"];

export interface Rows {
  rows: readonly Row[];
  /** The row highlighted before any arrow key, which a bare Enter takes; -1 for none: Enter neither creates nor guesses. */
  first: number;
  /** Why this text cannot be a tag. */
  bad: BadReason | null;
  /** It may be a slip of a tag there is: the recruiter chooses before anything is created. */
  mayBeSlip: boolean;
}

/** The rows for what is typed: the existing spelling, names that hold the text, guesses, and creation always last. */
export function rowsFor(given: Given): Rows {
  if (!given.text.trim()) return { rows: withoutText(given), first: -1, bad: null, mayBeSlip: false };
  const verdict = classifyTagName(given.text, given.index, given);
  const { holding, guesses } = matchesFor(given);
  const exact = verdict.kind === "existing" ? [exactRow(verdict.name, given)] : setNamed(given);
  const rows = distinct([...exact, ...holding, ...near(verdict, given), ...guesses]);
  const first = exact.length + holding.length > 0 ? 0 : -1;
  const mayBeSlip = "names" in verdict && verdict.names.length > 0;
  if (!given.listKnown) return { rows, first, bad: null, mayBeSlip };
  const bad = verdict.kind === "bad" ? verdict.reason : null;
  return { rows: [...rows, ...creation(verdict)], first, bad, mayBeSlip };
}

/** What a bare Enter takes for this text, typed slowly or ahead of the list; null when it takes nothing by itself. */
export function resolveTyped(given: Given): Row | null {
  const { rows, first } = rowsFor(given);
  return rows[first] ?? null;
}

/** The row that Alt and a digit take; null when no tag has the number, or its tag is gone from the list. */
export function numberedRow(given: Given, digit: number): Row | null {
  return numbered(given).find((row) => row.number === digit) ?? null;
}

/** Nothing typed: what stands in the page, the numbered rows in their places, other recent tags, sets, then the rest. */
function withoutText(given: Given): Row[] {
  const { index, recents, known, sets } = given;
  const own = numbered(given);
  const rest = search(index, "", { recents, limit: LIMIT }).filter((hit) => !stateOf(known, hit.name));
  const recent = rest.filter(({ kind }) => kind === "recent");
  return distinct([...onPage(given, own), ...own, ...recent, ...sets.map((set) => setRow(set, given)), ...rest]);
}

/** Tags of the page that the candidate lacks, with their numbers where they have one. */
function onPage({ onPage: names, index, known }: Given, own: readonly Row[]): Row[] {
  return names
    .filter((name) => holdsExactly(index, name) && !stateOf(known, name))
    .map((name) => ({ ...(own.find((row) => row.name === name) ?? { name, kind: "tag", marks: [] }), isOnPage: true }));
}

function numbered(given: Given): Row[] {
  const { index, numbers, known, pins, sets } = given;
  return assignSlots(pins, numbers).flatMap((slot, at): Row[] => {
    const place = { number: at + 1, ...(slot?.pinned && { isPinned: true as const }) };
    if (slot?.kind === "set") {
      const set = sets.find(({ id }) => id === slot.id);
      return set ? [{ ...setRow(set, given), ...place }] : [];
    }
    const spelt = slot && (index.names.length === 0 ? slot.name : existing(index, slot.name));
    return spelt === null ? [] : [{ name: spelt, kind: stateOf(known, spelt) ?? "recent", marks: [], ...place }];
  });
}

/** A set whose whole name is typed, as nothing else is called that. */
const setNamed = (given: Given): Row[] =>
  given.sets.filter(({ name }) => sameTag(name, given.text)).map((set) => setRow(set, given));

function exactRow(name: string, { known }: Given): Row {
  return { name, kind: stateOf(known, name) ?? "tag", marks: [[0, name.length]] };
}

function near(verdict: TagName, { known }: Given): Row[] {
  const names = "names" in verdict ? verdict.names : [];
  return names.map((name) => ({ name, kind: stateOf(known, name) ?? "near", marks: [] }));
}

function creation(verdict: TagName): Row[] {
  const name = verdict.kind === "new" ? verdict.name : "create" in verdict ? verdict.create : null;
  return name === null ? [] : [{ name, kind: "create", marks: [] }];
}

/** Each row once, at its first place; a tag that is known may be spelt otherwise on the candidate than in the list. */
function distinct(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = isKnown(row) ? `known:${tagKey(row.name)}` : row.set ? rowKey(row) : `tag:${row.name}`;
    return !seen.has(key) && seen.add(key);
  });
}

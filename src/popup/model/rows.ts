import type { Connector } from "../../domain/connector";
import { fold, type Index, type Judgement, judge, type Suggestion, search } from "../../domain/picker";
import type { TagUse } from "../../domain/tag";
import type { TagChoice } from "../../messaging/protocol";

/** One row of the list under the field. `near`: an existing tag that may be meant; `carried`: already on the candidate. */
export interface Row {
  name: string;
  kind: Suggestion["kind"] | "near" | "create" | "carried";
  marks: Suggestion["marks"];
}

export interface Given {
  text: string;
  index: Index;
  recents: readonly TagUse[];
  /** Folded names. */
  carried: ReadonlySet<string>;
  connector: Connector;
  mayCreate: boolean;
}

export type BadReason = Extract<Judgement, { kind: "bad" }>["reason"];

export interface Rows {
  rows: readonly Row[];
  /** The row highlighted before any arrow key; -1 for none, so that a bare Enter neither creates nor guesses. */
  first: number;
  /** Why this text cannot be a tag. */
  bad: BadReason | null;
}

const LIMIT = 500;

/** The rows for what is typed: the existing spelling first, then near ones, then matches, creation always last. */
export function rowsFor(given: Given): Rows {
  const { text, index, recents, carried: hide } = given;
  const matches: Row[] = search(index, text, { recents, hide, limit: LIMIT });
  if (!text.trim()) return { rows: matches, first: -1, bad: null };
  const verdict = judge(text, index, given);
  const lead = leading(verdict, given);
  const taken = new Set(lead.map((row) => row.name));
  const rows = [...lead, ...matches.filter((row) => !taken.has(row.name)), ...creation(verdict)];
  const first = lead.length > 0 || startsWord(rows[0]) ? 0 : -1;
  return { rows, first, bad: verdict.kind === "bad" ? verdict.reason : null };
}

function leading(verdict: Judgement, { carried }: Given): Row[] {
  if (verdict.kind === "existing") {
    const { name } = verdict;
    return [{ name, kind: carried.has(fold(name)) ? "carried" : "tag", marks: [[0, name.length]] }];
  }
  return "names" in verdict ? verdict.names.map((name) => ({ name, kind: "near", marks: [] })) : [];
}

function creation(verdict: Judgement): Row[] {
  if (verdict.kind === "near") return [{ name: verdict.create, kind: "create", marks: [] }];
  return verdict.kind === "new" ? [{ name: verdict.name, kind: "create", marks: [] }] : [];
}

/** A match in the middle of a word is shown, but a bare Enter does not take it: it may not be what was meant. */
function startsWord(row: Row | undefined): boolean {
  const start = row?.kind === "create" ? undefined : row?.marks[0]?.[0];
  if (start === undefined) return false;
  return start === 0 || !/[\p{L}\p{N}]/u.test(row?.name[start - 1] ?? "");
}

export const choiceOf = (row: Row): TagChoice => ({ name: row.name, create: row.kind === "create" });

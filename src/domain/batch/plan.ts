import type { RequestedTag } from "../outbox/new-jobs";
import { tagKey } from "../text/fold";
import type { SkippedRow, SkipReason } from "./batch";
import type { BatchPerson } from "./new-jobs";
import type { FoundRow, RowState } from "./row";

/** Rank of the states a person may be tagged from; the surest row of a person counts. */
const RANK: Partial<Record<RowState, number>> = { ready: 0, look: 1 };

/** Whether a row names somebody that can be included. */
export const mayInclude = ({ state, candidate }: FoundRow): boolean => RANK[state] !== undefined && candidate !== null;

/**
 * Marks rows that name a person once more: of one person the surest row counts, of equal ones the first. A row with tags
 * of its own is the same only if they are.
 */
export function markTwice(rows: readonly FoundRow[]): FoundRow[] {
  const best = new Map<string, FoundRow>();
  const keyOf = ({ row, candidate }: FoundRow) =>
    JSON.stringify([row.integrationId, candidate?.id, ...row.tags.map(tagKey).sort()]);
  for (const found of rows) {
    if (!mayInclude(found)) continue;
    const before = best.get(keyOf(found));
    if (!before || (RANK[found.state] ?? 2) < (RANK[before.state] ?? 2)) best.set(keyOf(found), found);
  }
  return rows.map((found) => {
    const counts = mayInclude(found) ? best.get(keyOf(found)) : undefined;
    if (!counts || counts === found) return found;
    return { ...found, state: "twice", reason: "same-person", sameAs: counts.row.row };
  });
}

/** What the person chose by hand, by row number; absent: ready rows are in, others out. */
export type Choices = ReadonlyMap<number, boolean>;

export const isIncluded = (found: FoundRow, choices: Choices): boolean =>
  mayInclude(found) && (choices.get(found.row.row) ?? found.state === "ready");

/** What a tag is called in an integration, and whether it would be new there; null: it may not be sent. */
export type ResolveTag = (integrationId: string, tag: string) => RequestedTag | null;

export interface BatchPlan {
  people: BatchPerson[];
  skipped: SkippedRow[];
  /** Tags that would be new somewhere. */
  newTags: string[];
  integrationIds: string[];
  tags: string[];
  jobs: number;
}

/** How many people that is: one may have several rows, each with tags of its own. */
export const countPeople = (people: readonly BatchPerson[]): number =>
  new Set(people.map(({ integrationId, candidate }) => JSON.stringify([integrationId, candidate.id]))).size;

/** How many people get each tag, where that is not the same for all of them. */
export function peopleByTag({ people }: Pick<BatchPlan, "people">): { tag: string; people: number }[] {
  const byTag = new Map<string, BatchPerson[]>();
  for (const one of people) {
    for (const { name } of one.tags) {
      const some = byTag.get(name);
      if (some) some.push(one);
      else byTag.set(name, [one]);
    }
  }
  const counts = [...byTag].map(([tag, some]) => ({ tag, people: countPeople(some) }));
  const all = countPeople(people);
  return counts.some((one) => one.people !== all) ? counts : [];
}

/** What is sent for these rows, and what becomes of every other row: each row has exactly one place. */
export function planBatch(
  rows: readonly FoundRow[],
  choices: Choices,
  tags: readonly string[],
  resolveTag: ResolveTag,
): BatchPlan {
  const plan: BatchPlan = { people: [], skipped: [], newTags: [], integrationIds: [], tags: [], jobs: 0 };
  const asked = new Set<string>();
  const note = (list: string[], one: string) => list.includes(one) || list.push(one);
  for (const found of rows) {
    const { row, candidate } = found;
    const skip = skipReason(found, choices);
    if (skip !== null || candidate === null || row.integrationId === null) {
      plan.skipped.push([row.row, skip ?? "not-understood", found.reason]);
      continue;
    }
    const { integrationId } = row;
    const wanted = row.tags.length > 0 ? row.tags : tags;
    const fresh: RequestedTag[] = [];
    for (const tag of wanted) {
      const resolved = resolveTag(integrationId, tag);
      const key = JSON.stringify([integrationId, candidate.id, tagKey(resolved?.name ?? tag)]);
      if (resolved === null) plan.skipped.push([row.row, "tag-refused", found.reason, tag]);
      else if (asked.has(key)) plan.skipped.push([row.row, "twice", found.reason, resolved.name]);
      else fresh.push(resolved);
      asked.add(key);
    }
    if (wanted.length === 0) plan.skipped.push([row.row, "no-tag", found.reason]);
    if (fresh.length === 0) continue;
    for (const { name, create } of fresh) {
      note(plan.tags, name);
      if (create) note(plan.newTags, name);
    }
    note(plan.integrationIds, integrationId);
    plan.jobs += fresh.length;
    const { reference } = row;
    plan.people.push({ row: row.row, integrationId, candidate, reference, asOf: found.asOf, tags: fresh });
  }
  return plan;
}

function skipReason(found: FoundRow, choices: Choices): SkipReason | null {
  if (isIncluded(found, choices)) return null;
  switch (found.state) {
    case "twice":
      return "twice";
    case "not-found":
      return "not-found";
    case "refused":
      return found.reason === "several"
        ? "several"
        : found.candidate || found.row.why === null
          ? "refused"
          : "not-understood";
    default:
      return found.reason === "not-looked-up" ? "not-looked-up" : "not-included";
  }
}

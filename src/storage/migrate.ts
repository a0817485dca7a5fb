import type { TagList } from "../domain/tag-list";

/**
 * From what 1.0.0 stored to today's names. Pure, and deaf to anything it does not know: a value without an entry in these
 * tables is kept as it is, so that nothing is lost and nothing throws half-way through an upgrade.
 */

/** Fields of a job that have another name since 1.0.0. */
const JOB_FIELDS: Names = {
  uncertain: "unanswered",
  doubted: "outcomeUnknown",
  hadBefore: "alreadyPresent",
  askedAt: "requestedAt",
  resolved: "retargeted",
  fewTries: "limitedAttempts",
};

const LOOKUP_FIELDS: Names = { check: "needsPageMatch", aside: "secondary" };

const JOB_STATES: Names = { withdrawn: "cancelled" };

type Names = Readonly<Record<string, string>>;
type Fields = Record<string, unknown>;

/** A job of 1.0.0 in today's names. Anything that is no such job comes back as it is. */
export function migrateJob(stored: unknown): unknown {
  if (!isRecord(stored)) return stored;
  const job = rename(stored, JOB_FIELDS);
  return { ...job, ...changed(job, "state", migrateState), ...changed(job, "target", migrateTarget) };
}

/** A binding of 1.0.0: one look at the page was enough for it then, so it asks once before it counts. */
export function migrateBinding(stored: unknown): unknown {
  return isRecord(stored) ? { ...stored, fromVersion1: true } : stored;
}

/** When a tag was added with success, by integration and name; undefined when no job says so. */
export type AddedAt = (integrationId: string, name: string) => number | undefined;

/** What 1.0.0 put before the name of a tag of our own making, in the place of Kombo's id. */
const OWN = "own:";

/**
 * A tag list of 1.0.0, its own tags in a list of their own. They count from their add, else from the list's last refresh.
 * Null for one that is none: it is fetched again.
 */
export function migrateTagList(stored: unknown, addedAt: AddedAt): TagList | null {
  if (!isRecord(stored)) return null;
  const { integrationId, ids, names, syncedAt } = stored;
  if (typeof integrationId !== "string" || typeof syncedAt !== "number" || !isTexts(ids) || !isTexts(names))
    return null;
  if (ids.length !== names.length) return null;
  const tags = ids.map((id, at) => ({ id, name: names[at] as string }));
  const kombos = tags.filter(({ id }) => !id.startsWith(OWN));
  const own = tags
    .filter(({ id }) => id.startsWith(OWN))
    .map(({ name }) => ({ name, addedAt: addedAt(integrationId, name) ?? syncedAt }));
  return {
    ...stored,
    integrationId,
    ids: kombos.map(({ id }) => id),
    names: kombos.map(({ name }) => name),
    syncedAt,
    own,
  };
}

/** Reads the times out of 1.0.0's jobs: the latest done add of each tag. */
export function additionsIn(jobs: readonly unknown[]): AddedAt {
  const keyOf = (integrationId: string, name: string) => `${integrationId}\n${name}`;
  const times = new Map<string, number>();
  for (const job of jobs) {
    if (!isRecord(job) || !isRecord(job.target) || job.state !== "done" || job.operation !== "add") continue;
    const { updatedAt, tag } = job;
    const { integrationId } = job.target;
    if (typeof updatedAt !== "number" || typeof tag !== "string" || typeof integrationId !== "string") continue;
    const key = keyOf(integrationId, tag);
    times.set(key, Math.max(updatedAt, times.get(key) ?? updatedAt));
  }
  return (integrationId, name) => times.get(keyOf(integrationId, name));
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

const migrateState = (state: unknown): unknown =>
  typeof state === "string" && Object.hasOwn(JOB_STATES, state) ? JOB_STATES[state] : state;

function migrateTarget(target: unknown): unknown {
  if (!isRecord(target)) return target;
  return { ...target, ...changed(target, "reference", migrateReference) };
}

function migrateReference(reference: unknown): unknown {
  if (!isRecord(reference)) return reference;
  return { ...reference, ...changed(reference, "lookups", migrateLookups) };
}

function migrateLookups(lookups: unknown): unknown {
  if (!Array.isArray(lookups)) return lookups;
  return lookups.map((one: unknown) => (isRecord(one) ? rename(one, LOOKUP_FIELDS) : one));
}

/** The one field with its new value; nothing where the field is missing, so that none is made up. */
function changed(from: Fields, field: string, migrate: (value: unknown) => unknown): Fields {
  return Object.hasOwn(from, field) ? { [field]: migrate(from[field]) } : {};
}

/** The same record under the new names. Where a new name is taken already, both values stay under the names they have. */
function rename(from: Fields, names: Names): Fields {
  const nameOf = (old: string): string => {
    const name = Object.hasOwn(names, old) ? names[old] : undefined;
    return name === undefined || Object.hasOwn(from, name) ? old : name;
  };
  return Object.fromEntries(Object.entries(from).map(([name, value]) => [nameOf(name), value]));
}

/** Plain objects only: a spread copy of a date or a map would lose what it holds. */
function isRecord(value: unknown): value is Fields {
  return Object.prototype.toString.call(value) === "[object Object]";
}

import { type Failure, failure } from "../../domain/failure";
import type { Job } from "../../domain/job";
import { sameTag } from "../../domain/outbox/carried-tags";
import type { TagUse } from "../../domain/tag";
import type { Access } from "../../kombo/client";
import { listTags } from "../../kombo/read";
import type { TagRecord } from "../../kombo/records";
import { broadcastChange } from "../../storage/changes";
import { withDb } from "../../storage/db";
import { readTagList } from "../../storage/read";
import type { TagList } from "../../storage/schema";
import { accessTo } from "../account/credentials";
import { bestEffort } from "../best-effort";

/** When a list is stale: half an hour, and up to half as much more by chance, so that a company does not ask at once. */
const STALE_MS = 30 * 60_000;
/** Two clocks never agree: ask for a little more than what we missed. */
const OVERLAP_MS = 5 * 60_000;
/** 250 a page: a list of a hundred thousand tags, beyond which something else is wrong. */
const MAX_PAGES = 400;

const running = new Map<string, Promise<Failure | null>>();

/** Brings the tag list of an integration up to date if it is stale; one refresh at a time for each. */
export function refreshTags(integrationId: string, random = Math.random): Promise<Failure | null> {
  const underWay = running.get(integrationId);
  if (underWay) return underWay;
  const work = refresh(integrationId, random).finally(() => running.delete(integrationId));
  running.set(integrationId, work);
  return work;
}

async function refresh(integrationId: string, random: () => number): Promise<Failure | null> {
  const list = await readTagList(integrationId);
  const age = Date.now() - (list?.syncedAt ?? 0);
  // A clock set back would otherwise keep an old list for ever.
  if (list && age >= 0 && age < STALE_MS * (1 + random() / 2)) return null;
  const access = await accessTo(integrationId);
  if (!access) return failure("key-missing");
  const startedAt = Date.now();
  const changes = await fetchChanges(access, list);
  if (!Array.isArray(changes)) return changes;
  await store({ ...merge(list, changes, integrationId), syncedAt: startedAt });
  return null;
}

async function fetchChanges(access: Access, list: TagList | undefined): Promise<TagRecord[] | Failure> {
  const updatedAfter = list && list.syncedAt > 0 ? new Date(list.syncedAt - OVERLAP_MS) : undefined;
  const records: TagRecord[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await listTags(access, { cursor, updatedAfter });
    if (!answer.ok) return answer.failure;
    records.push(...answer.value.results);
    if (answer.value.next === null || answer.value.next === cursor) break;
    cursor = answer.value.next;
  }
  return records;
}

/** Tags of our own making have no Kombo id until its copy shows them. */
const OWN = "own:";

function merge(list: TagList | undefined, changes: readonly TagRecord[], integrationId: string): TagList {
  const names = new Map<string, string>();
  for (const [at, id] of (list?.ids ?? []).entries()) names.set(id, list?.names[at] ?? "");
  for (const { id, name } of changes) {
    if (name === null) names.delete(id);
    else names.set(id, name);
  }
  const known = new Set([...names].filter(([id]) => !id.startsWith(OWN)).map(([, name]) => name.trim().toLowerCase()));
  for (const [id, name] of names) if (id.startsWith(OWN) && known.has(name.trim().toLowerCase())) names.delete(id);
  return { integrationId, ids: [...names.keys()], names: [...names.values()], syncedAt: list?.syncedAt ?? 0 };
}

async function store(list: TagList): Promise<void> {
  await withDb((db) => db.put("tags", list));
  broadcastChange("tags");
}

/** A tag we just wrote is there at once, long before Kombo's copy has it. */
export async function addOwnTag(integrationId: string, name: string): Promise<void> {
  const list = (await readTagList(integrationId)) ?? { integrationId, ids: [], names: [], syncedAt: 0 };
  if (list.names.some((known) => sameTag(known, name))) return;
  await store({ ...list, ids: [...list.ids, `${OWN}${name}`], names: [...list.names, name] });
}

/** A tag that was added is offered at once. */
export function rememberAddedTag({ state, operation, target, tag }: Job): void {
  if (state === "done" && operation === "add") void bestEffort(addOwnTag(target.integrationId, tag));
}

/** Whether the integration's ATS is known to have this tag, in this spelling or another case. */
export async function hasTag(integrationId: string, name: string): Promise<boolean> {
  return (await readTagList(integrationId))?.names.some((known) => sameTag(known, name)) ?? false;
}

/** Counts that the recruiter used these tags, for "recent and frequent". */
export async function countUse(integrationId: string, names: readonly string[]): Promise<void> {
  await withDb(async (db) => {
    const tx = db.transaction("uses", "readwrite");
    for (const name of names) {
      const before = await tx.store.get([integrationId, name]);
      const use: TagUse = { integrationId, name, count: (before?.count ?? 0) + 1, lastUsedAt: Date.now() };
      await tx.store.put(use);
    }
    await tx.done;
  });
  broadcastChange("uses");
}

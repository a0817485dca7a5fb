import { type Failure, failure } from "../../domain/failure";
import { mergeTags, type TagChange, type TagList } from "../../domain/tag-list";
import type { Access } from "../../kombo/client";
import { listTags } from "../../kombo/read";
import { readTagList } from "../../storage/read";
import { accessWorks } from "../account/access-works";
import { accessTo } from "../account/credentials";
import { changeTagList } from "./tag-store";

/** When a list is stale: half an hour, and up to half as much more by chance, so that a company does not ask at once. */
const STALE_MS = 30 * 60_000;
/** Two clocks never agree: ask for a little more than what we missed. */
const OVERLAP_MS = 5 * 60_000;
/** 250 a page: a list of a hundred thousand tags, beyond which something else is wrong. */
const MAX_PAGES = 400;

const running = new Map<string, Promise<Failure | null>>();

/** Brings the tag list of an integration up to date if it is stale; one refresh at a time for each. */
export async function refreshTags(integrationId: string, random = Math.random): Promise<Failure | null> {
  const underWay = running.get(integrationId);
  if (underWay) return underWay;
  const list = await readTagList(integrationId);
  const age = Date.now() - (list?.syncedAt ?? 0);
  // A clock set back would otherwise keep an old list for ever.
  if (list && age >= 0 && age < STALE_MS * (1 + random() / 2)) return null;
  return refreshNow(integrationId);
}

/** Brings the list up to date whatever its age. */
export function refreshNow(integrationId: string): Promise<Failure | null> {
  const underWay = running.get(integrationId);
  if (underWay) return underWay;
  const work = refresh(integrationId).finally(() => running.delete(integrationId));
  running.set(integrationId, work);
  return work;
}

async function refresh(integrationId: string): Promise<Failure | null> {
  const [list, access] = await Promise.all([readTagList(integrationId), accessTo(integrationId)]);
  if (!access) return failure("key-missing");
  const startedAt = Date.now();
  const changes = await fetchChanges(access, list);
  if (!Array.isArray(changes)) return changes;
  accessWorks(access);
  await changeTagList(integrationId, (stored) => mergeTags(stored, changes, startedAt));
  return null;
}

/** All changes since the last complete refresh; a list that does not end is a failure, for half a list is not the list. */
async function fetchChanges(access: Access, list: TagList | undefined): Promise<TagChange[] | Failure> {
  const updatedAfter = list && list.syncedAt > 0 ? new Date(list.syncedAt - OVERLAP_MS) : undefined;
  const changes: TagChange[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await listTags(access, { cursor, updatedAfter });
    if (!answer.ok) return answer.failure;
    changes.push(...answer.value.results);
    const { next } = answer.value;
    if (next === null) return changes;
    // A cursor that comes back would go round for ever.
    if (seen.has(next)) return failure("list-endless");
    seen.add(next);
    cursor = next;
  }
  return failure("list-endless");
}

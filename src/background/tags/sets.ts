import { cleanSet, type TagSet, type TagSetProblem, tagSetProblem, withoutSet, withSet } from "../../domain/tag-set";
import { browser } from "../../platform/browser";
import { broadcastChange } from "../../storage/changes";
import { readTagSets, TAG_SETS_ITEM } from "../../storage/tag-sets";

let last: Promise<unknown> = Promise.resolve();

/** One change after the other, so that none is lost. Rejects when the disk is full. */
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const next = last.then(change);
  last = next.catch(() => undefined);
  return next;
}

/** Keeps a set, a new one or in the place of the one with its id; gives why it may not be kept. */
export function saveSet(request: TagSet): Promise<TagSetProblem | null> {
  return inTurn(async () => {
    const sets = await readTagSets();
    const set = cleanSet(request);
    const problem = tagSetProblem(set, sets);
    if (problem === null) await store(withSet(sets, set));
    return problem;
  });
}

/** Forgets a set. What it added stays. */
export function deleteSet(integrationId: string, id: string): Promise<void> {
  return inTurn(async () => store(withoutSet(await readTagSets(), { integrationId, id })));
}

async function store(sets: readonly TagSet[]): Promise<void> {
  await browser.storage.local.set({ [TAG_SETS_ITEM]: sets });
  broadcastChange("tagSets");
}

import { type Pin, pinAt } from "../../domain/picker/pins";
import { cleanSet, type TagSet, type TagSetProblem, tagSetProblem, withoutSet, withSet } from "../../domain/tag-set";
import { browser } from "../../platform/browser";
import { broadcastChange } from "../../storage/changes";
import { PINS_ITEM, parsePins, readAllPins, readTagSets, TAG_SETS_ITEM } from "../../storage/tag-sets";

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
    if (problem === null) await store(TAG_SETS_ITEM, withSet(sets, set), "tagSets");
    return problem;
  });
}

/** Forgets a set, and the keys it was pinned to. What it added stays. */
export function deleteSet(integrationId: string, id: string): Promise<void> {
  return inTurn(async () => {
    await store(TAG_SETS_ITEM, withoutSet(await readTagSets(), { integrationId, id }), "tagSets");
    const all = await readAllPins();
    const pins = parsePins(all[integrationId]).map((pin) => (pin?.kind === "set" && pin.id === id ? null : pin));
    await store(PINS_ITEM, { ...all, [integrationId]: pins }, "pins");
  });
}

/** Gives a place of Alt+1…9 to a tag or a set for good; null frees it. */
export function setPin(integrationId: string, place: number, pin: Pin | null): Promise<void> {
  return inTurn(async () => {
    const all = await readAllPins();
    await store(PINS_ITEM, { ...all, [integrationId]: pinAt(parsePins(all[integrationId]), place, pin) }, "pins");
  });
}

async function store(item: string, value: unknown, changed: "tagSets" | "pins"): Promise<void> {
  await browser.storage.local.set({ [item]: value });
  broadcastChange(changed);
}

import { PIN_PLACES, type Pin, type Pins } from "../domain/picker/pins";
import type { TagSet } from "../domain/tag-set";
import { browser } from "../platform/browser";

/** Where tag sets and pins lie in `storage.local`, beside the settings; an update of the extension leaves them alone. */
export const TAG_SETS_ITEM = "tagSets";
export const PINS_ITEM = "pins";

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/** Set by set: one that cannot be read costs no other. */
export function parseTagSets(stored: unknown): TagSet[] {
  return (Array.isArray(stored) ? stored : []).flatMap((one: unknown) => {
    const { id, integrationId, name, tags } = record(one);
    if (typeof id !== "string" || typeof integrationId !== "string" || typeof name !== "string") return [];
    const names = (Array.isArray(tags) ? tags : []).filter((tag): tag is string => typeof tag === "string");
    return names.length > 0 && names.length === (tags as unknown[]).length
      ? [{ id, integrationId, name, tags: names }]
      : [];
  });
}

/** Pin by pin, each at its place. */
export function parsePins(stored: unknown): Pins {
  const list = Array.isArray(stored) ? stored : [];
  return Array.from({ length: PIN_PLACES }, (_, at) => pin(list[at]));
}

function pin(value: unknown): Pin | null {
  const { kind, name, id } = record(value);
  if (kind === "tag" && typeof name === "string") return { kind, name };
  return kind === "set" && typeof id === "string" ? { kind, id } : null;
}

/** All tag sets, of every integration. */
export async function readTagSets(): Promise<TagSet[]> {
  return parseTagSets((await browser.storage.local.get(TAG_SETS_ITEM))[TAG_SETS_ITEM]);
}

/** The sets of one integration, in the order they were made. */
export async function readTagSetsOf(integrationId: string): Promise<TagSet[]> {
  return (await readTagSets()).filter((set) => set.integrationId === integrationId);
}

/** What Alt+1…9 have for good with each integration. */
export async function readAllPins(): Promise<Record<string, unknown>> {
  return record((await browser.storage.local.get(PINS_ITEM))[PINS_ITEM]);
}

export async function readPins(integrationId: string): Promise<Pins> {
  const all = await readAllPins();
  return parsePins(Object.hasOwn(all, integrationId) ? all[integrationId] : undefined);
}

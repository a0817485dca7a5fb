import type { TagSet } from "../../domain/tag-set";
import { readTagSetsOf } from "../../storage/tag-sets";

/** The tag set of this id, unless it was deleted meanwhile. */
export async function findSet(integrationId: string, id: string): Promise<TagSet | undefined> {
  return (await readTagSetsOf(integrationId)).find((set) => set.id === id);
}

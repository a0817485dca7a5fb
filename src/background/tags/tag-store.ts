import { emptyTagList, type TagList } from "../../domain/tag-list";
import { broadcastChange } from "../../storage/changes";
import { withDb } from "../../storage/db";

/** Changes an integration's tag list in one transaction, so that neither a refresh nor an added tag overwrites the other. */
export async function changeTagList(integrationId: string, change: (list: TagList) => TagList): Promise<void> {
  const changed = await withDb(async (db) => {
    const tx = db.transaction("tags", "readwrite");
    const stored = await tx.store.get(integrationId);
    const before = stored ?? emptyTagList(integrationId);
    const after = change(before);
    if (after !== before) await tx.store.put(after);
    await tx.done;
    return after !== before;
  });
  if (changed) broadcastChange("tags");
}

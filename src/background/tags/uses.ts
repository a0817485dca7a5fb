import type { TagUse } from "../../domain/tag";
import { broadcastChange } from "../../storage/changes";
import { withDb } from "../../storage/db";

/** Counts that the recruiter used these tags, for "recent and frequent". */
export function countUse(integrationId: string, names: readonly string[]): Promise<void> {
  return changeUses(integrationId, names, (before, name) => ({
    integrationId,
    name,
    count: (before?.count ?? 0) + 1,
    lastUsedAt: Date.now(),
  }));
}

/** Notes that a use was undone, so that "repeat" does not bring it back. */
export function forgetUse(integrationId: string, name: string): Promise<void> {
  return changeUses(integrationId, [name], (before) => {
    if (!before) return null;
    return before.count > 1 ? { ...before, count: before.count - 1, undoneAt: Date.now() } : null;
  });
}

type Change = (before: TagUse | undefined, name: string) => TagUse | null;

async function changeUses(integrationId: string, names: readonly string[], change: Change): Promise<void> {
  await withDb(async (db) => {
    const tx = db.transaction("uses", "readwrite");
    for (const name of names) {
      const after = change(await tx.store.get([integrationId, name]), name);
      if (after) await tx.store.put(after);
      else await tx.store.delete([integrationId, name]);
    }
    await tx.done;
  });
  broadcastChange("uses");
}

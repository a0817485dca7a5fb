import { badName } from "../../domain/picker/name";
import type { RequestOf, ResponseOf } from "../../messaging/protocol";
import { readSettings } from "../../storage/settings";
import { bestEffort } from "../best-effort";
import { StorageFull } from "../outbox/transaction";
import { countUse } from "../tags/uses";
import type { Batches } from "./batches";

/** Begins a batch where the company's settings allow what it asks for. */
export async function createBatch(
  batches: Batches,
  { batch, newTags }: RequestOf<"batch.create">,
): Promise<ResponseOf<"batch.create">> {
  const settings = await readSettings();
  const integrations = settings.integrations.filter(({ id }) => batch.integrationIds.includes(id));
  if (integrations.length === 0 || integrations.length < batch.integrationIds.length)
    return { refused: "no-integration" };
  if (settings.batchLimit !== null && batch.people > settings.batchLimit) return { refused: "too-many" };
  // A batch takes no more than it was begun with, so the number counts.
  if (batch.jobs > batch.people * batch.tags.length) return { refused: "too-many" };
  if (newTags.length > 0 && !settings.mayCreateTags) return { refused: "may-not-create" };
  const isBad = newTags.some((name) => integrations.some(({ connector }) => badName(name, connector) !== null));
  if (isBad || batch.tags.some((name) => name === "")) return { refused: "bad-name" };
  try {
    await batches.create(batch);
  } catch (error) {
    if (error instanceof StorageFull) return { refused: "storage-full" };
    throw error;
  }
  if (batch.operation === "add") {
    for (const id of batch.integrationIds) await bestEffort(countUse(id, batch.tags.slice(0, 10)));
  }
  return { refused: null };
}

import { isFromPage, type Listed } from "../../domain/batch/listed";
import { badName } from "../../domain/picker/name";
import type { Settings } from "../../domain/settings";
import { sameTag } from "../../domain/text/same-tag";
import type { BatchRefusal, RequestOf, ResponseOf } from "../../messaging/protocol";
import { bestEffort } from "../best-effort";
import { problemOf, TagRefused } from "../outbox/tag-refused";
import { StorageFull } from "../outbox/transaction";
import { countUse } from "../tags/uses";
import type { Batches, Contents } from "./batches";

/** Begins a batch where the company's settings allow what it asks for. */
export async function createBatch(
  batches: Batches,
  { batch, newTags, noted }: RequestOf<"batch.create">,
  settings: Settings,
): Promise<ResponseOf<"batch.create">> {
  const tags = batch.tags.map((tag) => ({ tag, createsTag: newTags.includes(tag) }));
  const refused = refusalOf(settings, { ...batch, tags }, noted);
  if (refused !== null) return { refused, begun: false };
  try {
    return { refused: null, begun: !(await batches.create(batch)) };
  } catch (error) {
    return { refused: refusalIn(error), begun: false };
  }
}

/** Writes down the next piece of it. */
export async function addToBatch(
  batches: Batches,
  { id, from, people }: RequestOf<"batch.add">,
  listed: Listed,
): Promise<ResponseOf<"batch.add">> {
  if (!people.every(({ reference }) => isFromPage(listed, reference))) return { ok: false, refused: "by-hand-off" };
  try {
    return { ok: await batches.add(id, from, people), refused: null };
  } catch (error) {
    return { ok: false, refused: refusalIn(error) };
  }
}

/** Starts a batch that is wholly on disk, by what it really holds; one that was started before stays so. */
export async function beginBatch(
  batches: Batches,
  { id, noted }: RequestOf<"batch.begin">,
  settings: Settings,
  listed: Listed,
): Promise<ResponseOf<"batch.begin">> {
  const batch = await batches.get(id);
  // The answer to the first asking was lost.
  if (batch && batch.state !== "filling") return { ok: true, refused: null };
  const contents = batch && (await batches.contents(batch));
  if (!contents || contents.jobs !== batch.jobs) return { ok: false, refused: null };
  const isAllListed = contents.references.every((reference) => isFromPage(listed, reference));
  const refused = isAllListed ? refusalOf(settings, contents, noted) : "by-hand-off";
  if (refused !== null) {
    await batches.forget(id);
    return { ok: false, refused };
  }
  const ok = await batches.move(id, "start");
  if (ok && batch.operation === "add") {
    for (const integration of batch.integrationIds) await bestEffort(countUse(integration, batch.tags.slice(0, 10)));
  }
  return { ok, refused: null };
}

/** What the company's settings, as they are now, have against it. */
function refusalOf(
  settings: Settings,
  { operation, integrationIds, people, tags }: Omit<Contents, "jobs" | "references">,
  noted: readonly string[],
): BatchRefusal | null {
  const integrations = settings.integrations.filter(({ id }) => integrationIds.includes(id));
  if (integrations.length === 0 || integrations.length < integrationIds.length) return "no-integration";
  if (settings.batchLimit !== null && people > settings.batchLimit) return "too-many";
  const created = tags.filter(({ createsTag }) => createsTag);
  if (created.length > 0 && !settings.mayCreateTags) return "may-not-create";
  const isBad = created.some(({ tag }) => integrations.some(({ connector }) => badName(tag, connector) !== null));
  if (isBad || tags.some(({ tag }) => tag === "")) return "bad-name";
  if (operation === "remove") return null;
  if (tags.some((one) => problemOf(settings, { operation, ...one }) !== null)) return "tag-rules";
  const isUntold = ({ tag }: { tag: string }) =>
    tags.some((one) => sameTag(one.tag, tag)) && !noted.some((one) => sameTag(one, tag));
  return settings.tagNotes.some(isUntold) ? "noted" : null;
}

function refusalIn(error: unknown): BatchRefusal {
  if (error instanceof StorageFull) return "storage-full";
  if (error instanceof TagRefused) return "tag-rules";
  throw error;
}

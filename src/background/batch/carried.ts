import type { FindResult } from "../../domain/find";
import { carriedTags, jobsOf } from "../../domain/outbox/carried-tags";
import { storedJobs } from "../../domain/stored-job";
import { withDb } from "../../storage/db";
import { bestEffort } from "../best-effort";

/**
 * The result with the tags that batches added to the candidate, or took away, laid over Kombo's copy: their jobs are not
 * among those a popup reads.
 */
export async function withBatchTags(result: FindResult): Promise<FindResult> {
  if (result.kind !== "found") return result;
  const { candidate, integrationId, asOf } = result.shown;
  let tags = candidate.tags;
  await bestEffort(
    withDb((db) => db.getAllFromIndex("batchJobs", "candidate", candidate.id)).then((stored) => {
      const over = jobsOf(storedJobs(stored), integrationId, candidate).filter(({ state }) => state === "done");
      if (over.length > 0) tags = carriedTags(tags, asOf, over, Date.now()).map(({ name }) => name);
    }),
  );
  return tags === candidate.tags
    ? result
    : { ...result, shown: { ...result.shown, candidate: { ...candidate, tags } } };
}

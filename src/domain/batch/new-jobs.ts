import type { AtsReference, Candidate } from "../candidate";
import type { Job, Operation } from "../job";
import { PRESENCE_MS, type RequestedTag, withoutEmails } from "../outbox/new-jobs";
import { createJob } from "../outbox/transitions";
import { sameTag } from "../text/same-tag";
import { batchJobId } from "./batch";

/** A person of a batch with the tags asked for. */
export interface BatchPerson {
  /** The row of the input, from 1. */
  row: number;
  integrationId: string;
  candidate: Candidate;
  reference: AtsReference | null;
  /** When Kombo's answer was fetched (epoch ms). */
  asOf: number;
  tags: readonly RequestedTag[];
}

/** The jobs of a piece of a batch, the first of them with the number `from`. They wait until they are handed over. */
export function newBatchJobs(
  { batch, operation, from }: { batch: string; operation: Operation; from: number },
  people: readonly BatchPerson[],
  now: number,
): Job[] {
  const jobs: Job[] = [];
  for (const { row, integrationId, candidate, reference, asOf, tags } of people) {
    const isOld = now - asOf > PRESENCE_MS || now < asOf;
    for (const { name, create } of tags) {
      const at = from + jobs.length;
      const draft = {
        batch,
        operation,
        target: {
          integrationId,
          candidateId: candidate.id,
          remoteId: candidate.remoteId,
          name: candidate.name,
          reference: reference && withoutEmails(reference),
        },
        tag: name,
        alreadyPresent: operation === "add" && candidate.tags.some((carried) => sameTag(carried, name)),
        ...(isOld && operation === "add" && { presenceUnknown: true as const }),
        createsTag: create,
        undoes: null,
        tabId: null,
        row,
      };
      jobs.push(createJob(draft, batchJobId(batch, at), at, now));
    }
  }
  return jobs;
}

import { type Batch, batchWidth, concernsWholeTag, isBatchJob } from "../../domain/batch/batch";
import type { Failure } from "../../domain/failure";
import type { Hold, Job } from "../../domain/job";
import { TOO_OLD_MS } from "../../domain/outbox/backoff";
import { carriedTags, jobsOf } from "../../domain/outbox/carried-tags";
import { PRESENCE_MS } from "../../domain/outbox/new-jobs";
import { transition } from "../../domain/outbox/transitions";
import { requestedBy } from "../../domain/requester";
import { storedJob } from "../../domain/stored-job";
import { sameTag } from "../../domain/text/same-tag";
import type { Outbox } from "../outbox/outbox";
import { nextSeq, type OutboxTransaction, readAll, readBatchJobsOf, readJob } from "../outbox/transaction";
import { eachSlice } from "./slices";

/** So many times what may be in flight is in the outbox at most, and more is handed over below the lower one. */
const FULL = 3;
const LOW = 2;

/**
 * Hands the jobs of running batches to the outbox, a few at a time: what the outbox reads and sorts after each answer stays
 * small however long a batch is.
 */
export class Feed {
  /** The batches as last read; null: read again. */
  private batches: Batch[] | null = null;
  private changes = 0;

  /** Where a batch has nothing left for an integration: not looked for again after each answer. */
  private readonly empty = new Set<string>();

  /** The tags all jobs of a batch failed for, by when that was asked for: once is enough. */
  private readonly failedTags = new Set<string>();

  constructor(private readonly outbox: Outbox) {}

  /** Some batch was changed. */
  changed(): void {
    this.batches = null;
    this.changes += 1;
    this.empty.clear();
    this.outbox.parts.onChange("batches");
  }

  /** The batches nothing may be sent of now. */
  halted = async (): Promise<ReadonlySet<string>> => new Set((await this.known()).filter(isHalted).map(({ id }) => id));

  /** Hands over what there is room for beside these live jobs; gives whether that was anything. */
  refill = async (
    live: readonly Job[],
    holds: readonly Hold[],
    concurrencyOf: (integrationId: string) => number,
  ): Promise<boolean> => {
    let isChanged = false;
    for (const batch of (await this.known()).filter(isRunning)) {
      for (const integrationId of batch.integrationIds) {
        if (holds.some(({ scope }) => scope === "key" || scope === integrationId)) continue;
        const width = batchWidth(concurrencyOf(integrationId));
        const open = live.filter((job) => isBatchJob(job) && job.target.integrationId === integrationId).length;
        if (open >= LOW * width || this.empty.has(keyOf(batch.id, integrationId))) continue;
        if (await this.handOver(batch.id, integrationId, FULL * width - open)) isChanged = true;
      }
    }
    return isChanged;
  };

  /** What changed while it was read is read again the next time. */
  private async known(): Promise<readonly Batch[]> {
    if (this.batches) return this.batches;
    const { changes } = this;
    const read = await this.outbox.parts.withDb((db) => db.getAll("batches"));
    if (changes === this.changes) this.batches = read;
    return read;
  }

  /** Should the power fail, this may be forgotten together with all that came of it: the jobs then wait as before. */
  private async handOver(id: string, integrationId: string, count: number): Promise<boolean> {
    const now = this.outbox.parts.clock();
    const came = await this.outbox.change(async (tx, save): Promise<"jobs" | "none" | "changed"> => {
      const batches = tx.objectStore("batches");
      const batch = await batches.get(id);
      if (!batch || !isRunning(batch)) return "changed";
      if (now - batch.requestedAt > TOO_OLD_MS) {
        await batches.put({ ...batch, state: "too-old" });
        return "changed";
      }
      const jobs = await waiting(tx, batch, integrationId, count);
      if (jobs.length > 0) {
        const before = [...(await readAll(tx)), ...(await readBatchJobsOf(tx, jobs))];
        let seq = await nextSeq(tx, now);
        for (const job of jobs) {
          const asked = requestedBy(withPresence(job, before, now), batch.requestedBy ?? null);
          save({ ...asked, seq: seq++, requestedAt: now });
        }
        return "jobs";
      }
      for (const other of batch.integrationIds) if ((await waiting(tx, batch, other, 1)).length > 0) return "none";
      await batches.put({ ...batch, state: "over" });
      return "changed";
    }, "relaxed");
    if (came === "changed") this.changed();
    if (came === "none") this.empty.add(keyOf(id, integrationId));
    return came !== "none";
  }

  /** What was handed over and not sent when the batch was halted waits with the rest of it again. */
  takeBack = async (jobs: readonly Job[]): Promise<void> => {
    await this.outbox.change(async (tx, _save, park) => {
      for (const { id } of jobs) {
        const job = await readJob(tx, id);
        if (job?.state === "queued") park(job);
      }
    });
  };

  /** Handed-over jobs waited for more than a day: one question for the whole batch. */
  tooOld = async (id: string): Promise<void> => {
    await this.halt(id, { state: "too-old" });
  };

  /**
   * Every other job of its batch would meet the same failure: the job waits again, and the batch stands still. A rule
   * against one tag of several fails all that waits with this tag instead, for the others can go on.
   */
  stop = async (claimed: Job, failure: Failure, answered: boolean): Promise<Job | null> => {
    const batch = concernsWholeTag(failure.kind) ? await this.batchOf(claimed) : undefined;
    // Where one is new another system of the batch may have it.
    const others =
      batch && (batch.tags.length > 1 || (failure.kind === "tag-not-yours" && batch.integrationIds.length > 1));
    if (others) return this.failTag(claimed, failure, answered, batch.requestedAt);
    const job = await this.outbox.retryLater(claimed, failure, answered, this.outbox.parts.clock());
    await this.halt(claimed.batch, { state: "stopped", failure });
    return job;
  };

  /** Without sending anything more of it; what is under way meets the rule by itself. */
  private async failTag(claimed: Job, failure: Failure, answered: boolean, since: number): Promise<Job | null> {
    const { batch, tag, createsTag } = claimed;
    const job = await this.outbox.fail(claimed, failure, answered);
    const key = JSON.stringify([batch, tag, createsTag, since]);
    if (this.failedTags.has(key)) return job;
    this.failedTags.add(key);
    const now = this.outbox.parts.clock();
    await eachSlice(this.outbox, batch, ["queued"], async (jobs, park) => {
      const alike = jobs.filter((one) => one.tag === tag && one.createsTag === createsTag);
      for (const one of alike) park(transition(one, { kind: "expire", failure }, now));
    });
    this.changed();
    return job;
  }

  private batchOf({ batch }: Job): Promise<Batch | undefined> {
    return this.outbox.parts.withDb((db) => db.get("batches", batch));
  }

  private async halt(id: string, how: Partial<Batch>): Promise<void> {
    await this.outbox.change(async (tx) => {
      const store = tx.objectStore("batches");
      const batch = await store.get(id);
      if (batch && !isHalted(batch)) await store.put({ ...batch, ...how });
    });
    this.changed();
  }
}

const keyOf = (batch: string, integrationId: string): string => `${batch}\n${integrationId}`;

const isRunning = ({ state }: Batch): boolean => state === "running";

const isHalted = ({ state }: Batch): boolean => state !== "running" && state !== "over";

/** The next jobs of a batch that are not handed over, in the order of its rows. */
async function waiting(tx: OutboxTransaction, { id }: Batch, integrationId: string, count: number): Promise<Job[]> {
  const range = IDBKeyRange.only([id, integrationId, "queued"]);
  const stored = await tx.objectStore("batchJobs").index("state").getAll(range, count);
  // One that cannot be read is given as failed; its place is here all the same.
  return stored.map((one) => ({ ...storedJob(one), row: one.row ?? 0 }));
}

/**
 * What was added by hand or by another batch before this job was there before it, unless Kombo's copy was read so long after
 * that it knows better. A copy that is old by now is asked for again beside the send.
 */
function withPresence(job: Job, jobs: readonly Job[], now: number): Job {
  if (job.alreadyPresent || job.operation === "remove" || job.attempts > 0) return job;
  const { integrationId, candidateId, remoteId } = job.target;
  const others = jobsOf(jobs, integrationId, { id: candidateId, remoteId }).filter((one) => one.state === "done");
  // At the earliest; of an older copy the job says that it is unknown.
  const readAt = job.presenceUnknown ? 0 : job.createdAt - PRESENCE_MS;
  const carried = carriedTags([], readAt, others, readAt);
  const alreadyPresent = carried.some(({ name }) => sameTag(name, job.tag));
  const isOld = now - job.createdAt > PRESENCE_MS && !job.unanswered;
  return { ...job, alreadyPresent, ...(isOld && !alreadyPresent && { presenceUnknown: true as const }) };
}

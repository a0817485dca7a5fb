import {
  BATCH_MOVES,
  type Batch,
  type BatchMove,
  isBatchJob,
  mayMove,
  type NewBatch,
  undoBatchId,
} from "../../domain/batch/batch";
import { type BatchPerson, newBatchJobs } from "../../domain/batch/new-jobs";
import type { AtsReference } from "../../domain/candidate";
import type { FailureKind } from "../../domain/failure";
import { isLive, JOB_STATES, type Job, type Operation } from "../../domain/job";
import { carriedTags, MIRROR_LAG_MS } from "../../domain/outbox/carried-tags";
import { hidden } from "../../domain/outbox/forget";
import { candidateKey } from "../../domain/outbox/plan";
import { createJob, mayTransition, transition } from "../../domain/outbox/transitions";
import { delayRemoval, undoJob, undoOffer } from "../../domain/outbox/undo";
import { requestedBy } from "../../domain/requester";
import { sameTag } from "../../domain/text/same-tag";
import type { Outbox } from "../outbox/outbox";
import { refuseAgainst } from "../outbox/tag-refused";
import { readAll } from "../outbox/transaction";
import type { Feed } from "./feed";
import { eachSlice, idsOf, SLICE } from "./slices";

const DAY_MS = 24 * 60 * 60_000;

/** What a batch asks for, whatever was said of it before. */
export interface Contents {
  operation: Operation;
  integrationIds: readonly string[];
  people: number;
  jobs: number;
  tags: readonly { tag: string; createsTag: boolean }[];
  /** By what the person of each was looked up. */
  references: readonly (AtsReference | null)[];
}

/** What a person can do with batches. Each is on disk when it answers; the dispatcher has to be run afterwards. */
export class Batches {
  private readonly undoing = new Map<string, Promise<boolean>>();
  /** Written down since this background started: nothing the one before it left behind. */
  private readonly begun = new Set<string>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly outbox: Outbox,
    private readonly feed: Feed,
  ) {}

  /**
   * Writes down what is asked for. Nothing is sent before all of it is there and it is started. False: a batch of this id was
   * started before; one that was only begun gives way.
   */
  async create(asked: NewBatch, undoes: string | null = null): Promise<boolean> {
    const before = await this.get(asked.id);
    if (before && before.state !== "filling") return false;
    this.begun.add(asked.id);
    if (before) await this.forget(asked.id);
    const now = this.outbox.parts.clock();
    const requester = await this.outbox.requester();
    await this.outbox.change(async (tx) => {
      const batch: Batch = { ...asked, state: "filling", failure: null, createdAt: now, requestedAt: now, undoes };
      await tx.objectStore("batches").put(requestedBy(batch, requester));
    });
    this.feed.changed();
    return true;
  }

  /**
   * One slice of its people; rejects with `TagRefused` where the company’s rules are against a tag. `from`: how many jobs it
   * has already, so that a slice that is sent twice is there once.
   */
  async add(id: string, from: number, people: readonly BatchPerson[]): Promise<boolean> {
    const now = this.outbox.parts.clock();
    const rules = await this.outbox.parts.rules();
    return this.outbox.change(async (tx, _save, park) => {
      const batch = await tx.objectStore("batches").get(id);
      if (batch?.state !== "filling") return false;
      const jobs = newBatchJobs({ batch: id, operation: batch.operation, from }, people, now);
      if (from + jobs.length > batch.jobs) return false;
      for (const job of jobs) refuseAgainst(rules, job);
      for (const job of jobs) park(job);
      return true;
    });
  }

  /** What is on disk of a batch that is being written down. */
  async contents({ id, operation }: Batch): Promise<Contents> {
    let count = 0;
    const people = new Set<string>();
    const references: (AtsReference | null)[] = [];
    const integrationIds = new Set<string>();
    const tags = new Map<string, { tag: string; createsTag: boolean }>();
    await eachSlice(this.outbox, id, ["queued"], async (jobs) => {
      for (const { target, tag, createsTag } of jobs) {
        people.add(candidateKey({ target }));
        references.push(target.reference);
        integrationIds.add(target.integrationId);
        tags.set(JSON.stringify([tag, createsTag]), { tag, createsTag });
      }
      count += jobs.length;
    });
    return {
      operation,
      integrationIds: [...integrationIds],
      people: people.size,
      jobs: count,
      tags: [...tags.values()],
      references,
    };
  }

  /** Starts it, goes on, pauses it, or cancels what is left; false where that cannot be. */
  async move(id: string, move: BatchMove): Promise<boolean> {
    const requester = await this.outbox.requester();
    const moved = await this.change(id, (batch) => {
      if (!mayMove(batch.state, move)) return null;
      const after: Batch = { ...batch, state: BATCH_MOVES[move].to };
      if (move !== "start") return after;
      return requestedBy({ ...after, failure: null, requestedAt: this.outbox.parts.clock() }, requester);
    });
    return moved !== null;
  }

  /**
   * Asks again for all that failed, or for all that failed for one reason; in a batch that stands still it waits with the rest. What was called off stays called off; a batch that
   * was taken back is not asked for again.
   */
  retry(id: string, kind: FailureKind | null): Promise<boolean> {
    return this.inTurn(() => this.retryNow(id, kind));
  }

  private async retryNow(id: string, kind: FailureKind | null): Promise<boolean> {
    const now = this.outbox.parts.clock();
    const requester = await this.outbox.requester();
    const batch = await this.get(id);
    if (!batch || batch.state === "filling" || (await this.get(undoBatchId(id)))) return false;
    let again = 0;
    await eachSlice(this.outbox, id, ["failed", "queued"], async (jobs, park) => {
      for (const job of jobs) {
        // What was called off stays so when the rest goes on.
        if (job.state === "queued" && batch.state === "cancelled") park(transition(job, { kind: "cancel" }, now));
        if (job.state === "queued") continue;
        if ((kind !== null && job.failure?.kind !== kind) || !mayTransition(job, "retry")) continue;
        park(transition(job, { kind: "retry", seq: job.seq }, now));
        again += 1;
      }
    });
    // What waits for a person goes on waiting for them: asking for some of it again says nothing about the rest.
    const goesOn = batch.state === "running" || batch.state === "over" || batch.state === "cancelled";
    if (again > 0 && goesOn) {
      await this.change(id, (one) =>
        requestedBy<Batch>({ ...one, state: "running", failure: null, requestedAt: now }, requester),
      );
    }
    return again > 0;
  }

  /** Takes back exactly what it added, in a batch of its own; what is left of it is not sent any more. */
  undo(id: string): Promise<boolean> {
    // A worker that starts for this very wish goes on with what was begun before, too: once is enough.
    const running = this.undoing.get(id) ?? this.inTurn(() => this.takeBack(id)).finally(() => this.undoing.delete(id));
    this.undoing.set(id, running);
    return running;
  }

  private async takeBack(id: string): Promise<boolean> {
    const batch = await this.get(id);
    if (batch?.operation !== "add" || batch.state === "filling") return false;
    const undoing = undoBatchId(id);
    const before = await this.get(undoing);
    if (before && before.state !== "filling") return false;
    await this.move(id, "cancel");
    const { integrationIds, tags, people, rows } = batch;
    const asked = {
      id: undoing,
      operation: "remove",
      integrationIds,
      tags,
      people,
      rows,
      jobs: 0,
      skipped: [],
    } as const;
    if (!before) await this.create(asked, id);
    let jobs = 0;
    await eachSlice(this.outbox, id, ["done", "failed", "queued", "sending"], async (some, park, tx) => {
      // Read with each slice: somebody may add a tag by hand while a long batch is taken back.
      const byHand = new Map<string, Job[]>();
      for (const job of await readAll(tx)) {
        if (!isBatchJob(job)) byHand.set(candidateKey(job), [...(byHand.get(candidateKey(job)) ?? []), job]);
      }
      for (const job of some) {
        // Handed over and not sent yet: it must not be claimed any more.
        if (job.state === "queued") park(job);
        const others = byHand.get(candidateKey(job)) ?? [];
        const removal = gotByHand(job, others) ? null : this.removalOf(job, undoing, others);
        if (!removal) continue;
        park(removal);
        jobs += 1;
      }
    });
    await this.change(undoing, (one) => ({ ...one, jobs, people: jobs, state: "running" }));
    return true;
  }

  /** Its id follows from the add's: made twice, it is there once. */
  private removalOf(job: Job, undoing: string, byHand: readonly Job[]): Job | null {
    const offer = undoOffer(job, byHand);
    if (offer.kind !== "remove") return null;
    const now = this.outbox.parts.clock();
    const draft = { ...undoJob(job, undoing), row: job.row ?? 0, createsTag: job.createsTag };
    const removal = createJob(draft, undoBatchId(job.id), job.seq, now);
    return offer.certain || job.state === "done" || job.state === "sending"
      ? { ...removal, unanswered: job.unanswered }
      : delayRemoval(removal, now);
  }

  /** Undos the worker died over go on; what was never started is forgotten. */
  async recover(): Promise<void> {
    for (const batch of await this.all()) {
      if (batch.state !== "filling" || this.begun.has(batch.id)) continue;
      if (batch.undoes === null) await this.forget(batch.id);
      else await this.undo(batch.undoes);
    }
  }

  /** Forgets a batch with all its jobs; gives how many these were. */
  async forget(id: string): Promise<number> {
    let count = 0;
    for (let left = true; left; ) {
      const slice = await this.outbox.change(async (tx) => {
        const store = tx.objectStore("batchJobs");
        const keys = await store.getAllKeys(idsOf(id), SLICE);
        for (const key of keys) await store.delete(key);
        if (keys.length < SLICE) await tx.objectStore("batches").delete(id);
        return keys.length;
      });
      count += slice;
      left = slice === SLICE;
    }
    this.feed.changed();
    return count;
  }

  /**
   * Forgets batches nobody asked for within these days, but for what still waits; gives how many jobs these had.
   * `keepFailed`: also those of which a job failed, for somebody has still to decide on it. A batch and the one that takes
   * it back go together, and what Kombo may not show yet is kept unseen meanwhile.
   */
  prune(days: number, { keepFailed = false } = {}): Promise<number> {
    return this.inTurn(() => this.pruneNow(days, keepFailed));
  }

  private async pruneNow(days: number, keepFailed: boolean): Promise<number> {
    let count = 0;
    const now = this.outbox.parts.clock();
    const before = now - days * DAY_MS;
    const live = new Set((await this.outbox.liveJobs()).map((job) => job.batch));
    const all = await this.all();
    const kept = new Set<string>();
    for (const { id, state, requestedAt, integrationIds, clearedAt } of all) {
      const isOver = (state === "over" || state === "cancelled") && !live.has(id);
      const isDecided = !(keepFailed && (await this.hasFailed(id, integrationIds)));
      if (!isOver || !isDecided || (clearedAt === undefined && requestedAt >= before)) kept.add(id);
    }
    for (const { id, undoes } of all) {
      if (undoes !== null && kept.has(id)) kept.add(undoes);
      if (undoes !== null && kept.has(undoes)) kept.add(id);
    }
    const open = all.filter(({ id, state }) => kept.has(id) && state !== "over" && state !== "cancelled");
    for (const { id, requestedAt, clearedAt } of all.filter((one) => !kept.has(one.id))) {
      // Its jobs ended within a day of when it was last asked for, and are known to Kombo a day later.
      const knownAt = Math.min(requestedAt + MIRROR_LAG_MS, clearedAt ?? Number.POSITIVE_INFINITY) + MIRROR_LAG_MS;
      const isNeeded = now < knownAt || open.some(({ createdAt }) => createdAt <= knownAt);
      if (!isNeeded) count += (await this.forget(id)) * (clearedAt === undefined ? 1 : 0);
      else if (clearedAt === undefined) count += await this.hide(id);
    }
    return count;
  }

  /** Shows it no more, and keeps of its jobs only what was written to whom; gives how many these are. */
  private async hide(id: string): Promise<number> {
    let count = 0;
    await eachSlice(this.outbox, id, JOB_STATES, async (jobs, park, tx) => {
      for (const job of jobs) {
        if (job.state === "done") park(hidden(job));
        else await tx.objectStore("batchJobs").delete(job.id);
      }
      count += jobs.length;
    });
    const clearedAt = this.outbox.parts.clock();
    await this.change(id, (batch) => ({ ...batch, skipped: [], requestedBy: undefined, clearedAt }));
    return count;
  }

  /**
   * Retry, undo and clearing, one after the other: each decides by what it read first, and writes a slice at a time. A click
   * that wakes the worker comes beside the clearing of its start.
   */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async hasFailed(id: string, integrationIds: readonly string[]): Promise<boolean> {
    const counts = integrationIds.map((integration) =>
      this.outbox.parts.withDb((db) =>
        db.countFromIndex("batchJobs", "state", IDBKeyRange.only([id, integration, "failed"])),
      ),
    );
    return (await Promise.all(counts)).some((count) => count > 0);
  }

  private all(): Promise<Batch[]> {
    return this.outbox.parts.withDb((db) => db.getAll("batches"));
  }

  get(id: string): Promise<Batch | undefined> {
    return this.outbox.parts.withDb((db) => db.get("batches", id));
  }

  private async change(id: string, how: (batch: Batch) => Batch | null): Promise<Batch | null> {
    const changed = await this.outbox.change(async (tx) => {
      const store = tx.objectStore("batches");
      const batch = await store.get(id);
      const after = batch ? how(batch) : null;
      if (after) await store.put(after);
      return after;
    });
    if (changed) this.feed.changed();
    return changed;
  }
}

/** Whether the tag was asked for by hand as well since the batch was, and not taken off again; what was before, the job knows. */
function gotByHand({ tag, createdAt }: Job, byHand: readonly Job[]): boolean {
  const since = byHand.filter((job) => isLive(job) || job.updatedAt >= createdAt);
  return carriedTags([], 0, since, 0).some(({ name, state }) => state !== "removing" && sameTag(name, tag));
}

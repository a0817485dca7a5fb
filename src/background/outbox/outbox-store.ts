import { isBatchJob, undoBatchId } from "../../domain/batch/batch";
import { type Hold, isLive, type Job } from "../../domain/job";
import { type JobEvent, mayTransition, transition } from "../../domain/outbox/transitions";
import { settleUndo } from "../../domain/outbox/undo";
import type { Requester } from "../../domain/requester";
import type { Settings } from "../../domain/settings";
import { storedHold, storedJob, storedJobs } from "../../domain/stored-job";
import type { WithDb } from "../../storage/db";
import {
  type Durability,
  inTransaction,
  nextSeq,
  type OutboxTransaction,
  readInState,
  readJob,
  readLive,
} from "./transaction";

export interface OutboxParts {
  withDb: WithDb;
  clock: () => number;
  newId: () => string;
  /** Called after each change is on disk. */
  onChange: (store: "jobs" | "holds" | "batches" | "batchJobs") => void;
  /** What the company lets recruiters add, and who is signed in, as it is now. */
  rules: () => Promise<Rules>;
}

export interface Rules extends Pick<Settings, "tagRules" | "mayCreateTags"> {
  requester: Requester | null;
}

/** Stores a job within the transaction and gives it back: one of a batch that is over beside the others of its batch. */
type Save = (job: Job) => Job;

/** `park` puts a waiting job of a batch back among those that are not handed over. */
export type Change<T> = (tx: OutboxTransaction, save: Save, park: Save) => Promise<T>;

/** Reading jobs and changing them, one transaction a change; what a change means is up to the outbox. */
export class OutboxStore {
  /** Live jobs as last stored by us; saves reading a long queue after each answer. Null: read again. */
  private live: Map<string, Job> | null = null;
  private held: Hold[] | null = null;

  constructor(readonly parts: OutboxParts) {}

  /** Jobs that are queued or sending. */
  async liveJobs(): Promise<Job[]> {
    if (!this.live) {
      const jobs = await this.change((tx) => readLive(tx));
      this.live = new Map(jobs.map((job) => [job.id, job]));
    }
    return [...this.live.values()];
  }

  async holds(): Promise<Hold[]> {
    this.held ??= (await this.parts.withDb((db) => db.getAll("holds"))).map(storedHold);
    return this.held;
  }

  async all(): Promise<Job[]> {
    return storedJobs(await this.parts.withDb((db) => db.getAll("jobs")));
  }

  async get(id: string): Promise<Job | undefined> {
    const stored = await this.parts.withDb((db) => db.get("jobs", id));
    return stored && storedJob(stored);
  }

  /** Forgets what was read before, when somebody else may have written. */
  invalidate(): void {
    this.live = null;
    this.held = null;
  }

  /** To be called once a change of the holds is on disk. */
  protected holdsChanged(): void {
    this.held = null;
    this.parts.onChange("holds");
  }

  /** Who asks for what is asked for now. Read before a transaction, which would end while it waits. */
  async requester(): Promise<Requester | null> {
    return (await this.parts.rules()).requester;
  }

  protected move(id: string, event: JobEvent, durability?: Durability): Promise<Job | null> {
    return this.change(async (tx, save) => {
      const job = await readJob(tx, id);
      return job && mayTransition(job, event.kind) ? save(transition(job, event, this.parts.clock())) : null;
    }, durability);
  }

  protected settle(claimed: Job, event: JobEvent): Promise<Job | null> {
    // Only a success may be forgotten when the power fails: the job is then sent again, which changes nothing.
    const durability = event.kind === "succeed" ? "relaxed" : "strict";
    return this.change((tx, save) => this.settleIn(tx, save, claimed, event), durability);
  }

  /** Moves on a job that was being sent, together with an undo that was asked for meanwhile. */
  protected async settleIn(tx: OutboxTransaction, save: Save, claimed: Job, event: JobEvent): Promise<Job | null> {
    const current = await this.current(tx, claimed);
    if (!current) return null;
    const now = this.parts.clock();
    const moved = transition(current, event, now);
    const certain = moved.state === "done" && !moved.unanswered;
    // Looked for only where it matters: it reads the whole queue.
    const undo = certain ? null : await pendingUndo(tx, moved, now);
    // Done at last; an earlier try that nobody answered may still arrive behind the removal.
    if (undo && moved.state === "done") save({ ...undo, unanswered: true });
    if (!undo || moved.state === "done") return save(moved);
    const settled = settleUndo(moved, undo, now);
    save(settled.removal);
    return save(settled.add);
  }

  /** The job if it is still in the very sending that was claimed. */
  protected async current(tx: OutboxTransaction, claimed: Job): Promise<Job | null> {
    const job = await readJob(tx, claimed.id);
    const same = job?.state === "sending" && job.attempts === claimed.attempts && job.seq === claimed.seq;
    return same ? job : null;
  }

  /** Runs one change of jobs as one transaction, and remembers what it stored. */
  async change<T>(body: Change<T>, durability: Durability = "strict"): Promise<T> {
    const saved = new Map<Job, "jobs" | "batchJobs">();
    const result = await inTransaction(this.parts.withDb, durability, (tx) => {
      const writes: Promise<unknown>[] = [];
      const keep = (work: Promise<unknown>) => {
        work.catch(() => undefined);
        writes.push(work);
      };
      const putIn = (store: "jobs" | "batchJobs") => (job: Job) => {
        saved.set(job, store);
        keep(tx.objectStore(store).put(job));
        if (isBatchJob(job)) keep(tx.objectStore(store === "jobs" ? "batchJobs" : "jobs").delete(job.id));
        return job;
      };
      const park = putIn("batchJobs");
      const save: Save = (job) => (isBatchJob(job) && !isLive(job) ? park(job) : putIn("jobs")(job));
      return body(tx, save, park).then(async (value) => {
        await Promise.all(writes);
        return value;
      });
    });
    this.remember(saved);
    return result;
  }

  private remember(saved: ReadonlyMap<Job, "jobs" | "batchJobs">): void {
    for (const [job, store] of saved) {
      if (store === "jobs" && isLive(job)) this.live?.set(job.id, job);
      else this.live?.delete(job.id);
    }
    const jobs = [...saved.keys()];
    // Who shows what was asked for by hand need not look again at each answer of a batch.
    if (jobs.some((job) => !isBatchJob(job))) this.parts.onChange("jobs");
    if (jobs.some(isBatchJob)) this.parts.onChange("batchJobs");
  }
}

async function pendingUndo(tx: OutboxTransaction, add: Job, now: number): Promise<Job | null> {
  if (add.operation !== "add") return null;
  const queued = await readInState(tx, "queued");
  const handedOver = queued.find((job) => job.undoes === add.id);
  if (handedOver || !isBatchJob(add)) return handedOver ?? null;
  // The undo of a batch may not be handed over yet; it gets a place in the queue here, should it be kept.
  const parked = await tx.objectStore("batchJobs").get(undoBatchId(add.id));
  return parked?.state === "queued" ? { ...storedJob(parked), seq: await nextSeq(tx, now) } : null;
}

import { isBatchJob } from "../../domain/batch/batch";
import type { Failure } from "../../domain/failure";
import { type Hold, isLive, isUnreadable, type Job, type NewJob } from "../../domain/job";
import { forgetting, hidden } from "../../domain/outbox/forget";
import { findPending } from "../../domain/outbox/new-jobs";
import { candidateKey } from "../../domain/outbox/plan";
import { createJob, type JobEvent, makeDue, mayTransition, resume, transition } from "../../domain/outbox/transitions";
import { delayRemoval, undoJob, undoOffer } from "../../domain/outbox/undo";
import { requestedBy } from "../../domain/requester";
import { sameTag } from "../../domain/text/same-tag";
import { inGroups } from "./in-groups";
import { OutboxStore } from "./outbox-store";
import { refuseAgainst } from "./tag-refused";
import {
  type Durability,
  endIntentions,
  nextSeq,
  type OutboxTransaction,
  readAll,
  readAnyJob,
  readBatchJobsOf,
  readInState,
  readJob,
  readLive,
} from "./transaction";

const DAY_MS = 24 * 60 * 60 * 1000;

type Drafts = readonly NewJob[] | ((jobs: readonly Job[]) => readonly NewJob[]);

/**
 * What was asked for, kept in IndexedDB before anything is sent. Each method is one transaction, and each move is checked
 * against what is stored, so a late or doubled caller gets null instead of spoiling a newer state.
 */
export class Outbox extends OutboxStore {
  /** How often a cause was resumed, now and when each job was sent. */
  private resumes = 0;
  private readonly resumesAtSend = new WeakMap<Job, number>();

  /**
   * Puts new jobs on disk. An add that is already waiting is not asked for twice: its own job is given instead; one that
   * failed is asked for again, so that no old failure stays behind a success. Drafts that depend on what was asked for
   * before are made here, so that nothing can come in between. `intentionIds`: what these jobs carry out; it ends with
   * this very write, and where it has ended already nothing is written a second time. Rejects with `TagRefused`, having
   * written nothing, when the company's rules are against one of them: there is no other way into the outbox.
   */
  async append(drafts: Drafts, intentionIds: readonly string[] = []): Promise<Job[]> {
    // Read before the transaction, which would end while it waits.
    const rules = await this.parts.rules();
    const { requester } = rules;
    return this.change(async (tx, save, park) => {
      if (!(await endIntentions(tx, intentionIds))) return [];
      const asked = await this.draft(tx, drafts, park);
      for (const draft of asked) refuseAgainst(rules, draft);
      const failed = await readInState(tx, "failed");
      // A batch's own job is undone with its batch: what is asked for by hand is another one.
      const known = [...(await readLive(tx)), ...failed].filter((job) => !isBatchJob(job));
      let seq = await nextSeq(tx, this.parts.clock());
      const now = this.parts.clock();
      return asked.map((draft) => {
        const pending = findPending(draft, known);
        // Asked for once more, from where the person is now.
        if (pending && pending.state !== "failed")
          return save(requestedBy({ ...pending, tabId: draft.tabId ?? pending.tabId, requestedAt: now }, requester));
        const fresh = createJob(requestedBy(draft, requester), pending?.id ?? this.parts.newId(), seq++, now);
        const job = { ...fresh, unanswered: pending?.unanswered ?? false };
        known.push(job);
        return save(job);
      });
    });
  }

  /** Makes the drafts from what was asked for before, in batches too; what a batch still has against them is called off. */
  private async draft(tx: OutboxTransaction, drafts: Drafts, park: (job: Job) => Job): Promise<readonly NewJob[]> {
    if (typeof drafts !== "function") return drafts;
    const all = await readAll(tx);
    const first = drafts(all);
    const inBatches = await readBatchJobsOf(tx, first);
    if (inBatches.length === 0) return first;
    for (const job of inBatches) {
      const isAgainst = first.some((one) => sameTag(one.tag, job.tag) && one.operation !== job.operation);
      if (isAgainst && job.state === "queued") park(transition(job, { kind: "cancel" }, this.parts.clock()));
    }
    return drafts([...all, ...inBatches]);
  }

  /**
   * Takes a queued job for sending; null when it is no longer queued. `relaxed`: should the power fail, the claim may be
   * forgotten, and the job is sent again as if for the first time, which changes nothing at the ATS.
   */
  async claim(id: string, durability?: Durability): Promise<Job | null> {
    const { resumes } = this;
    const job = await this.move(id, { kind: "claim" }, durability);
    if (job) this.resumesAtSend.set(job, resumes);
    return job;
  }

  /** Takes several jobs of batches for sending at once, shortly before there is room for them; gives those it got. */
  claimAhead(ids: readonly string[]): Promise<Job[]> {
    return this.moveAll(ids, { kind: "claim" });
  }

  /** Puts jobs back that were claimed ahead and are not sent after all. */
  async release(ids: readonly string[]): Promise<void> {
    await this.change(async (tx, save) => {
      const jobs = (await Promise.all(ids.map((id) => readJob(tx, id)))).filter((job) => job !== undefined);
      // Taken back meanwhile: nothing was sent, so there is nothing to remove.
      for (const job of jobs) {
        if (mayTransition(job, "release")) await this.settleIn(tx, save, job, { kind: "release" });
      }
    }, "relaxed");
  }

  private moveAll(ids: readonly string[], event: JobEvent): Promise<Job[]> {
    return this.change(async (tx, save) => {
      const jobs = (await Promise.all(ids.map((id) => readJob(tx, id)))).filter((job) => job !== undefined);
      const now = this.parts.clock();
      return jobs.filter((job) => mayTransition(job, event.kind)).map((job) => save(transition(job, event, now)));
    }, "relaxed");
  }

  /** What was claimed ahead is sent now: what is resumed from here on may make its answer meaningless. */
  noteSend(claimed: Job): void {
    this.resumesAtSend.set(claimed, this.resumes);
  }

  /** The write succeeded. Of batches, what is answered while others are being written down is written with the next of them. */
  finish(claimed: Job, answer: { warnings: readonly string[]; unreadable: boolean }): Promise<Job | null> {
    const event: JobEvent = { kind: "succeed", warnings: answer.warnings, unreadable: answer.unreadable };
    return isBatchJob(claimed) ? this.together({ claimed, event }) : this.settle(claimed, event);
  }

  private readonly together = inGroups((some: readonly { claimed: Job; event: JobEvent }[]) =>
    this.change(async (tx, save) => {
      const settled: (Job | null)[] = [];
      for (const { claimed, event } of some) settled.push(await this.settleIn(tx, save, claimed, event));
      return settled;
    }, "relaxed"),
  );

  /** The write did not succeed and is tried again later. */
  retryLater(claimed: Job, failure: Failure, answered: boolean, nextTryAt: number): Promise<Job | null> {
    return this.settle(claimed, { kind: "retryLater", failure, answered, nextTryAt });
  }

  /** The write failed for good, until a person retries. */
  fail(claimed: Job, failure: Failure, answered: boolean): Promise<Job | null> {
    return this.settle(claimed, { kind: "fail", failure, answered });
  }

  /** A waiting job became too old to be sent without asking. */
  expire(id: string, failure: Failure): Promise<Job | null> {
    return this.move(id, { kind: "expire", failure });
  }

  /**
   * Back into the queue, which stands still from now on. `hold` is null when it stood still already, or when the cause was
   * resumed while the answer was on its way: then it says nothing about the new key, and the job is due at once.
   */
  async pause(
    claimed: Job,
    scope: string,
    failure: Failure,
    answered: boolean,
  ): Promise<{ job: Job | null; hold: Hold | null }> {
    const now = this.parts.clock();
    const outcome = await this.change(async (tx, save) => {
      const job = await this.settleIn(tx, save, claimed, { kind: "retryLater", failure, answered, nextTryAt: now });
      const holds = tx.objectStore("holds");
      const resumed = this.resumes !== (this.resumesAtSend.get(claimed) ?? this.resumes);
      if (resumed || (await holds.get(scope))) return { job, hold: null };
      const hold: Hold = { scope, failure, since: now };
      await holds.put(hold);
      return { job, hold };
    });
    if (outcome.hold) this.holdsChanged();
    return outcome;
  }

  /**
   * The cause is resumed: the queue goes on at once. Where the key held everything, a new one may have resumed each of the
   * others as well.
   */
  async resume(scope: string): Promise<void> {
    this.resumes += 1;
    await this.change(async (tx, save) => {
      const holds = tx.objectStore("holds");
      const all = await holds.getAll();
      const everyone = scope === "key" && all.some((hold) => hold.scope === "key");
      const released = all.filter((hold) => everyone || hold.scope === scope);
      for (const hold of released) await holds.delete(hold.scope);
      const scopes = new Set(released.map((hold) => hold.scope));
      for (const job of await readLive(tx)) {
        const concerned = everyone || scopes.has(job.target.integrationId);
        if (job.state === "queued" && concerned) save(resume(job, this.parts.clock()));
      }
    });
    this.holdsChanged();
  }

  /** Makes jobs that wait for one of these reasons due at once, for example when the network is back. */
  async makeDue(kinds: readonly Failure["kind"][]): Promise<void> {
    await this.change(async (tx, save) => {
      for (const job of await readLive(tx)) {
        const waits = job.state === "queued" && job.failure !== null && kinds.includes(job.failure.kind);
        if (waits) save(makeDue(job, this.parts.clock()));
      }
    });
  }

  /** A person does not want to wait: this job is due at once, with what stands before it for the same candidate. */
  async retryNow(id: string): Promise<boolean> {
    return this.change(async (tx, save) => {
      const live = await readLive(tx);
      const job = live.find((one) => one.id === id);
      if (!job) return false;
      const first = live.filter((one) => candidateKey(one) === candidateKey(job) && one.seq <= job.seq);
      // A removal in doubt has no failure: it waits on purpose, for the add before it to become known.
      for (const one of first) if (one.state === "queued" && one.failure) save(makeDue(one, this.parts.clock()));
      return true;
    });
  }

  /** At worker start: what was being sent when the worker died may have arrived or not, and is sent again. `inFlight`: still being sent. */
  async recover(inFlight: { has(id: string): boolean } = new Set()): Promise<number> {
    return this.change(async (tx, save) => {
      const interrupted = (await readLive(tx)).filter((job) => job.state === "sending" && !inFlight.has(job.id));
      for (const job of interrupted) await this.settleIn(tx, save, job, { kind: "interrupt" });
      return interrupted.length;
    });
  }

  /** Kombo knows the candidate under another id now: this job and what waits behind it go there, once. */
  async retarget(claimed: Job, candidateId: string, failure: Failure): Promise<Job | null> {
    const now = this.parts.clock();
    return this.change(async (tx, save) => {
      const current = await this.current(tx, claimed);
      if (!current) return null;
      const moved = (job: Job): Job => ({
        ...job,
        target: { ...job.target, candidateId },
        retargeted: true,
        updatedAt: now,
      });
      for (const job of await readLive(tx)) {
        if (job.id !== current.id && candidateKey(job) === candidateKey(current)) save(moved(job));
      }
      const queued = await this.settleIn(tx, save, claimed, {
        kind: "retryLater",
        failure,
        answered: true,
        nextTryAt: now,
      });
      return queued?.state === "queued" ? save(moved(queued)) : queued;
    });
  }

  /**
   * Takes a waiting or failed job out of the queue for good. Of a removal whose try had no answer nobody knows whether the
   * tag is still there: the add it was to undo is in doubt from then on.
   */
  async discard(id: string): Promise<Job | null> {
    const discarded = await this.change(async (tx, save) => {
      const job = await readJob(tx, id);
      if (!job || !mayTransition(job, "cancel")) return null;
      const add = job.unanswered && job.undoes ? await readAnyJob(tx, job.undoes) : undefined;
      if (add && !isUnreadable(add)) save({ ...add, unanswered: true, outcomeUnknown: true });
      if (!isUnreadable(job)) return save(transition(job, { kind: "cancel" }, this.parts.clock()));
      // What was read of it was filled up with guesses, which are not for the disk.
      await tx.objectStore("jobs").delete(job.id);
      return job;
    });
    if (discarded && isUnreadable(discarded)) this.parts.onChange("jobs");
    return discarded;
  }

  /** A person asks again for a failed job; it goes to the end of the queue, and is theirs from now on. */
  async retry(id: string): Promise<Job | null> {
    const requester = await this.requester();
    return this.change(async (tx, save) => {
      const job = await readJob(tx, id);
      if (!job || !mayTransition(job, "retry")) return null;
      const again = transition(job, { kind: "retry", seq: await nextSeq(tx, this.parts.clock()) }, this.parts.clock());
      return save(requestedBy(again, requester));
    });
  }

  /**
   * Takes an add back: withdraws it while nothing was sent, else asks for its removal. False when it may not be; what of a
   * batch still waits is called off with its batch only.
   */
  async undo(id: string): Promise<boolean> {
    const requester = await this.requester();
    return this.change(async (tx, save) => {
      const job = await readAnyJob(tx, id);
      if (!job || job.cleared) return false;
      const offer = undoOffer(job, [...(await readAll(tx)), ...(await readBatchJobsOf(tx, [job]))]);
      if (offer.kind === "no" || (isBatchJob(job) && job.state !== "done")) return false;
      const now = this.parts.clock();
      if (mayTransition(job, "cancel")) save(transition(job, { kind: "cancel" }, now));
      if (offer.kind === "cancel") return true;
      // One batch as well: a set taken back is one line.
      const draft = requestedBy(undoJob(job, `${job.batch}:undo`), requester);
      const removal = createJob(draft, this.parts.newId(), await nextSeq(tx, this.parts.clock()), now);
      if (job.state === "done") save({ ...removal, unanswered: job.unanswered });
      else save(job.state === "sending" ? removal : delayRemoval(removal, now));
      return true;
    });
  }

  /** Kombo's copy was read before the add of this job ended: whether the candidate carried the tag is known now. */
  async notePresence(id: string, present: boolean): Promise<void> {
    await this.change(async (tx, save) => {
      const job = await readAnyJob(tx, id);
      if (!job?.presenceUnknown) return;
      const { presenceUnknown: _, ...known } = job;
      save({ ...known, alreadyPresent: job.alreadyPresent || present });
    });
  }

  /**
   * Removes what has been over for this many days; what waits and what failed stays, somebody still has to decide on it.
   * What cannot be done without yet is kept without name and page, and shown no more. Gives how many that were.
   */
  clearHistory(days = 0): Promise<number> {
    const before = days === 0 ? Number.POSITIVE_INFINITY : this.parts.clock() - days * DAY_MS;
    return this.forget(
      (job) => (job.state === "done" || job.state === "cancelled") && !job.cleared && job.updatedAt < before,
    );
  }

  /** Removes what has been over for this many days, but for a failure nobody has seen; and what a person cleared, in time. */
  prune(days: number): Promise<number> {
    const before = this.parts.clock() - days * DAY_MS;
    const unseen = (job: Job) => job.state === "failed" && job.seenAt === undefined;
    const over = (job: Job) => !isLive(job) && !unseen(job) && !isUnreadable(job);
    // A job without a time is kept: nobody knows how old it is.
    return this.forget((job) => over(job) && ((job.updatedAt > 0 && job.updatedAt < before) || job.cleared === true));
  }

  /** Notes that a person has seen these failures. What cannot be read is kept as it is and stays until it is discarded. */
  async markSeen(ids: readonly string[]): Promise<void> {
    await this.change(async (tx, save) => {
      for (const id of ids) {
        const job = await readJob(tx, id);
        const unseen = job?.state === "failed" && job.seenAt === undefined && !isUnreadable(job);
        if (unseen) save({ ...job, seenAt: this.parts.clock() });
      }
    });
  }

  private async forget(which: (job: Job) => boolean): Promise<number> {
    const forgotten = await this.change(async (tx, save) => {
      const store = tx.objectStore("jobs");
      const jobs = await readAll(tx);
      const some = jobs.filter(which);
      const batches = (await tx.objectStore("batches").getAll()).filter((one) => one.clearedAt === undefined);
      const going = new Set(some.map(({ id }) => id));
      const staying = new Set(jobs.filter(({ id }) => !going.has(id)).map(({ id }) => id));
      for (const { undoes } of some) {
        if (undoes !== null && (await tx.objectStore("batchJobs").getKey(undoes)) !== undefined) staying.add(undoes);
      }
      const how = forgetting({ jobs, batches, isThere: (id) => staying.has(id), now: this.parts.clock() });
      let count = 0;
      for (const job of some) {
        const fate = how(job);
        if (fate === "goes") await store.delete(job.id);
        if (fate === "hides" && !job.cleared) save(hidden(job));
        if (fate === "goes" || (fate === "hides" && !job.cleared)) count += 1;
      }
      return count;
    });
    if (forgotten > 0) this.parts.onChange("jobs");
    return forgotten;
  }
}

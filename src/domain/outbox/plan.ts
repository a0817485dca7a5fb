import { batchWidth, isBatchJob } from "../batch/batch";
import type { Hold, Job } from "../job";
import { MAX_WAIT_MS, TOO_OLD_MS } from "./backoff";

/** What the dispatcher should do now. */
export interface Plan {
  /** To be sent now, in this order. */
  start: Job[];
  /** Too old to be sent without asking. */
  expired: Job[];
  /** Of batches: what comes next as soon as there is room. It may be claimed now, so that no place waits for the disk. */
  ahead: Job[];
  /** When the next waiting job is due; null when none waits for a time. */
  wakeAt: number | null;
}

export interface PlanInput {
  /** All jobs that are queued or sending. */
  jobs: Iterable<Job>;
  holds: readonly Hold[];
  /** Ids the dispatcher already handles, though the outbox may still call them queued. */
  inFlight: ReadonlySet<string>;
  /** Of those, the ones that are answered and only being written down: their candidate is taken, their place is free. */
  answered?: ReadonlySet<string>;
  /** Claimed ahead and not sent yet. */
  claimed?: ReadonlySet<string>;
  /** How many writes the integration takes at once. */
  concurrencyOf: (integrationId: string) => number;
  now: number;
}

/** Jobs with the same key touch the same candidate and run one after another. */
export function candidateKey(job: Pick<Job, "target">): string {
  return `${job.target.integrationId}\n${job.target.candidateId}`;
}

/** What makes the queue of this job stand still; the key concerns every queue. */
export function holdOf(job: Job, holds: readonly Hold[]): Hold | undefined {
  const of = (scope: string) => holds.find((hold) => hold.scope === scope);
  return of("key") ?? of(job.target.integrationId);
}

/** When a waiting job is due. A clock that was set back makes the planned time meaningless: due at once. */
export function dueAt(job: Job, now: number): number {
  if (now < job.updatedAt) return now;
  return Math.min(job.nextTryAt, job.updatedAt + MAX_WAIT_MS);
}

export function isTooOld(job: Job, now: number): boolean {
  return now - (job.requestedAt ?? job.createdAt) > TOO_OLD_MS;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Who may run next: per candidate strictly in order of asking with one in flight, across candidates as many as the
 * integration takes. A job that waits blocks later jobs of its own candidate only; held queues stand still.
 */
export function nextJobs(input: PlanInput): Plan {
  const { jobs, holds, inFlight, answered = NONE, claimed = NONE, concurrencyOf, now } = input;
  const plan: Plan = { start: [], expired: [], ahead: [], wakeAt: null };
  const bySeq = [...jobs].sort((a, b) => a.seq - b.seq);
  // What a person asked for by hand goes before a batch, together with what the batch has for the same candidate before it.
  const byHand = new Set(bySeq.filter((job) => !isBatchJob(job)).map(candidateKey));
  const isUrgent = (job: Job) => byHand.has(candidateKey(job));
  const all = [...bySeq.filter(isUrgent), ...bySeq.filter((job) => !isUrgent(job))];
  const isOpen = (job: Job) => inFlight.has(job.id) || (job.state === "sending" && !claimed.has(job.id));
  const open = new Map<string, number>();
  const taken = new Set<string>();
  for (const job of all.filter(isOpen)) {
    taken.add(candidateKey(job));
    if (!answered.has(job.id)) open.set(job.target.integrationId, (open.get(job.target.integrationId) ?? 0) + 1);
  }
  for (const job of all) {
    const key = candidateKey(job);
    const isClaimed = claimed.has(job.id);
    if (isOpen(job) || (job.state !== "queued" && !isClaimed) || taken.has(key)) continue;
    taken.add(key);
    if (holdOf(job, holds)) continue;
    if (isClaimed) startIfRoom(job, plan, open, concurrencyOf);
    else if (isTooOld(job, now)) plan.expired.push(job);
    else if (dueAt(job, now) > now) plan.wakeAt = Math.min(plan.wakeAt ?? Number.POSITIVE_INFINITY, dueAt(job, now));
    else startIfRoom(job, plan, open, concurrencyOf);
  }
  return plan;
}

function startIfRoom(job: Job, plan: Plan, open: Map<string, number>, widthOf: PlanInput["concurrencyOf"]): void {
  const { integrationId } = job.target;
  const count = open.get(integrationId) ?? 0;
  const width = widthOf(integrationId);
  const isFull = count >= (isBatchJob(job) ? batchWidth(width) : width);
  if (isFull && isBatchJob(job)) plan.ahead.push(job);
  if (isFull) return;
  open.set(integrationId, count + 1);
  plan.start.push(job);
}

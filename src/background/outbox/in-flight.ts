import type { Job } from "../../domain/job";
import { type Concurrency, INITIAL_CONCURRENCY, nextConcurrency } from "../../domain/outbox/concurrency";
import type { SendAnswer } from "./sender";

/** The jobs that are being sent, and how many of each integration may be at once. */
export class InFlight {
  /** Jobs with their integrations, from before the claim until the answer is recorded. */
  private readonly jobs = new Map<string, string>();
  /** Those of them that are answered; their answer is being written down. */
  private readonly recording = new Map<string, string>();
  private readonly concurrencies = new Map<string, Concurrency>();
  private waiting: (() => void)[] = [];

  get size(): number {
    return this.jobs.size;
  }

  ids(): ReadonlySet<string> {
    return new Set(this.jobs.keys());
  }

  has(id: string): boolean {
    return this.jobs.has(id);
  }

  add({ id, target }: Job): void {
    this.jobs.set(id, target.integrationId);
  }

  remove(id: string): void {
    this.jobs.delete(id);
    this.recording.delete(id);
  }

  answered(): ReadonlySet<string> {
    return new Set(this.recording.keys());
  }

  /**
   * The job is answered: its place at the ATS is free, though the answer is not on disk yet. False where too many answers
   * wait for the disk already: those are what a killed worker would have to send again.
   */
  free({ id, target }: Job): boolean {
    const waiting = [...this.recording.values()].filter((where) => where === target.integrationId).length;
    if (waiting >= this.concurrencyOf(target.integrationId)) return false;
    this.recording.set(id, target.integrationId);
    return true;
  }

  /** Resolves once nothing is in flight. */
  async whenEmpty(): Promise<void> {
    if (this.size > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Lets those go on who wait until nothing is in flight. */
  settle(): void {
    if (this.size > 0) return;
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  concurrencyOf = (integrationId: string): number => this.known(integrationId).current;

  /** Learns from the headers of an answer, or from a 429. */
  learn({ id, target }: Job, answer: SendAnswer, now: number): void {
    const { integrationId } = target;
    const busy = !answer.ok && answer.failure.kind === "busy";
    const othersOpen = [...this.jobs].filter(
      ([other, where]) => other !== id && where === integrationId && !this.recording.has(other),
    ).length;
    const signal = { busy, limit: answer.limit, remaining: answer.remaining, othersOpen };
    this.concurrencies.set(integrationId, nextConcurrency(this.known(integrationId), signal, now));
  }

  private known(integrationId: string): Concurrency {
    return this.concurrencies.get(integrationId) ?? INITIAL_CONCURRENCY;
  }
}

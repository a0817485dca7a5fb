import type { Job } from "../../domain/job";
import type { Outbox } from "./outbox";

/**
 * Jobs of batches that are claimed before there is room for them, so that a place at the ATS that becomes free need not wait
 * for the disk. A worker that dies leaves them as claimed: they are sent again like those that were on their way.
 */
export class Ahead {
  private readonly jobs = new Map<string, Job>();
  private claiming: ReadonlySet<string> | null = null;

  /** `onClaimed`: there is something to send from now on. */
  constructor(
    private readonly outbox: Outbox,
    private readonly onClaimed: () => void,
  ) {}

  ids(): ReadonlySet<string> {
    return new Set(this.jobs.keys());
  }

  /** Whether it is claimed ahead, or just being. */
  has(id: string): boolean {
    return this.jobs.has(id) || this.isClaiming(id);
  }

  isClaiming(id: string): boolean {
    return this.claiming?.has(id) === true;
  }

  /** Gives a job as it was claimed, to be sent now. */
  take(id: string): Job | null {
    const job = this.jobs.get(id) ?? null;
    this.jobs.delete(id);
    return job;
  }

  /** Claims these, unless that is being done for others. A disk that refuses costs time only: each is claimed when it is sent. */
  claim(jobs: readonly Job[]): void {
    const wanted = jobs.filter(({ id }) => !this.jobs.has(id)).map(({ id }) => id);
    if (wanted.length === 0 || this.claiming) return;
    this.claiming = new Set(wanted);
    void this.outbox
      .claimAhead(wanted)
      .then((claimed) => {
        for (const job of claimed) this.jobs.set(job.id, job);
      })
      .catch(() => this.outbox.invalidate())
      .finally(() => {
        this.claiming = null;
        this.onClaimed();
      });
  }

  /** Puts those back that are not to be sent now. */
  async release(which: (job: Job) => boolean): Promise<void> {
    const some = [...this.jobs.values()].filter(which);
    if (some.length === 0) return;
    await this.outbox.release(some.map(({ id }) => id));
    for (const { id } of some) this.jobs.delete(id);
  }
}

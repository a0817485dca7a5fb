import type { Person, SandboxIntegration } from "../../../sandbox/data";
import type { Fault } from "../../../sandbox/kombo/fault";
import type { Job } from "../../../src/domain/job";
import type { Chance } from "./chance";
import { isOver } from "./inside";
import type { Office } from "./office";
import { until } from "./until";

export interface Someone {
  of: SandboxIntegration;
  person: Person;
}

export interface Asked extends Someone {
  tag: string;
  /** The job the background named; the same one twice when the tag was waiting already. */
  id: string;
}

const FAULTS: readonly Fault[] = [
  { reset: true },
  { reset: true, applyBefore: true },
  { body: "cut" },
  { body: "half-json" },
  { body: "wrong-shape" },
  { body: "html" },
  { status: 503 },
  { code: "REMOTE.SERVICE_UNAVAILABLE" },
  { code: "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", headers: { "Retry-After": "1" } },
  { code: "PLATFORM.TASK_TIMED_OUT", applyBefore: true },
  { code: "REMOTE.NOBODY_KNOWS_THIS", status: 422 },
  { code: null, status: 500, applyBefore: true },
  { delayMs: 400 },
  { delayMs: 400, applyBefore: true },
];

/** Recruiters at work while everything around them breaks. */
export class Play {
  readonly asked: Asked[] = [];
  /** Jobs a person retried: they went to the end of the queue. */
  readonly retried = new Set<string>();
  /** When workers began to be killed. */
  readonly kills: number[] = [];
  private cutFor = 0;

  constructor(
    private readonly office: Office,
    private readonly people: readonly Someone[],
    private readonly chance: Chance,
  ) {}

  /** Asks for this many tags, with something going wrong all the time. */
  async run(jobs: number): Promise<void> {
    this.office.control.set({ all: { writeMs: 40, concurrencyLimit: 3 } });
    while (this.asked.length < jobs) {
      await this.step();
      if (this.cutFor > 0 && --this.cutFor === 0) await this.office.line.mend();
    }
  }

  /** Everything is mended, and a person retries what failed: it all comes to an end. */
  async settle(timeoutMs: number): Promise<Job[]> {
    const { office } = this;
    office.control.faults.set([]);
    await office.line.mend();
    office.control.set({ global: { keyExpired: false } });
    await this.insist(() => office.connectAll());
    const over = async () => {
      const jobs = await office.inside.jobs();
      for (const { id, state, failure } of jobs) {
        if (state === "failed") this.retried.add(id);
        if (state === "failed" || (state === "queued" && failure)) await office.inside.ask("jobs.retry", { jobId: id });
      }
      return jobs.every((job) => isOver(job) && job.state !== "failed") && jobs;
    };
    return until("everything to be over", over, timeoutMs);
  }

  private async step(): Promise<void> {
    const dice = this.chance.next();
    if (dice < 0.4) return this.askForTags();
    if (dice < 0.65) return this.orderFaults();
    if (dice < 0.81) return this.kill();
    if (dice < 0.91) return this.undoOne();
    if (dice < 0.95) return this.cutLine();
    const expired = this.chance.next() < 0.5;
    this.office.control.set({ global: { keyExpired: expired } });
    if (!expired) await this.insist(() => this.office.connectAll());
  }

  private async kill(): Promise<void> {
    this.kills.push(Date.now());
    await this.office.browser.killWorker();
  }

  private async askForTags(): Promise<void> {
    const { of, person } = this.chance.pick(this.people);
    const before = this.asked.filter((one) => one.person === person).map((one) => one.tag);
    const free = of.tags.filter((tag) => !before.includes(tag) && !person.tags.includes(tag));
    const at = this.chance.below(free.length - 3);
    const tags = free.slice(at, at + 1 + this.chance.below(3));
    const ids = await this.insist(() => this.office.inside.add(of, person, ...tags));
    tags.forEach((tag, index) => {
      this.asked.push({ of, person, tag, id: ids[index]! });
    });
  }

  private async orderFaults(): Promise<void> {
    const rules = [1, 2, 3, 4].map(() => ({
      match: { method: this.chance.next() < 0.8 ? "POST" : "DELETE" },
      times: 1 + this.chance.below(2),
      fault: this.chance.pick(FAULTS),
    }));
    this.office.control.faults.set(rules);
  }

  private async cutLine(): Promise<void> {
    await this.office.line.cut();
    this.cutFor = 2;
  }

  /** Only of what is certain: else the removal rightly waits for minutes. */
  private async undoOne(): Promise<void> {
    const jobs = await this.office.inside.jobs();
    const sure = jobs.filter((job) => job.operation === "add" && !job.unanswered && !job.alreadyPresent);
    const offered = sure.filter((job) => job.state === "done" || (job.state === "queued" && job.attempts === 0));
    if (offered.length === 0) return;
    const { id } = this.chance.pick(offered);
    await this.insist(() => this.office.inside.ask("jobs.undo", { jobId: id }));
  }

  /** A worker that dies before it answers leaves the popup as it was: the person presses again. */
  private async insist<T>(act: () => Promise<T>): Promise<T> {
    return (
      await until("an answer of the background", () =>
        act().then(
          (value) => ({ value }),
          () => null,
        ),
      )
    ).value;
  }
}

import type { Person, SandboxIntegration } from "../../../sandbox/data";
import type { Fault } from "../../../sandbox/kombo/fault";
import type { Job } from "../../../src/domain/job";
import type { SeededRandom } from "../../harness/seeded-random";
import { until } from "../../harness/until";
import { isOver } from "./extension-page";
import type { FaultApp } from "./fault-app";

export interface CandidateOf {
  of: SandboxIntegration;
  person: Person;
}

export interface Submission extends CandidateOf {
  tag: string;
  /** The job's ID; two submissions share it if the tag was already waiting. */
  id: string;
}

const FAULTS: readonly Fault[] = [
  { reset: true },
  { reset: true, applyBefore: true },
  { body: "empty" },
  { redirectTo: "recorder" },
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

/** Adds and undoes tags while faults, cut connections and killed workers get in the way. */
export class SoakRunner {
  readonly submissions: Submission[] = [];
  /** Jobs retried by hand, which went to the end of the queue. */
  readonly retried = new Set<string>();
  /** The times at which a worker was killed. */
  readonly kills: number[] = [];
  /** Tags typed in popups that were closed: each has a job, or is shown as held. */
  readonly typed: (CandidateOf & { tag: string })[] = [];
  private cutFor = 0;
  private changes = 0;
  private keyExpired = false;

  constructor(
    private readonly app: FaultApp,
    private readonly people: readonly CandidateOf[],
    private readonly random: SeededRandom,
  ) {}

  /** Adds at least this many tags, with something going wrong all the time. */
  async run(jobs: number): Promise<void> {
    this.app.control.set({ all: { concurrencyLimit: 3 } });
    this.app.control.setLatency({ seed: this.random.below(1e6), reads: [5, 60], writes: [20, 120] });
    while (this.submissions.length < jobs) {
      await this.step();
      if (this.cutFor > 0 && --this.cutFor === 0) await this.app.proxy.restore();
    }
  }

  /** Ends all faults, retries what failed, and waits until every job is over. Returns the jobs. */
  async settle(timeoutMs: number): Promise<Job[]> {
    const { app } = this;
    app.control.faults.set([]);
    await app.proxy.restore();
    app.control.set({ global: { keyExpired: false } });
    await this.untilAnswered(() => app.connectAll());
    const over = async () => {
      const jobs = await app.extensionPage.jobs();
      for (const { id, state, failure } of jobs) {
        if (state === "failed") this.retried.add(id);
        if (state === "failed" || (state === "queued" && failure))
          await app.extensionPage.request("jobs.retry", { jobId: id });
      }
      return jobs.every((job) => isOver(job) && job.state !== "failed") && jobs;
    };
    return until("everything to be over", over, timeoutMs);
  }

  private async step(): Promise<void> {
    const dice = this.random.next();
    if (dice < 0.4) return this.addTags();
    if (dice < 0.62) return this.setFaults();
    if (dice < 0.68) return this.refreshTags();
    if (dice < 0.72) return this.tagAndClose();
    if (dice < 0.83) return this.kill();
    if (dice < 0.91) return this.undoOne();
    if (dice < 0.95) return this.cutConnection();
    this.keyExpired = this.random.next() < 0.5;
    this.app.control.set({ global: { keyExpired: this.keyExpired } });
    // Also lets go on what a redirect holds.
    if (!this.keyExpired) await this.untilAnswered(() => this.app.connectAll());
  }

  private async kill(): Promise<void> {
    this.kills.push(Date.now());
    await this.app.killBackground();
  }

  private async addTags(): Promise<void> {
    const { of, person } = this.random.pick(this.people);
    const before = [...this.submissions, ...this.typed].filter((one) => one.person === person).map((one) => one.tag);
    const free = of.tags.filter((tag) => !before.includes(tag) && !person.tags.includes(tag));
    const at = this.random.below(free.length - 3);
    const tags = free.slice(at, at + 1 + this.random.below(3));
    const ids = await this.untilAnswered(() => this.app.extensionPage.add(of, person, ...tags));
    tags.forEach((tag, index) => {
      this.submissions.push({ of, person, tag, id: ids[index]! });
    });
  }

  /** Somebody else's tag turns up in the list, between other gestures. */
  private async refreshTags(): Promise<void> {
    const { of } = this.random.pick(this.people);
    this.app.control.changeTags(of.id, { addTags: [`Of a colleague ${++this.changes}`] }, true);
    await this.app.extensionPage.clear("tags").catch(() => undefined);
    await this.app.extensionPage.request("tags.refresh", { integrationId: of.id }).catch(() => undefined);
  }

  /** A real popup in which an existing tag is typed, closed at a random moment after Enter. */
  private async tagAndClose(): Promise<void> {
    // Nobody can be looked up: the popup has no field then.
    if (this.cutFor > 0 || this.keyExpired) return this.addTags();
    const { of, person } = this.random.pick(this.people);
    const before = [...this.submissions, ...this.typed].filter((one) => one.person === person).map((one) => one.tag);
    const free = of.tags.filter((tag) => /^[\w ]+$/.test(tag) && !before.includes(tag) && !person.tags.includes(tag));
    const tag = this.random.pick(free);
    await this.app.tagAndLeave(of, person, tag, this.random.below(400));
    this.typed.push({ of, person, tag });
  }

  private async setFaults(): Promise<void> {
    const rules = [1, 2, 3, 4].map(() => ({
      match: { method: this.random.next() < 0.8 ? "POST" : "DELETE" },
      times: 1 + this.random.below(2),
      fault: this.random.pick(FAULTS),
    }));
    this.app.control.faults.set(rules);
  }

  private async cutConnection(): Promise<void> {
    await this.app.proxy.cut();
    this.cutFor = 2;
  }

  /** Undoes only what is certain: after a lost answer a removal waits for minutes, as it should. */
  private async undoOne(): Promise<void> {
    const jobs = await this.app.extensionPage.jobs();
    const sure = jobs.filter((job) => job.operation === "add" && !job.unanswered && !job.alreadyPresent);
    const offered = sure.filter((job) => job.state === "done" || (job.state === "queued" && job.attempts === 0));
    if (offered.length === 0) return;
    const { id } = this.random.pick(offered);
    await this.untilAnswered(() => this.app.extensionPage.request("jobs.undo", { jobId: id }));
  }

  /** Repeats a request until a worker answers it, as a person presses again when nothing happens. */
  private async untilAnswered<T>(act: () => Promise<T>): Promise<T> {
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
